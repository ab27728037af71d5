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

LAST_WORDS = 4
"""A date is at most so many words: "Friday 27 November 2026"."""
BECAUSE = re.compile(r"(?<!\s)\s+(?:because(?:\s+of)?|omdat|want|wegens|vanwege)\s+", re.IGNORECASE)


@dataclass(frozen=True)
class Due:
    """A typed text without its due date, and that date."""

    text: str
    day: date | None = None
    past: date | None = None
    """A date that was typed and is over: not taken, to be said."""
    readings: tuple[Reading, ...] = ()
    """More than one date is possible: not taken, to be asked."""


def split_due(text: str, now: datetime, zone: str, languages: list[Language]) -> Due:
    """The due date at the end of `text`, in the language that makes most of it: "by 27 November" is a date
    in Dutch too, but for its "by". Of languages that make as much of it the first."""
    today = local(now, zone).date()
    found: list[tuple[str, Reading]] = []
    for rest, readings in reader.split_in(languages, text, now, zone):
        if len(readings) == 1:
            found.append((rest, readings[0]))
        elif not found:
            return _one_of(text, readings, today)
    if not found:
        return Due(text, past=_past_at_end(text, now, zone, languages))
    rest, reading = min(found, key=lambda each: len(each[0]))
    day = last_day(reading)
    kept = rest if rest and reading.kind in (Kind.date, Kind.deadline, Kind.range) else text
    return Due(kept, past=day) if day < today else Due(kept, day)


def read_due(phrase: str, now: datetime, zone: str, languages: list[Language]) -> date:
    """The day that `phrase` means; raise Unreadable or Ambiguous."""
    for readings in reader.read_in(languages, phrase, now, zone, forgiving=True):
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


def _past_at_end(text: str, now: datetime, zone: str, languages: list[Language]) -> date | None:
    """A single day that is over, in the last words; `split` leaves those in the text."""
    words = text.split()
    for count in range(min(LAST_WORDS, len(words) - 1), 0, -1):
        for readings in reader.read_in(languages, " ".join(words[-count:]), now, zone):
            if len(readings) == 1 and readings[0].kind is Kind.date:
                day = last_day(readings[0])
                return day if day < local(now, zone).date() else None
    return None
