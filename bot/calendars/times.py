"""The times of a feed: dates, times of the day, lengths and periods, as RFC 5545 writes them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.calendars.feed import Property
from bot.calendars.feed_zones import Zones

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Length:
    """Nominal: `days` are days of the calendar, which a clock change makes longer or shorter."""

    days: int = 0
    exact: timedelta = timedelta()

    def after(self, start: datetime) -> datetime:
        """The instant at which it ends; `start` has a zone."""
        nominal = start.replace(tzinfo=None) + timedelta(days=self.days)
        return nominal.replace(tzinfo=start.tzinfo).astimezone(UTC) + self.exact


@dataclass(frozen=True, slots=True)
class Moment:
    """A wall time in a zone; of a whole day its midnight."""

    wall: datetime
    zone: tzinfo
    whole_day: bool = False

    @property
    def instant(self) -> datetime:
        return self.wall.replace(tzinfo=self.zone).astimezone(UTC)


def read_moment(given: Property, value: str, zones: Zones, floating: tzinfo | None = None) -> Moment:
    """Raises ValueError. Whole days are the owner's; times without a zone `floating`'s, or theirs."""
    found = _TIME.fullmatch(value.strip())
    if not found:
        raise ValueError(f"{value!r} is no date and no time")
    year, month, day, hour, minute, second, utc = found.groups()
    on = date(int(year), int(month), int(day))
    if hour is None:
        return Moment(datetime.combine(on, time()), zones.owner, whole_day=True)
    at = datetime.combine(on, time(int(hour), int(minute), min(int(second or 0), 59)))
    if utc:
        return Moment(at, UTC)
    name = given.parameters.get("TZID")
    return Moment(at, zones.named(name) if name else floating or zones.owner)


def read_moments(given: Property, zones: Zones, floating: tzinfo | None) -> Iterator[Moment]:
    """Of a list; one that is bad is passed over."""
    for value in given.value.split(","):
        try:
            yield read_moment(given, value.partition("/")[0], zones, floating)
        except ValueError:
            continue


def read_length(value: str) -> Length:
    """Raises ValueError; one that goes back is none."""
    found = _LENGTH.fullmatch(value.strip())
    if not found:
        raise ValueError(f"{value!r} is no length")
    weeks, days, hours, minutes, seconds = (int(part or 0) for part in found.groups()[1:])
    if found[1] == "-":
        return Length()
    return Length(7 * weeks + days, timedelta(hours=hours, minutes=minutes, seconds=seconds))


def read_periods(
    given: Property, zones: Zones, floating: tzinfo | None = None
) -> Iterator[tuple[Moment, Length]]:
    """Of start/end or start/length each; one that is bad is passed over."""
    for period in given.value.split(","):
        start, slash, end = period.partition("/")
        try:
            begins = read_moment(given, start, zones, floating)
            if slash and end.strip().startswith(("P", "+P", "-P")):
                yield begins, read_length(end)
            elif slash:
                yield begins, Length(exact=read_moment(given, end, zones, floating).instant - begins.instant)
        except ValueError:
            continue
