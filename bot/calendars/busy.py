"""When somebody is busy, read off a calendar feed: times alone, never a title."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from zoneinfo import ZoneInfo

from bot.calendars.events import DAY, read_event, read_periods
from bot.calendars.feed import Component, Feed
from bot.calendars.feed_zones import Zones
from bot.calendars.series import Series, Span, TooMany

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
