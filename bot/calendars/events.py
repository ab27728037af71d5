"""The events of a feed, one by one: when they begin, how long they last, and whether they are busy."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from bot.calendars.feed import Component, Property
from bot.calendars.feed_zones import Zones

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z)?)?")
_LENGTH = re.compile(r"([+-]?)P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?")
DAY = timedelta(days=1)
_FREE = {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}


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


@dataclass(frozen=True, slots=True)
class Event:
    uid: str
    sequence: int
    start: Moment
    length: Length
    busy: bool
    rules: tuple[str, ...] = ()
    """RRULE as it stands in the file."""
    not_rules: tuple[str, ...] = ()
    more: tuple[tuple[Moment, Length | None], ...] = ()
    """RDATE; a length where it has one of its own."""
    without: tuple[Moment, ...] = ()
    """EXDATE."""
    instead_of: Moment | None = None
    """RECURRENCE-ID: the instance that it takes the place of."""
    and_later: bool = False
    """It takes the place of those behind it as well."""

    def ends(self, start: Moment, length: Length | None = None) -> datetime:
        """The UTC instant at which an instance ends."""
        return (length or self.length).after(start.wall.replace(tzinfo=start.zone))


def read_event(component: Component, zones: Zones, nth: int) -> Event:
    """Raises ValueError where it has no start that can be read; `nth` names one that has no UID."""
    given = component.first("DTSTART")
    if given is None:
        raise ValueError("an event without a start")
    start = read_moment(given, given.value, zones)
    zone, instance = start.zone, component.first("RECURRENCE-ID")
    return Event(
        uid=component.text("UID") or f"no UID {nth}",
        sequence=_number(component.text("SEQUENCE")),
        start=start,
        length=_length(component, start, zones),
        busy=not any(component.text(name).upper() == value for name, value in _FREE.items()),
        rules=tuple(each.value for each in component.all("RRULE")),
        not_rules=tuple(each.value for each in component.all("EXRULE")),
        more=tuple(_more(component, zones, zone)),
        without=tuple(
            moment for each in component.all("EXDATE") for moment in read_moments(each, zones, zone)
        ),
        instead_of=read_moment(instance, instance.value, zones, zone) if instance else None,
        and_later=instance is not None and instance.parameters.get("RANGE", "").upper() == "THISANDFUTURE",
    )


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _length(component: Component, start: Moment, zones: Zones) -> Length:
    """Of an end exact, of a whole day and of a duration nominal; a time without either takes none."""
    if end := component.first("DTEND"):
        ends = read_moment(end, end.value, zones, start.zone)
        if start.whole_day and ends.whole_day:
            return Length(days=max((ends.wall - start.wall) // DAY, 1))
        return Length(exact=max(ends.instant - start.instant, timedelta()))
    if duration := component.text("DURATION"):
        return read_length(duration)
    return Length(days=1) if start.whole_day else Length()


def _more(component: Component, zones: Zones, zone: tzinfo) -> list[tuple[Moment, Length | None]]:
    found: list[tuple[Moment, Length | None]] = []
    for given in component.all("RDATE"):
        if given.parameters.get("VALUE", "").upper() == "PERIOD":
            found += read_periods(given, zones, zone)
        else:
            found += [(moment, None) for moment in read_moments(given, zones, zone)]
    return found
