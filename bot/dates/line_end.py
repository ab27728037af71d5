"""The terms at the end of a line: a due date, a day to start on, or a recurrence."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendar import instant, local
from bot.core.language import Language
from bot.dates import reader
from bot.dates.cutting import line_end
from bot.dates.due import Due, split_due
from bot.dates.reader import Kind, Reading
from bot.dates.rrule import Recurrence, recurrence_of

FROM = re.compile(
    r"\s(?P<lead>from|starting(?: from| on)?|as of|vanaf|met ingang van|m\.i\.v\.|ingaande)(?=\s|$)",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\s(?:to|until|till|tot|t/m)\s", re.IGNORECASE)
LASTING = re.compile(
    r"(?:please )?(?:answer|use|run|work|host|staff|cover|charge|apply|keep|monitor|support|offer|provide"
    r"|accept)\b|.*\b(?:it|them|this)$",
    re.IGNORECASE | re.DOTALL,
)
"""Orders that hold for some time, or of what was named before: behind them "from 1 December" is a start, and
elsewhere maybe a letter's."""
NAMED = re.compile(r"(?:the|a|an|de|het|een)\s", re.IGNORECASE)
"""A line that begins so names something, and orders nothing: "de cijfers vanaf 3 december"."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Terms:
    """The terms of a line; the text that is left stands in `due`."""

    due: Due
    starts: date | None = None
    repeats: str | None = None
    repetitions: tuple[Recurrence, ...] = ()
    """It repeats in one of these ways: not taken, to be asked."""


def split_terms(text: str, now: datetime, zone: str, languages: list[Language]) -> Terms:
    """Read the end of `text`; only what a day follows at the very end is a start, only there it repeats."""
    again = _repeating(text, now, zone, languages)
    if again is not None:
        return again
    rest, starts = _split_start(text, now, zone, languages, sure=True)
    if starts is not None:
        return Terms(Due(rest), starts)
    due = split_due(text, now, zone, languages)
    rest, starts = _split_start(due.text, now, zone, languages, sure=due.day is None)
    if starts is None:
        return Terms(due)
    if due.day is not None and due.day < starts:
        due = _behind(text, due, starts, zone, languages)
    return Terms(Due(rest, due.day, due.past, due.readings), starts)


def is_terms(text: str, now: datetime, zone: str, languages: list[Language]) -> bool:
    """Whether all of `text` is about when, or nothing at all but thanks."""
    line = f"x {text.strip()}"
    when = line[2 : line_end(line)].strip()
    if not when or reader.read_in(languages, when, now, zone):
        return True
    return split_terms(line, now, zone, languages).due.text == "x"


def _repeating(text: str, now: datetime, zone: str, languages: Sequence[Language]) -> Terms | None:
    split = reader.split_in(languages, text, now, zone)
    found = tuple(filter(None, map(recurrence_of, split.readings))) if split.sure else ()
    if found and len(split.readings) > 1:
        return Terms(Due(split.rest or text), repetitions=found)
    if found:
        return Terms(Due(split.rest, found[0].first), repeats=found[0].rrule) if split.rest else None
    return None


def _split_start(
    text: str, now: datetime, zone: str, languages: Sequence[Language], *, sure: bool
) -> tuple[str, date | None]:
    """The text without the day at its end from which on it is asked; a day that is over stays text.

    `sure`: behind "from" only of lasting work, as "the notes from Thursday" are ordinary words.
    """
    lead = next(reversed([*FROM.finditer(text)]), None)
    if lead is None or not text[: lead.start()].strip() or NAMED.match(text):
        return text, None
    if sure and lead["lead"].lower() == "from" and not LASTING.match(text[: lead.start()]):
        return text, None
    phrase = text[lead.end() :].strip()
    day = None if UNTIL.search(phrase) else start_day(phrase, now, zone, languages)
    return (text[: lead.start()].rstrip(" ,;"), day) if day else (text, None)


def start_day(phrase: str, now: datetime, zone: str, languages: Sequence[Language]) -> date | None:
    """The first day that `phrase` means: "Monday" said on a Monday is the next one, since from today on is no
    start. None for what is no coming day."""
    today = local(now, zone).date()
    for readings in reader.each_in(languages, phrase, now, zone):
        days = {_day(reading) for reading in readings if reading.kind is not Kind.recurrence}
        coming = sorted(day for day in days if day and (day > today or (day == today and len(days) == 1)))
        if len(coming) == 1:
            return coming[0]
    return None


def _day(reading: Reading) -> date | None:
    return reading.start.date() if isinstance(reading.start, datetime) else reading.start


def _behind(text: str, due: Due, starts: date, zone: str, languages: list[Language]) -> Due:
    """ "From Monday by Friday" is the Friday of that week, also when said on the Monday before."""
    later = split_due(text, instant(datetime.combine(starts, time()), zone), zone, languages)
    near = later.day is not None and due.day is not None and later.day - due.day <= WEEK
    return later if near else due
