"""A zone as a VTIMEZONE (RFC 5545, 3.6.5), as this machine's zone data has it.

How its clocks change is read off the zone itself: changes that fall by one rule in all the years looked at
are written as that rule, others (around Ramadan in Morocco) one by one, those of the years that matter.
"""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import lru_cache
from itertools import groupby
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

YEARS = 28
"""The weekdays of dates repeat after so many: what holds in all of them is a rule."""
WEEKDAYS = "MO", "TU", "WE", "TH", "FR", "SA", "SU"
Rule = dict[str, Any]
"""As icalendar takes an RRULE."""
STEP, SECOND = timedelta(days=5), timedelta(seconds=1)
"""Clocks that change keep to it for longer than a step."""


@dataclass(frozen=True, slots=True)
class Change:
    wall: datetime
    """Naive, on the clock before it."""
    before: timedelta
    after: timedelta
    name: str

    @property
    def kind(self) -> tuple[timedelta, timedelta, str]:
        return self.before, self.after, self.name


@lru_cache(maxsize=256)
def timezone_of(zone: str, first: int, last: int) -> Timezone:
    """`zone` in the years `first` to `last`; where its rules hold, also in those after."""
    info = ZoneInfo(zone)
    made = Timezone()
    made.add("tzid", zone)
    changes = _changes(info, first - 1, first + YEARS)
    for _, some in groupby(sorted(changes, key=lambda each: each.kind), lambda each: each.kind):
        for each, rule in _observances(list(some), first, last):
            made.add_component(_written(each, rule))
    if not changes or changes[0].wall.year >= first:
        begin = datetime(first - 1, 1, 1, tzinfo=UTC).astimezone(info)
        offset = begin.utcoffset() or timedelta()
        made.add_component(_written(Change(datetime(1970, 1, 1), offset, offset, begin.tzname() or zone)))
    return made


def ambiguous(moment: datetime) -> bool:
    """Whether the clock of its zone shows this time twice: no calendar can then tell which one is meant."""
    return moment.replace(fold=0).utcoffset() != moment.replace(fold=1).utcoffset()


def _observances(changes: list[Change], first: int, last: int) -> list[tuple[Change, Rule | None]]:
    """Without a rule each one by itself: ical.js reads of several in one part all but the first."""
    rule = _rule(changes) if len(changes) == YEARS + 2 else None
    if rule is not None:
        # From long ago: some keep a zone for all files that name it, and take one that begins late for UTC.
        since = changes[0].wall.replace(year=changes[0].wall.year - YEARS)
        return [(replace(changes[0], wall=since), rule)]
    here = [each for each in changes if first <= each.wall.year <= last + 1]
    # The last one before those years is still in force when they begin.
    earlier = [each for each in changes if each.wall.year < first][-1:]
    return [(each, None) for each in (*earlier, *here)]


def _written(change: Change, rule: Rule | None = None) -> TimezoneStandard | TimezoneDaylight:
    part = TimezoneDaylight() if change.after > change.before else TimezoneStandard()
    part.add("dtstart", change.wall)
    part.add("tzoffsetfrom", change.before)
    part.add("tzoffsetto", change.after)
    part.add("tzname", change.name)
    if rule:
        part.add("rrule", rule)
    return part


def _rule(changes: list[Change]) -> Rule | None:
    """The rule by which each of so many years has its change; None where there is none."""
    walls = [each.wall for each in changes]
    one_a_year = len({wall.year for wall in walls}) == len(walls)
    if not one_a_year or len({(wall.month, wall.time()) for wall in walls}) > 1:
        return None
    rule: Rule = {"freq": "yearly", "bymonth": walls[0].month}
    days, weekdays = {wall.day for wall in walls}, {wall.weekday() for wall in walls}
    if len(days) == 1:
        return {**rule, "bymonthday": min(days)}
    if len(weekdays) > 1 or max(days) - min(days) != 6:
        return None
    weekday = WEEKDAYS[weekdays.pop()]
    if max(days) == monthrange(walls[0].year, walls[0].month)[1]:
        return {**rule, "byday": f"-1{weekday}"}
    if max(days) % 7 == 0:
        return {**rule, "byday": f"{max(days) // 7}{weekday}"}
    return {**rule, "byday": weekday, "bymonthday": sorted(days)}


def _changes(info: ZoneInfo, first: int, last: int) -> list[Change]:
    """All of the years `first` to `last`, in order."""
    at, end = datetime(first, 1, 1, tzinfo=UTC), datetime(last + 1, 1, 1, tzinfo=UTC)
    found: list[Change] = []
    while at < end:
        if _state(info, at) != _state(info, at + STEP):
            moment = _moment(info, at, at + STEP)
            before = (moment - SECOND).astimezone(info).utcoffset() or timedelta()
            after = moment.astimezone(info)
            wall = moment.astimezone(timezone(before)).replace(tzinfo=None)
            found.append(Change(wall, before, after.utcoffset() or timedelta(), after.tzname() or ""))
        at += STEP
    return found


def _moment(info: ZoneInfo, low: datetime, high: datetime) -> datetime:
    """The first second at which the clock is another than at `low`."""
    while high - low > SECOND:
        middle = low + (high - low) // 2
        middle = middle.replace(microsecond=0)
        if _state(info, middle) == _state(info, low):
            low = middle
        else:
            high = middle
    return high


def _state(info: ZoneInfo, at: datetime) -> tuple[timedelta | None, str | None]:
    there = at.astimezone(info)
    return there.utcoffset(), there.tzname()
