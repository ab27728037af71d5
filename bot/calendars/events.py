"""The events of a feed, one by one: when they begin, how long they last, and whether they are busy."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from bot.calendars.feed import Component
from bot.calendars.feed_zones import Zones
from bot.calendars.times import DAY, Length, Moment, read_length, read_moment, read_moments, read_periods

_FREE = {"STATUS": "CANCELLED", "TRANSP": "TRANSPARENT", "X-MICROSOFT-CDO-BUSYSTATUS": "FREE"}


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
