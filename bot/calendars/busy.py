"""When somebody is busy, read off a calendar feed: times alone, never a title; each of what recurs."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from itertools import islice, takewhile
from typing import TypeVar
from zoneinfo import ZoneInfo

from dateutil.rrule import rrule, rrulestr

from bot.calendars.events import DAY, Event, Length, Moment, read_event, read_periods
from bot.calendars.feed import Component, Feed
from bot.calendars.feed_zones import Zones

Span = tuple[datetime, datetime]
MOST = 100_000
"""Instances of a rule that are looked at: a meeting every minute, for two months."""
_UNTIL = re.compile(r";?UNTIL=(\d{8})(?:T(\d{6})(Z)?)?", re.IGNORECASE)


class TooMany(Exception):
    """A rule with more instances than anybody meets for, or that goes on looking for the next one."""


@dataclass(slots=True)
class Series:
    """All that bears one UID, of several versions the newest; some programs give all events one UID."""

    masters: list[Event] = field(default_factory=list)
    overrides: dict[datetime, Event] = field(default_factory=dict)
    """By the instant of the instance that each takes the place of."""

    def add(self, event: Event) -> None:
        if event.instead_of:
            known = self.overrides.get(event.instead_of.instant)
            if known is None or known.sequence <= event.sequence:
                self.overrides[event.instead_of.instant] = event
            return
        newest = self.masters[0].sequence if self.masters else event.sequence
        if event.sequence > newest:
            self.masters = [event]
        elif event.sequence == newest:
            self.masters.append(event)

    @property
    def recurs(self) -> bool:
        return any(each.rules or each.not_rules for each in self.masters)

    def spans(self, begin: datetime, end: datetime) -> Iterator[Span]:
        """What is busy in it between two UTC instants; raises TooMany and ValueError."""
        for master in self.masters:
            yield from _of_master(master, self.overrides, begin, end)
        for override in self.overrides.values():
            if override.busy:
                yield override.start.instant, override.ends(override.start)


def _of_master(master: Event, moved: dict[datetime, Event], begin: datetime, end: datetime) -> Iterator[Span]:
    gone = {each.instant for each in master.without if not each.whole_day or master.start.whole_day}
    days_gone = {each.wall.date() for each in master.without if each.whole_day}
    days_moved = {
        at.instead_of.wall.date() for at in moved.values() if at.instead_of and at.instead_of.whole_day
    }
    later = sorted((at for at, each in moved.items() if each.and_later), reverse=True)
    for start, length in _instances(master, begin, end):
        at, on = start.instant, start.wall.date()
        if at in gone or on in days_gone or at in moved or on in days_moved:
            continue
        since = next((instant for instant in later if instant < at), None)
        if since is not None:
            yield from _moved(moved[since], start)
        elif master.busy:
            yield at, master.ends(start, length)


def _moved(override: Event, start: Moment) -> Iterator[Span]:
    """An instance behind one that moved with all that follow it."""
    assert override.instead_of is not None
    by = override.start.wall - override.instead_of.instant.astimezone(override.start.zone).replace(
        tzinfo=None
    )
    wall = start.instant.astimezone(override.start.zone).replace(tzinfo=None) + by
    if override.busy:
        moved = Moment(wall, override.start.zone)
        yield moved.instant, override.ends(moved)


def _instances(master: Event, begin: datetime, end: datetime) -> Iterator[tuple[Moment, Length | None]]:
    """Of the window and a little around it; the first is always one."""
    zone, longest = master.start.zone, _longest(master)
    first = begin.astimezone(zone).replace(tzinfo=None) - longest - DAY
    last = end.astimezone(zone).replace(tzinfo=None) + DAY
    walls = {master.start.wall} if first <= master.start.wall <= last else set()
    for rule in master.rules:
        walls |= _walls(rule, master.start, first, last)
    for rule in master.not_rules:
        walls -= _walls(rule, master.start, first, last)
    for wall in walls:
        yield Moment(wall, zone, master.start.whole_day), None
    for more, length in master.more:
        if more.instant not in {Moment(wall, zone).instant for wall in walls} or length:
            yield more, length


def _longest(master: Event) -> timedelta:
    lengths = [master.length, *(length for _, length in master.more if length)]
    return max(timedelta(days=each.days) + each.exact for each in lengths)


def _walls(text: str, start: Moment, first: datetime, last: datetime) -> set[datetime]:
    until_then = takewhile(lambda wall: wall <= last, _rule(text, start))
    walls = [*islice(until_then, MOST + 1)]
    if len(walls) > MOST:
        raise TooMany
    return {wall for wall in walls if wall >= first}


def _rule(text: str, start: Moment) -> rrule:
    """On the wall: an end in UTC is that of the zone, an end that is a day holds that day."""
    tidy = re.sub(r"\s", "", text).strip(";")
    ends = _UNTIL.search(tidy)
    bare = _UNTIL.sub("", tidy).strip(";")
    rule = rrulestr(bare, dtstart=start.wall)
    if not isinstance(rule, rrule):
        raise ValueError(f"{text!r} is no rule")
    return rule.replace(until=_until(ends, start)) if ends else rule


def _until(found: re.Match[str], start: Moment) -> datetime:
    day = datetime.strptime(found[1], "%Y%m%d")
    if found[2] is None:
        return datetime.combine(day, time.max)
    at = datetime.strptime(found[1] + found[2], "%Y%m%d%H%M%S")
    if found[3] is None or start.whole_day:
        return at
    return at.replace(tzinfo=UTC).astimezone(start.zone).replace(tzinfo=None)


At = TypeVar("At", datetime, int)


@dataclass(frozen=True)
class Busy:
    spans: list[Span]
    """UTC, in order, none touching the next."""
    truncated: bool = False
    """The feed was cut off: what was complete is here."""
    unread: int = 0
    """Events that make somebody busy at a time that can't be read."""


def read_busy(
    data: bytes,
    begin: datetime,
    end: datetime,
    zone: str,
    patience: Callable[[], AbstractContextManager[None]] = nullcontext,
) -> Busy:
    """Between two instants, of an owner in `zone`. Raises UnreadableCalendar.

    `patience`, around each that recurs, may raise TooMany: there are rules that look for their next instance
    for ever.
    """
    feed = Feed(data)
    zones = Zones(feed.zones, ZoneInfo(zone), (end + 2 * DAY).replace(tzinfo=None))
    spans: list[Span] = []
    series: dict[str, Series] = defaultdict(Series)
    unread = 0
    for at, component in enumerate(feed.components()):
        try:
            if component.name == "VEVENT":
                event = read_event(component, zones, at)
                series[event.uid].add(event)
            elif component.name == "VFREEBUSY":
                spans += _free_busy(component, zones)
        except (ValueError, OverflowError):
            unread += 1
    for each in series.values():
        try:
            with patience() if each.recurs else nullcontext():
                spans += each.spans(begin, end)
        except (TooMany, ValueError, OverflowError):
            unread += 1
    return Busy(merged(spans, begin, end), feed.truncated, unread)


def merged(spans: Iterable[tuple[At, At]], begin: At, end: At) -> list[tuple[At, At]]:
    """In order, cut to the window, those that touch as one."""
    found: list[tuple[At, At]] = []
    for starts, ends in sorted((max(starts, begin), min(ends, end)) for starts, ends in spans):
        if starts >= ends:
            continue
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((starts, ends))
    return found


def _free_busy(component: Component, zones: Zones) -> Iterator[Span]:
    for given in component.all("FREEBUSY"):
        if given.parameters.get("FBTYPE", "").upper() != "FREE":
            for start, length in read_periods(given, zones):
                yield start.instant, length.after(start.wall.replace(tzinfo=start.zone))
