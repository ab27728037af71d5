"""The commands `spil when` and `spil read`: how dates in words, and a whole line behind /action and /meeting,
are understood."""

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.calendar import check_zone, clock_change_at
from bot.core.errors import NoText, Rejected, UnknownWord, seen
from bot.core.language import Language
from bot.dates import text
from bot.dates.due import Terms
from bot.dates.reader import Ambiguous, Reading, Unreadable, read_in
from bot.meetings import lines as meetings
from bot.notes.typed_line import Reader, without_people
from bot.people.matching import one_owner
from bot.runtime.wiring import open_registry
from bot.text import formats
from bot.texts import texts_in

Outcome = Reading | Unreadable | Ambiguous
Record = dict[str, Any]


def when(argv: Sequence[str]) -> int:
    """Print how a phrase is read, or one phrase a line from standard input.

    Exits with 1 when a phrase given as an argument is not understood or ambiguous; lines always exit with 0.
    """
    asked = _arguments(argv)
    phrases = [asked.phrase] if asked.phrase is not None else (line.rstrip("\r\n") for line in sys.stdin)
    outcome: Outcome | None = None
    for phrase in phrases:
        outcome = _read(phrase, asked.now, asked.zone, asked.languages)
        as_json = asked.json or asked.phrase is None
        print(
            json.dumps(_record(outcome, asked.languages[0]), ensure_ascii=False)
            if as_json
            else _line(outcome, asked.now.date(), asked.zone, asked.languages[0]),
            flush=True,
        )
    return 1 if asked.phrase is not None and not isinstance(outcome, Reading) else 0


def _arguments(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser("spil when", description="Show how a date in words is read.")
    parser.add_argument("phrase", nargs="?", help='such as "Fri 2pm"; else one a line from standard input')
    return with_moment(parser, argv, 'print {"start", "end", "rrule"}')


def with_moment(parser: argparse.ArgumentParser, argv: Sequence[str], as_json: str) -> argparse.Namespace:
    """The arguments, with those that say when, where and in which language something was typed: `now` is
    aware, `languages` are those to read. Exits where one is wrong."""
    parser.add_argument("--now", type=datetime.fromisoformat, help="such as 2026-11-23T09:00, in the zone")
    parser.add_argument("--zone", default=_machine_zone(), help="an IANA name; this machine's if not given")
    parser.add_argument("--language", choices=[*Language, "auto"], default="auto")
    parser.add_argument("--json", action="store_true", help=as_json)
    asked = parser.parse_args(argv)
    try:
        check_zone(asked.zone)
    except ValueError as unknown:
        parser.error(str(unknown))
    asked.now = asked.now or datetime.now(ZoneInfo(asked.zone))
    if asked.now.tzinfo is None:
        asked.now = asked.now.replace(tzinfo=ZoneInfo(asked.zone))
    asked.languages = list(Language) if asked.language == "auto" else [Language(asked.language)]
    return asked


def _machine_zone() -> str:
    """The zone that the machine is set to, when that has an IANA name; else UTC."""
    linked = Path("/etc/localtime").resolve().as_posix().partition("/zoneinfo/")[2]
    for name in (os.environ.get("TZ", "").lstrip(":"), linked):
        try:
            return check_zone(name)
        except ValueError:
            continue
    return "UTC"


def _read(phrase: str, now: datetime, zone: str, languages: Sequence[Language]) -> Outcome:
    """In several languages it must mean the same wherever it means something, slips of the finger aside."""
    found = list(chain.from_iterable(read_in(languages, phrase, now, zone, forgiving=True)))
    readings = tuple(dict.fromkeys([each for each in found if not each.slip] or found))
    if not readings:
        return Unreadable(phrase)
    return Ambiguous(phrase, readings) if len(readings) > 1 else readings[0]


def _record(outcome: Outcome, language: Language) -> dict[str, Any]:
    match outcome:
        case Reading(start=start, end=end, rrule=rrule):
            said = {"slip": outcome.slip} if outcome.slip else {}
            return {"start": _iso(start), "end": _iso(end), "rrule": rrule, **said}
        case Ambiguous(readings=readings):
            choices = [_record(each, language) for each in readings]
            return _nothing(outcome, language) | {"readings": choices}
        case Unreadable():
            return _nothing(outcome, language)


def _nothing(refused: Unreadable | Ambiguous, language: Language) -> dict[str, Any]:
    return {"start": None, "end": None, "rrule": None, "error": texts_in(language).rejected(refused)}


def _iso(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else None


def _line(outcome: Outcome, today: date, zone: str, language: Language) -> str:
    match outcome:
        case Reading(start=start, end=end):
            times = [clock_change_at(each, zone) for each in (start, end) if isinstance(each, datetime)]
            changes = dict.fromkeys(text.clock_change(change, language) for change in times if change)
            return ": ".join([text.reading(outcome, today, language), *changes])
        case Unreadable() | Ambiguous():
            return texts_in(language).rejected(outcome)


def read(argv: Sequence[str]) -> int:
    """Print how a line is read, or one line each from standard input."""
    parser = argparse.ArgumentParser("spil read", description="Show how a typed line is understood.")
    parser.add_argument("line", nargs="?", help="without it, one a line from standard input")
    parser.add_argument("--kind", choices=("action", "meeting"), default="action")
    fields = 'print {"text", "owner", "helpers", "due", "start", "repeat", "asks"}'
    asked = with_moment(parser, argv, fields)
    of_line = _reader(asked)
    for line in [asked.line] if asked.line is not None else (each.rstrip("\r\n") for each in sys.stdin):
        record = of_line(line)
        if asked.json or asked.line is None:
            print(json.dumps(record, ensure_ascii=False), flush=True)
        else:
            print("\n".join(_in_words(record, asked)))
    return 0


def _reader(asked: argparse.Namespace) -> Callable[[str], Record]:
    if asked.kind == "meeting":
        reader = meetings.Reader(asked.now, asked.zone, asked.languages)
        return lambda line: _meeting(reader, line)
    subcommands = open_registry().subcommands["action"]
    lines = Reader(asked.now, asked.zone, asked.languages)

    def action(line: str) -> Record:
        try:
            command = subcommands.read(line, "/action")
        except UnknownWord as unknown:
            word = unknown.word.split()[0]
            return {"command": subcommands.by_word[word].name if word in subcommands.by_word else word}
        if command:
            return {"command": command[0]}
        try:
            return _action(lines, line)
        except Rejected as refused:
            return {"error": texts_in(asked.languages[0]).rejected(refused)}

    return action


def _action(reader: Reader, line: str) -> Record:
    """Raise what `/action` refuses: NoText, or OneOwner."""
    people, when = reader.line(line)
    if not seen(people.rest):
        raise NoText("/action")
    owner = one_owner([_name(each) for each in people.owners])
    owner = owner or (people.outside and " ".join(filter(None, people.outside)))
    return {
        "text": when.due.text,
        "owner": owner,
        "helpers": [_name(each) for each in people.helpers],
        "due": _iso(when.due.day),
        "start": _iso(when.starts),
        "repeat": when.repeats,
        "asks": _asks(when, owner is not None),
    }


def _asks(when: Terms, owned: bool) -> list[str]:
    doubt = bool(when.due.readings or when.repetitions or when.due.past)
    dated = doubt or when.due.day is not None
    return ["owner"] * (not owned) + ["due"] * (not dated) + ["which"] * doubt


def _meeting(reader: meetings.Reader, line: str) -> Record:
    rest, people = without_people(line)
    title, moment = reader.line(rest)
    start = datetime.combine(moment.day, moment.at) if moment.day and moment.at else moment.day
    doubt = any(isinstance(why, Ambiguous) for why in moment.unclear.values())
    return {
        "text": title,
        "owner": None,
        "helpers": [_name(each) for each in people],
        "due": None,
        "start": _iso(start),
        **({"until": _iso(moment.until)} if moment.until else {}),
        "minutes": moment.minutes,
        "repeat": moment.repeats,
        "asks": ["which"] if doubt else list(moment.unclear),
    }


def _name(written: str) -> str:
    return written.lstrip("@")


def _in_words(record: Record, asked: argparse.Namespace) -> list[str]:
    """A line for each field that holds something, its dates as people read them."""
    language = asked.languages[0]

    def said(name: str, value: Any) -> str:
        if name == "repeat":
            return text.recurrence(value, language)
        if name in ("due", "start", "until"):
            day = datetime.fromisoformat(value)
            today = asked.now.date()
            written = formats.near_moment(day, today, language) if "T" in value else ""
            return written or formats.near_day_and_week(day.date(), today, language)
        return ", ".join(value) if isinstance(value, list) else str(value)

    return [f"{name}: {said(name, value)}" for name, value in record.items() if value]
