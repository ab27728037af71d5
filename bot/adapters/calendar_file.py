"""Invitations as iCalendar files (RFC 5545), with the methods of RFC 5546."""

import re
from datetime import UTC, datetime, timedelta

from icalendar import Alarm, Calendar, Event, vCalAddress, vText

from bot.core.calendar_event import CalendarEvent, Party

_ADDRESS = re.compile(r"[^\s<>\"\\,;:\x00-\x1f\x7f]+@[^\s<>\"\\,;:\x00-\x1f\x7f]+")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_UNNAMEABLE = re.compile(r"[\x00-\x1f\x7f\"]")
_WARNING = timedelta(minutes=-10)


def invitation(event: CalendarEvent, now: datetime) -> bytes:
    """The file that puts `event` into a calendar, changes it there, or with `cancelled` takes it out.

    `now` becomes DTSTAMP. Without an organiser's address nobody can be answered, and RFC 5546 allows
    no request: the file then only publishes the event.
    """
    calendar = Calendar()
    calendar.add("prodid", "-//Spil//Spil//EN")
    calendar.add("version", "2.0")
    calendar.add("method", _method(event))
    calendar.add_component(_event(event, now))
    file: bytes = calendar.to_ical()
    return file


def _method(event: CalendarEvent) -> str:
    if event.organiser is None or _address(event.organiser) is None:
        return "PUBLISH"
    return "CANCEL" if event.cancelled else "REQUEST"


def _event(event: CalendarEvent, now: datetime) -> Event:
    entry = Event()
    entry.add("uid", event.uid)
    entry.add("sequence", event.sequence)
    entry.add("dtstamp", now.astimezone(UTC))
    entry.add("dtstart", event.starts.astimezone(UTC))
    entry.add("dtend", event.ends.astimezone(UTC))
    entry.add("summary", _text(event.summary))
    for name, text in (("location", event.location), ("description", event.description)):
        if text:
            entry.add(name, _text(text))
    if event.url:
        entry.add("url", _text(event.url))
    entry.add("status", "CANCELLED" if event.cancelled else "CONFIRMED")
    if event.organiser and (organiser := _address(event.organiser)):
        entry.add("organizer", organiser)
    for party in event.parties:
        if address := _attendee(party):
            entry.add("attendee", address)
    if not event.cancelled:
        entry.add_component(_alarm(event))
    return entry


def _address(party: Party) -> vCalAddress | None:
    """`party` as a calendar address; None without an e-mail address fit for one."""
    if party.email is None or not _ADDRESS.fullmatch(party.email):
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
    """`text` without control characters, which no calendar file may hold."""
    return _UNPRINTABLE.sub("", text)
