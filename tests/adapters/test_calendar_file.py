from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.adapters.calendar_file import invitation
from bot.core.calendar_event import Attendance, CalendarEvent, Party

NOW = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
OTIS = Party("Otis Lane", "otis@example.org")
WENDY = Party("Wendy Holt", "wendy@example.org", attendance=Attendance.accepted)
PIP = Party("Pip, Jr.", "pip@example.org", required=False)
FAIR = CalendarEvent(
    uid="P3-M7@spil",
    sequence=2,
    starts=datetime(2026, 3, 30, 14, 0, tzinfo=ZoneInfo("Europe/Amsterdam")),
    ends=datetime(2026, 3, 30, 15, 30, tzinfo=ZoneInfo("Europe/Amsterdam")),
    summary="Fair committee",
    location="Barn; back door",
    description="1. Budget\n2. Sign",
    organiser=OTIS,
    parties=(OTIS, WENDY, PIP),
)


def entry(file: bytes) -> Event:
    found = Calendar.from_ical(file).walk("VEVENT")
    assert len(found) == 1 and isinstance(found[0], Event)
    return found[0]


def lines(file: bytes) -> list[str]:
    """The content lines of `file`, unfolded."""
    return file.decode().replace("\r\n ", "").split("\r\n")


def test_an_invitation_is_a_request_with_times_in_utc() -> None:
    found = lines(invitation(FAIR, NOW))
    assert "METHOD:REQUEST" in found
    assert "VERSION:2.0" in found
    assert "DTSTAMP:20260302T093000Z" in found
    assert "DTSTART:20260330T120000Z" in found
    assert "DTEND:20260330T133000Z" in found
    assert {"UID:P3-M7@spil", "SEQUENCE:2", "STATUS:CONFIRMED"} <= set(found)


def test_the_organiser_and_all_who_are_asked_are_named_with_role_and_answer() -> None:
    found = entry(invitation(FAIR, NOW))
    assert found["organizer"] == "mailto:otis@example.org"
    people = {str(person): dict(person.params) for person in found.attendees}
    assert people == {
        "mailto:otis@example.org": {
            "CN": "Otis Lane", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
        },
        "mailto:wendy@example.org": {
            "CN": "Wendy Holt", "ROLE": "REQ-PARTICIPANT", "PARTSTAT": "ACCEPTED", "RSVP": "TRUE",
        },
        "mailto:pip@example.org": {
            "CN": "Pip, Jr.", "ROLE": "OPT-PARTICIPANT", "PARTSTAT": "NEEDS-ACTION", "RSVP": "TRUE",
        },
    }  # fmt: skip


def test_the_calendar_warns_ten_minutes_before() -> None:
    (alarm,) = entry(invitation(FAIR, NOW)).walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(minutes=-10)
    assert alarm["action"] == "DISPLAY"
    assert alarm["description"] == "Fair committee"


def test_a_cancelled_meeting_is_taken_out_and_warns_nobody() -> None:
    file = invitation(replace(FAIR, cancelled=True, sequence=3), NOW)
    assert {"METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:3", "UID:P3-M7@spil"} <= set(lines(file))
    assert b"VALARM" not in file


@pytest.mark.parametrize("organiser", [None, Party("Otis Lane", None), Party("Otis Lane", "no address")])
def test_without_an_organisers_address_the_meeting_is_only_published(organiser: Party | None) -> None:
    file = invitation(replace(FAIR, organiser=organiser), NOW)
    assert "METHOD:PUBLISH" in lines(file)
    assert b"ORGANIZER" not in file


def test_who_has_no_address_is_left_out() -> None:
    file = invitation(replace(FAIR, parties=(WENDY, Party("Max", None))), NOW)
    assert str(entry(file)["attendee"]) == "mailto:wendy@example.org"


def test_separators_and_line_ends_in_text_are_escaped() -> None:
    found = lines(invitation(FAIR, NOW))
    assert r"LOCATION:Barn\; back door" in found
    assert r"DESCRIPTION:1. Budget\n2. Sign" in found


def test_lines_end_in_crlf_and_long_ones_are_folded_at_75_octets() -> None:
    file = invitation(replace(FAIR, summary="Übermütige Vergaderzaal " * 20), NOW)
    assert file.endswith(b"END:VCALENDAR\r\n")
    assert b"\n" not in file.replace(b"\r\n", b"")
    assert max(len(line) for line in file.split(b"\r\n")) <= 75
    assert entry(file)["summary"] == "Übermütige Vergaderzaal " * 20


@pytest.mark.parametrize("email", ["a@b.nl\r\nATTENDEE:mailto:x@y.nl", "a@b.nl;X=1", "a b@c.nl", ""])
def test_an_address_cannot_smuggle_a_line_into_the_file(email: str) -> None:
    file = invitation(replace(FAIR, parties=(Party("Max", email),)), NOW)
    assert b"ATTENDEE" not in file


@given(st.text(max_size=200), st.text(max_size=60))
def test_any_text_and_name_come_back_as_one_event(text: str, name: str) -> None:
    party = Party(name, "max@example.org")
    file = invitation(replace(FAIR, summary=text, description=text, location=text, parties=(party,)), NOW)
    assert str(entry(file)["attendee"]) == "mailto:max@example.org"
    assert sum(line.startswith("BEGIN:") for line in lines(file)) == 3


def test_a_time_without_a_zone_or_an_end_before_the_start_is_refused() -> None:
    with pytest.raises(ValueError, match="zone"):
        replace(FAIR, starts=datetime(2026, 3, 30, 14, 0))
    with pytest.raises(ValueError, match="end"):
        replace(FAIR, ends=FAIR.starts - timedelta(minutes=1))
