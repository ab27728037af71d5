"""Calendar files as programs that are not ours read them, and meetings of all kinds to write them of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from functools import cache
from io import StringIO
from itertools import count
from pathlib import Path
from threading import Thread
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server
from zoneinfo import ZoneInfo, available_timezones

import caldav
import icalendar
import recurring_ical_events
import vobject
from dateutil import tz
from hypothesis import strategies as st
from radicale import config
from radicale.app import Application

from bot.core.calendar_event import Attendance, CalendarEvent, Party

Times = Mapping[str, tuple[datetime, datetime]]
"""By UID, when an event begins and ends, in UTC."""

TRICKY = (
    "Europe/Amsterdam", "Europe/Dublin", "Africa/Casablanca", "Africa/Cairo", "Asia/Kolkata",
    "Asia/Kathmandu", "Asia/Tokyo", "Asia/Jerusalem", "Asia/Gaza", "America/New_York", "America/St_Johns",
    "America/Santiago",
    "America/Sao_Paulo", "America/Nuuk", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
    "Pacific/Chatham", "Pacific/Apia", "Antarctica/Troll", "Etc/GMT-5", "UTC",
)  # fmt: skip
ZONES = st.sampled_from(TRICKY) | st.sampled_from(sorted(available_timezones()))
_NEXT = count()
WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=120)
PEOPLE = st.builds(
    Party,
    WORDS,
    st.sampled_from(("wendy@example.org", "o'neil+x@example.org", None)),
    st.booleans(),
    st.sampled_from(Attendance),
)


@st.composite
def meetings(draw: st.DrawFn, zones: st.SearchStrategy[str] = ZONES) -> CalendarEvent:
    """Many of them near a change of their clock, some over it."""
    zone = draw(zones)
    starts = draw(
        st.sampled_from(near_changes(zone)) | st.datetimes(datetime(2024, 1, 1), datetime(2033, 1, 1))
    )
    starts += timedelta(minutes=5 * draw(st.integers(-60, 60)))
    begins = starts.replace(tzinfo=UTC, second=0, microsecond=0)
    return CalendarEvent(
        uid=f"{draw(st.integers(0, 10**12))}@spil",
        sequence=draw(st.integers(0, 9)),
        starts=begins,
        ends=begins + timedelta(minutes=draw(st.integers(5, 24 * 60))),
        summary=draw(WORDS),
        zone=zone,
        location=draw(WORDS | st.just("")),
        url=draw(st.sampled_from(("", "https://meet.example.org/a,b;c?d=é"))),
        description=draw(st.text(max_size=300)),
        organiser=draw(PEOPLE | st.none()),
        parties=tuple(draw(st.lists(PEOPLE, max_size=4))),
        cancelled=draw(st.booleans()),
    )


@cache
def near_changes(zone: str) -> list[datetime]:
    """Naive, in UTC: the days before the clock changes, or any day where it never does."""
    info, day, found = ZoneInfo(zone), date(2025, 1, 1), []
    for _ in range(4 * 73):
        at = datetime(day.year, day.month, day.day)
        before, after = (
            moment.replace(tzinfo=UTC).astimezone(info).utcoffset() for moment in (at, at + timedelta(days=5))
        )
        if before != after:
            found += [at + timedelta(hours=hours) for hours in range(0, 120, 10)]
        day += timedelta(days=5)
    return found or [datetime(2026, 3, 29, 1)]


def told(event: CalendarEvent) -> Times:
    return {event.uid: (event.starts.astimezone(UTC), event.ends.astimezone(UTC))}


def unnamed(file: bytes) -> bytes:
    """The file with zones that no program knows by name, so that each must read how their clocks change; nor
    by an earlier file, as icalendar keeps them."""
    for zone in set(re.findall(rb"^TZID:(.+?)\r$", file, re.MULTILINE)):
        made = b"Made/%d" % next(_NEXT)
        for sign, end in ((b":", b"\r"), (b"=", b":")):
            file = file.replace(b"TZID" + sign + zone + end, b"TZID" + sign + made + end)
    return file


def by_icalendar(file: bytes) -> Times:
    entries: list[Any] = icalendar.Calendar.from_ical(unnamed(file)).walk("VEVENT")
    return {str(each["UID"]): (_utc(each["DTSTART"].dt), _utc(each["DTEND"].dt)) for each in entries}


def by_vobject(file: bytes) -> Times:
    """With the zones of this file alone, as dateutil reads them: by itself vobject keeps those of earlier
    files, and takes for UTC what is an hour from it in summer."""
    text = unnamed(file).decode()
    vars(vobject.icalendar)["__tzidMap"].clear()
    vobject.icalendar.registerTzid("UTC", vobject.icalendar.utc)
    for part in re.findall(r"BEGIN:VTIMEZONE.*?END:VTIMEZONE\r\n", text, re.DOTALL):
        zones = tz.tzical(StringIO(part))
        [zone] = zones.keys()
        vobject.icalendar.registerTzid(zone, zones.get(zone))
    entries = vobject.readOne(text).vevent_list
    return {each.uid.value: (_utc(each.dtstart.value), _utc(each.dtend.value)) for each in entries}


def _utc(moment: Any) -> datetime:
    assert isinstance(moment, datetime) and moment.tzinfo is not None
    return moment.astimezone(UTC)


class _Quiet(WSGIRequestHandler):
    def log_message(self, *_: object) -> None:
        """Say nothing of each request."""


@contextmanager
def a_calendar_server(folder: Path) -> Iterator[Any]:
    """An empty calendar of Radicale's, on loopback."""
    configuration = config.load()
    settings = {
        "storage": {"filesystem_folder": str(folder), "_filesystem_fsync": "False"},
        "auth": {"type": "none"},
        "logging": {"level": "critical"},
    }
    configuration.update(settings, "test", privileged=True)
    server = make_server("127.0.0.1", 0, Application(configuration), handler_class=_Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        address = f"http://127.0.0.1:{server.server_port}/"
        dav: Any = caldav
        with dav.DAVClient(url=address, username="wendy", password="any") as client:
            yield client.principal().make_calendar(name="work")
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def by_radicale(calendar: Any, file: bytes) -> Times:
    """What is read of it once it was put there, as a program does that takes an invitation: without its
    method, which a calendar's own entry may not have (RFC 4791, 4.1)."""
    kept: Any = icalendar.Calendar.from_ical(file)
    del kept["METHOD"]
    stored = calendar.save_event(kept.to_ical().decode())
    back = calendar.event_by_url(stored.url)
    return by_icalendar(back.data.encode())


def by_a_person(files: Iterable[bytes], begin: datetime, end: datetime, server: Any = None) -> list[str]:
    """What stands between two instants in the calendar of who opens each of these invitations as it comes:
    `Mon 30 Nov 09:30` in UTC, as recurring-ical-events tells it, and the calendar of a `server` alike."""
    held: dict[str, dict[str, Any]] = {}
    for file in files:
        read: Any = icalendar.Calendar.from_ical(file)
        entries = read.walk("VEVENT")
        book = held.setdefault(str(entries[0]["UID"]), {})
        for entry in entries:
            at = entry["RECURRENCE-ID"].to_ical().decode() if "RECURRENCE-ID" in entry else ""
            if not at:  # The whole takes the place of all that was known of it.
                book.clear()
            if int(entry["SEQUENCE"]) >= int(book[at]["SEQUENCE"] if at in book else 0):
                book[at] = entry
    kept = [book for book in held.values() if "" not in book or book[""]["STATUS"] != "CANCELLED"]
    whole = _calendar(entry for book in kept for entry in book.values())
    shown = _shown(recurring_ical_events.of(whole).between(begin, end))
    if server:
        for book in kept:
            server.save_event(_calendar(book.values()).to_ical().decode())
        found = server.search(start=begin, end=end, event=True, expand=True)
        assert _shown(part for each in found for part in each.icalendar_instance.walk("VEVENT")) == shown
    return shown


def _calendar(entries: Iterable[Any]) -> Any:
    made = icalendar.Calendar()
    made.add("prodid", "-//a person//")
    made.add("version", "2.0")
    for entry in entries:
        made.add_component(entry)
    return made


def _shown(entries: Iterable[Any]) -> list[str]:
    on = sorted(_utc(each["DTSTART"].dt) for each in entries if each["STATUS"] != "CANCELLED")
    return [f"{at:%a %-d %b %H:%M}" for at in on]
