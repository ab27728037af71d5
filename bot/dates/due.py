"""From a date in words to a due date: one day, with what does not fit in a day left in the text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.core.calendar import local
from bot.core.language import Language
from bot.dates import reader
from bot.dates.arithmetic import recent
from bot.dates.reader import Ambiguous, Kind, Reading, Unreadable

BECAUSE = re.compile(r"(?<!\s)\s+(?:because(?:\s+of)?|omdat|want|wegens|vanwege)\s+", re.IGNORECASE)

UNREAD = re.compile(
    r"\b(?:(?:due|deadline|streefdatum)\s*:|uiterlijk\s(?=.*\d))\s*(\S+(?: \S+){0,3})$"
    r"|(?<!\S)(\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th|e)? (?:jan|feb|ma[ary]|mrt|apr|mei|ju[nl]|aug|sep|o[ck]t|nov|dec)\w*)[.)]?$",
    re.IGNORECASE,
)
"""At the end of a line: what is said to be a date, or is written as one, and is none."""


@dataclass(frozen=True)
class Due:
    """A typed text without its due date, and that date."""

    text: str
    day: date | None = None
    past: date | None = None
    """A date that was typed and is over: not taken, to be said."""
    readings: tuple[Reading, ...] = ()
    """More than one date is possible: not taken, to be asked."""

    @property
    def unread(self) -> str:
        """What ends a text without a date as if it were one: 31 February."""
        found = None if self.day or self.past or self.readings else UNREAD.search(self.text)
        return (found[1] or found[2]).rstrip(".)") if found else ""


def split_due(text: str, now: datetime, zone: str, languages: list[Language]) -> Due:
    """The due date of `text`, in the language of the line."""
    found, today = reader.split_in(languages, text, now, zone), local(now, zone).date()
    if found.over:
        single = found.over.kind in (Kind.date, Kind.deadline)
        return Due(text, past=last_day(found.over) if single else None)
    if not found.sure:
        return Due(text, readings=found.readings)
    if len(found.readings) > 1:
        return _one_of(text, found.readings, today)
    if not found.readings:
        return Due(text)
    reading = found.readings[0]
    day = last_day(reading)
    kept = found.rest if found.rest and reading.kind in (Kind.date, Kind.deadline, Kind.range) else text
    return Due(kept, past=day) if day < today else Due(kept, day)


def read_due(phrase: str, now: datetime, zone: str, languages: list[Language]) -> date:
    """The day that `phrase` means; raise Unreadable or Ambiguous."""
    for readings in reader.each_in(languages, phrase, now, zone, forgiving=True):
        if len(readings) == 1:
            return last_day(readings[0])
        day = _only_day(readings, local(now, zone).date())
        if not day:
            raise Ambiguous(phrase, readings)
        return day
    raise Unreadable(phrase)


def parted(phrase: str) -> tuple[str, str]:
    """A date in words and the reason behind it: `friday because the supplier is late`."""
    when, *because = BECAUSE.split(phrase, maxsplit=1)
    return when, "".join(because).strip()


def last_day(reading: Reading) -> date:
    """By when: of a week its last day, of something that repeats its first time."""
    when = reading.start if reading.kind is Kind.recurrence else reading.end or reading.start
    assert when is not None
    return when.date() if isinstance(when, datetime) else when


def _one_of(text: str, readings: tuple[Reading, ...], today: date) -> Due:
    if not coming_days(readings, today):
        return Due(text, past=last_day(readings[0]))
    day = _only_day(readings, today)
    return Due(text, day) if day else Due(text, readings=readings)


def _only_day(readings: Sequence[Reading], today: date) -> date | None:
    """Readings of one day that differ only in the time are no question; one that is over since lately is."""
    days = coming_days(readings, today)
    over = any(recent(today, last_day(reading)) for reading in readings)
    return days[0] if len(days) == 1 and not over else None


def coming_days(readings: Sequence[Reading], today: date) -> tuple[date, ...]:
    """The days among `readings` that are not over, likeliest first."""
    days = dict.fromkeys(last_day(reading) for reading in readings)
    return tuple(day for day in days if day >= today)
