"""The command `spil read`: shows how a whole line is understood, by the readers of /action and /meeting."""

import argparse
import json
import sys
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from bot.core.errors import NoText, Rejected, UnknownWord
from bot.core.limits import seen
from bot.dates import text
from bot.dates.line_end import Terms
from bot.dates.reader import Ambiguous
from bot.meetings import lines as meetings
from bot.notes.typed_line import Reader, without_people
from bot.people.matching import one_owner
from bot.runtime.when import with_moment
from bot.runtime.wiring import open_registry
from bot.text import formats
from bot.texts import texts_in

Record = dict[str, Any]


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
    subcommands, lines = (
        open_registry().subcommands_of("action"),
        Reader(asked.now, asked.zone, asked.languages),
    )

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


def _iso(value: date | datetime | None) -> str | None:
    if isinstance(value, datetime):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if value else None


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
