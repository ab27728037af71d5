"""Invitations and subscriptions as iCalendar files (RFC 5545, 7986), with the methods of RFC 5546."""

import re
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vDuration, vRecur, vText, vUri

from bot.adapters.calendar_zone import ambiguous, timezone_of
from bot.core.calendar import zone_info
from bot.core.calendar_event import CalendarEvent, Party, is_address

_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029]")
_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f\"]")
_WARNING = timedelta(minutes=-10)
REFRESH = timedelta(hours=1)
YEARS_OF_A_SERIES = 10
"""For which the file says when clocks change."""


def invitation(event: CalendarEvent, now: datetime) -> bytes:
    """The file that puts `event` into a calendar, or takes it out; without an organiser it only publishes."""
    events = [event, *event.otherwise]
    return _file(event.method, events, [_asking(each, now, event.method) for each in events])


def _asking(event: CalendarEvent, now: datetime, asks: str) -> Event:
    entry = _event(event, now)
    if asks != "PUBLISH":
        for attendee in filter(None, map(_attendee, event.parties)):
            entry.add("attendee", attendee)
    if not event.cancelled:
        entry.add_component(_alarm(event))
    return entry


def subscription(events: Sequence[CalendarEvent], name: str, now: datetime) -> bytes:
    """A calendar of all `events` under a `name`, to be asked for again every hour. Nobody is asked to come by
    it, and nobody is reminded: that is done elsewhere."""
    about = {"x-wr-calname": vText(_text(name)), "name": vText(_text(name))}
    often = {"refresh-interval": vDuration(REFRESH), "x-published-ttl": vDuration(REFRESH)}
    often["refresh-interval"].params["VALUE"] = "DURATION"
    return _file("PUBLISH", events, [_event(each, now) for each in events], **about, **often)


def _file(
    asks: str, events: Sequence[CalendarEvent], entries: Iterable[Event], **about: vText | vDuration
) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", "-//Spil//Spil//EN")
    calendar.add("version", "2.0")
    calendar.add("method", asks)
    for name, value in about.items():
        calendar.add(name, value)
    years: dict[str, list[int]] = {}
    for event in events:
        starts, ends = _times(event)
        if starts.tzinfo is not UTC:
            last = ends.year + (YEARS_OF_A_SERIES if event.rule else 0)
            years.setdefault(event.zone, []).extend((starts.year, last))
    for zone, those in years.items():
        calendar.add_component(timezone_of(zone, min(those), max(those)))
    for entry in entries:
        calendar.add_component(entry)
    file: bytes = calendar.to_ical()
    return file


def _times(event: CalendarEvent) -> tuple[datetime, datetime]:
    """On the clock by which it was planned; in UTC where that shows one of them twice."""
    zone = zone_info(event.zone)
    starts, ends = event.starts.astimezone(zone), event.ends.astimezone(zone)
    if zone.key in ("UTC", "Etc/UTC") or ambiguous(starts) or ambiguous(ends):
        return starts.astimezone(UTC), ends.astimezone(UTC)
    return starts, ends


def _event(event: CalendarEvent, now: datetime) -> Event:
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    for name, moment in zip(("dtstart", "dtend"), _times(event), strict=True):
        entry.add(name, moment)
    if event.rule:
        entry.add("rrule", vRecur.from_ical(_until_the_end(event)))
        for each in event.skipped:
            entry.add("exdate", each.astimezone(entry.decoded("dtstart").tzinfo))
    if event.slot:
        entry.add("recurrence-id", event.slot.astimezone(entry.decoded("dtstart").tzinfo))
    entry.add("summary", _text(event.summary))
    for name, text in (("location", event.location), ("description", event.description)):
        if text:
            entry.add(name, _text(text))
    if event.url:
        entry.add("url", _text(event.url))
        entry.add("conference", vUri(_text(event.url)), {"VALUE": "URI"})
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    entry.add("transp", "TRANSPARENT" if event.free else "OPAQUE")
    if event.organiser and (organiser := _address(event.organiser)):
        entry.add("organizer", organiser)
    return entry


def _until_the_end(event: CalendarEvent) -> str:
    """The rule, whose last day is told as the instant at which that ends on the clock of the event."""

    def at_its_end(found: re.Match[str]) -> str:
        last = datetime.strptime(found[1], "%Y%m%d").replace(tzinfo=zone_info(event.zone))
        return f"UNTIL={(last + timedelta(days=1, seconds=-1)).astimezone(UTC):%Y%m%dT%H%M%SZ}"

    return re.sub(r"UNTIL=(\d{8})$", at_its_end, event.rule)


def _address(party: Party) -> vCalAddress | None:
    """`party` as a calendar address; None without an e-mail address fit for one."""
    if not is_address(party.email):
        return None
    address = vCalAddress(f"mailto:{party.email}")
    address.params["CN"] = vText(_UNNAMEABLE.sub(" ", party.name))
    return address


def _attendee(party: Party) -> vCalAddress | None:
    address = _address(party)
    if address is not None:
        address.params["ROLE"] = vText("REQ-PARTICIPANT" if party.required else "OPT-PARTICIPANT")
        address.params["PARTSTAT"] = vText(party.attendance)
        address.params["RSVP"] = vText("TRUE")
    return address


def _alarm(event: CalendarEvent) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _WARNING)
    alarm.add("description", _text(event.summary))
    return alarm


def _text(text: str) -> str:
    """`text` without control characters, which no file may hold, and what some take for a line's end."""
    return _UNPRINTABLE.sub("", text)
