"""Recurrence by days: "every first Monday" as its RFC 5545 rule and its first day."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from bot.core.language import Language
from bot.dates import reader
from bot.dates.reader import Ambiguous, Kind, Reading, Unreadable

LONGEST = timedelta(days=9132)
"""Twenty-five years: to look on day by day to the year 9999 would keep everybody waiting."""


@dataclass(frozen=True)
class Recurrence:
    rrule: str
    """The parts of RFC 5545 without the prefix `RRULE:`; all of days, without a time."""
    first: date


def read_recurrence(phrase: str, now: datetime, zone: str, languages: Sequence[Language]) -> Recurrence:
    """A whole phrase that repeats; raise Unreadable, or Ambiguous with all that it may mean."""
    for readings in reader.each_in(languages, phrase, now, zone):
        if len(readings) > 1:
            raise Ambiguous(phrase, readings)
        if found := recurrence_of(readings[0]):
            return found
    raise Unreadable(phrase)


def recurrence_of(reading: Reading) -> Recurrence | None:
    """Its rule by days; None for what does not repeat."""
    if reading.kind is not Kind.recurrence or reading.rrule is None or reading.start is None:
        return None
    rule, _, until = reading.rrule.partition(";UNTIL=")
    first = reading.start.date() if isinstance(reading.start, datetime) else reading.start
    return Recurrence(rule + (f";UNTIL={until[:8]}" if until else ""), first)


def next_day(recurrence: Recurrence, after: date) -> date | None:
    """The first of its days later than `after`, months without it passed over; None when it has ended."""
    if after - recurrence.first > LONGEST:
        return None
    start = datetime.combine(recurrence.first, time())
    rule = rrulestr(recurrence.rrule, dtstart=start)
    found = rule.after(max(datetime.combine(after, time()), start - timedelta(days=1)))
    return found.date() if found else None


MONTH_DAY = re.compile(r"BYMONTHDAY=(-?\d+)")


def passed_over(rule: str, first: date | None) -> int | None:
    """The day, 29 to 31, for want of which some months are passed over; `first`: where it counts from."""
    if "FREQ=MONTHLY" not in rule or "BYMONTH=" in rule:
        return None
    named = MONTH_DAY.search(rule)
    counted = first.day if first and "BYDAY" not in rule else 0
    day = int(named[1]) if named else counted
    return day if day > 28 else None
