"""The command `spil when`: shows how dates in words are read."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.core.calendar import check_zone
from bot.core.language import Language
from bot.dates import text
from bot.dates.reader import Ambiguous, Reading, Unreadable, read_in, resolve
from bot.texts import texts_in

Outcome = Reading | Unreadable | Ambiguous


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
    parser.add_argument(
        "phrase", nargs="?", help='such as "Fri 2pm"; without it, one a line from standard input'
    )
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
            times = [resolve(each, zone)[1] for each in (start, end) if isinstance(each, datetime)]
            changes = dict.fromkeys(text.clock_change(change, language) for change in times if change)
            return ": ".join([text.reading(outcome, today, language), *changes])
        case Unreadable() | Ambiguous():
            return texts_in(language).rejected(outcome)
