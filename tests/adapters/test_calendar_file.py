from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from bot.adapters.calendar_file import invitation, subscription
from bot.adapters.calendar_zone import timezone_of
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


def written(zone: str, year: int) -> list[str]:
    return lines(timezone_of(zone, year, year).to_ical())


def test_a_zone_is_written_as_the_rules_by_which_its_clocks_change() -> None:
    assert written("Europe/Dublin", 2026) == [
        "BEGIN:VTIMEZONE", "TZID:Europe/Dublin",
        "BEGIN:DAYLIGHT", "DTSTART:19970330T010000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:IST", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100", "END:DAYLIGHT",
        "BEGIN:STANDARD", "DTSTART:19971026T020000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:GMT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "END:STANDARD",
        "END:VTIMEZONE", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("zone", "rule"),
    [
        ("Australia/Lord_Howe", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=4"),
        ("America/New_York", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
        ("America/Santiago", "RRULE:FREQ=YEARLY;BYDAY=SU;BYMONTHDAY=2,3,4,5,6,7,8;BYMONTH=9"),
    ],
)
def test_the_rule_is_that_of_the_zone(zone: str, rule: str) -> None:
    assert rule in written(zone, 2026)


def test_clocks_that_follow_no_rule_are_written_change_by_change() -> None:
    morocco = written("Africa/Casablanca", 2026)
    starts = [line for line in morocco if line.startswith("DTSTART")]
    assert {"DTSTART:20260215T030000", "DTSTART:20260322T020000"} <= set(starts)
    assert not any(line.startswith("RRULE") for line in morocco)


def test_of_a_year_whose_rules_are_over_its_own_changes_hold() -> None:
    assert "DTSTART:20060402T020000" in written("America/New_York", 2006)


def test_a_zone_whose_clocks_never_change_has_one_part() -> None:
    assert written("Asia/Kolkata", 2026)[2:-2] == [
        "BEGIN:STANDARD", "DTSTART:19700101T000000", "TZNAME:IST", "TZOFFSETFROM:+0530", "TZOFFSETTO:+0530",
        "END:STANDARD",
    ]  # fmt: skip


def test_times_are_on_the_clock_that_the_meeting_was_planned_by() -> None:
    found = lines(invitation(replace(FAIR, zone="Europe/Amsterdam"), NOW))
    assert "DTSTART;TZID=Europe/Amsterdam:20260330T140000" in found
    assert "DTEND;TZID=Europe/Amsterdam:20260330T153000" in found
    assert "TZID:Europe/Amsterdam" in found


def test_in_the_hour_that_the_clock_shows_twice_times_are_in_utc() -> None:
    starts = datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    night = replace(FAIR, zone="Europe/Amsterdam", starts=starts, ends=starts + timedelta(hours=1))
    found = lines(invitation(night, NOW))
    assert {"DTSTART:20261025T003000Z", "DTEND:20261025T013000Z"} <= set(found)
    assert "BEGIN:VTIMEZONE" not in found


def test_the_address_of_a_call_is_one_to_press() -> None:
    found = lines(invitation(replace(FAIR, url="https://meet.example.org/a,b;c"), NOW))
    assert "URL:https://meet.example.org/a,b;c" in found
    assert "CONFERENCE;VALUE=URI:https://meet.example.org/a,b;c" in found


def test_nobody_is_asked_by_a_file_that_only_publishes() -> None:
    assert b"ATTENDEE" not in invitation(replace(FAIR, organiser=None), NOW)


def test_a_subscription_holds_all_with_their_zones_once_and_says_how_often_to_ask() -> None:
    there = replace(FAIR, zone="Europe/Amsterdam")
    others = replace(there, uid="2"), replace(there, uid="3", zone="Asia/Kolkata", free=True, cancelled=True)
    found = lines(subscription([there, *others], "Spil, me", NOW))
    assert [line for line in found if line.startswith("TZID")] == [
        "TZID:Europe/Amsterdam",
        "TZID:Asia/Kolkata",
    ]
    assert found.count("BEGIN:VEVENT") == 3 and "BEGIN:VALARM" not in found
    assert {"X-PUBLISHED-TTL:PT1H", "REFRESH-INTERVAL;VALUE=DURATION:PT1H", "METHOD:PUBLISH"} <= set(found)
    assert {"X-WR-CALNAME:Spil\\, me", "STATUS:CANCELLED", "TRANSP:TRANSPARENT"} <= set(found)
