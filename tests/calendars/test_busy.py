"""What is busy in a feed, seen by an owner in Amsterdam; times in the expectations are UTC."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from bot.calendars.busy import Busy, TooMany, read_busy
from bot.calendars.feed import LARGEST, UnreadableCalendar

BEGIN, END = datetime(2026, 3, 22, 23, tzinfo=UTC), datetime(2026, 4, 12, 22, tzinfo=UTC)
"""Three weeks from Monday 23 March 2026; on the 29th the clock goes forward."""
MOSCOW_TIME = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:16010101T000000
TZOFFSETFROM:+0300
TZOFFSETTO:+0300
END:STANDARD
END:VTIMEZONE"""
DENVER_TIME = """BEGIN:VTIMEZONE
TZID:Customized Time Zone
BEGIN:STANDARD
DTSTART:20071104T020000
RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=1SU
TZOFFSETFROM:-0600
TZOFFSETTO:-0700
END:STANDARD
BEGIN:DAYLIGHT
DTSTART:20070311T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU
TZOFFSETFROM:-0700
TZOFFSETTO:-0600
END:DAYLIGHT
END:VTIMEZONE"""
NINE = "DTSTART;TZID=Europe/Amsterdam:20260323T090000\nDTEND;TZID=Europe/Amsterdam:20260323T100000"
IN_WORDS = 'DTSTART;TZID="(UTC+03:00) Moscow, St. Petersburg":20260324T090000\nDURATION:PT1H'


def feed(*parts: str) -> bytes:
    """Each an event's lines without its UID, or a whole component."""
    events = (
        part if part.startswith("BEGIN") else f"BEGIN:VEVENT\nUID:{at}\n{part}\nEND:VEVENT"
        for at, part in enumerate(parts)
    )
    return "\n".join(["BEGIN:VCALENDAR", *events, "END:VCALENDAR", ""]).replace("\n", "\r\n").encode()


def series(*parts: str) -> bytes:
    """Events that share a UID."""
    return feed(*(f"BEGIN:VEVENT\nUID:one\n{part}\nEND:VEVENT" for part in parts))


def read(data: bytes) -> Busy:
    return read_busy(data, BEGIN, END, "Europe/Amsterdam")


def said(data: bytes) -> list[str]:
    """As "24 07:00-08:00": the day of March or April on which it begins."""
    found = read(data)
    assert found.unread == 0
    return [f"{start:%d %H:%M}-{end:%H:%M}" for start, end in found.spans]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("DTSTART:20260324T090000Z\nDTEND:20260324T100000Z", "24 09:00-10:00"),
        ("DTSTART:20260324T090000\nDTEND:20260324T100000", "24 08:00-09:00"),
        ("DTSTART;TZID=Asia/Kolkata:20260324T090000\nDURATION:PT30M", "24 03:30-04:00"),
        ("DTSTART;TZID=Asia/Kolkata:20260324T090000\nDTEND:20260324T100000", "24 03:30-04:30"),
        ("DTSTART;VALUE=DATE:20260324\nDTEND;VALUE=DATE:20260325", "23 23:00-23:00"),
        ("DTSTART;VALUE=DATE:20260324", "23 23:00-23:00"),
        (
            "DTSTART;TZID=/mozilla.org/20050126_1/Europe/London:20260324T090000\nDURATION:PT1H",
            "24 09:00-10:00",
        ),
        ("DTSTART;TZID=Eastern Standard Time:20260324T090000\nDURATION:PT1H", "24 13:00-14:00"),
        (IN_WORDS, "24 06:00-07:00"),
        ('DTSTART;TZID="Eastern Time (US & Canada)":20260324T090000\nDURATION:PT1H', "24 13:00-14:00"),
        ("DTSTART;TZID=Nowhere at all:20260324T090000\nDURATION:PT1H", "24 08:00-09:00"),
        ("DTSTART:20260328T220000\nDTEND:20260329T040000", "28 21:00-02:00"),
        ("DTSTART:20260328T220000\nDURATION:P1D", "28 21:00-20:00"),
    ],
)
def test_one_event_in_its_zone(lines: str, expected: str) -> None:
    assert said(feed(lines)) == [expected]


@pytest.mark.parametrize(
    "line",
    ["TRANSP:TRANSPARENT", "STATUS:CANCELLED", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"],
)
def test_what_is_free(line: str) -> None:
    assert said(feed(f"{NINE}\n{line}")) == []


@pytest.mark.parametrize("line", ["STATUS:TENTATIVE", "X-MICROSOFT-CDO-BUSYSTATUS:OOF", "TRANSP:OPAQUE"])
def test_what_is_busy_all_the_same(line: str) -> None:
    assert said(feed(f"{NINE}\n{line}")) == ["23 08:00-09:00"]


def test_a_time_without_an_end_takes_none() -> None:
    assert said(feed("DTSTART:20260324T090000Z")) == []


def test_a_series_keeps_its_hour_when_the_clock_changes() -> None:
    assert said(feed(f"{NINE}\nRRULE:FREQ=WEEKLY")) == ["23 08:00-09:00", "30 07:00-08:00", "06 07:00-08:00"]


@pytest.mark.parametrize(
    ("until", "times"),
    [
        ("20260330T070000Z", 2),
        ("20260330T065959Z", 1),
        ("20260330", 2),
        ("20260330T090000", 2),
        ("20260329", 1),
    ],
)
def test_the_end_of_a_rule_in_utc_as_a_day_and_on_the_wall(until: str, times: int) -> None:
    assert len(said(feed(f"{NINE}\nRRULE:FREQ=WEEKLY;UNTIL={until}"))) == times


def test_exceptions_of_a_series() -> None:
    rule = f"{NINE}\nRRULE:FREQ=DAILY;COUNT=4"
    first, third = ("20260323T080000Z", "20260325T090000")
    data = feed(f"{rule}\nEXDATE:{first}\nEXDATE;TZID=Europe/Amsterdam:{third}")
    assert said(data) == ["24 08:00-09:00", "26 08:00-09:00"]


def test_added_dates_are_one_list_with_the_rule_and_may_have_a_length_of_their_own() -> None:
    more = "RDATE;VALUE=PERIOD:20260325T120000Z/PT2H,20260326T120000Z/20260326T123000Z\nRDATE:20260327T090000"
    assert said(feed(f"{NINE}\n{more}")) == [
        "23 08:00-09:00",
        "25 12:00-14:00",
        "26 12:00-12:30",
        "27 08:00-09:00",
    ]


def test_what_takes_the_place_of_an_instance_also_before_its_series_moved_free_or_cancelled() -> None:
    moved = "RECURRENCE-ID:20260324T080000Z\nDTSTART:20260324T150000Z\nDTEND:20260324T160000Z"
    gone = "RECURRENCE-ID:20260325T080000Z\nDTSTART:20260325T080000Z\nDURATION:PT1H\nSTATUS:CANCELLED"
    free = "RECURRENCE-ID:20260326T080000Z\nDTSTART:20260326T080000Z\nDURATION:PT1H\nTRANSP:TRANSPARENT"
    data = series(moved, f"{NINE}\nRRULE:FREQ=DAILY;COUNT=5", gone, free)
    assert said(data) == ["23 08:00-09:00", "24 15:00-16:00", "27 08:00-09:00"]


def test_an_instance_without_its_series_is_an_event() -> None:
    assert said(series(f"RECURRENCE-ID:20260324T080000Z\n{NINE}")) == ["23 08:00-09:00"]


def test_a_series_that_moves_from_an_instance_on() -> None:
    later = (
        "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Amsterdam:20260325T090000\n"
        "DTSTART;TZID=Europe/Amsterdam:20260325T110000\nDTEND;TZID=Europe/Amsterdam:20260325T113000"
    )
    assert said(series(f"{NINE}\nRRULE:FREQ=DAILY;COUNT=4", later)) == [
        "23 08:00-09:00",
        "24 08:00-09:00",
        "25 10:00-10:30",
        "26 10:00-10:30",
    ]


def test_of_several_versions_the_newest_counts_and_of_equal_ones_each() -> None:
    old, new = f"{NINE}\nSEQUENCE:1", "SEQUENCE:2\nDTSTART:20260324T090000Z\nDURATION:PT1H"
    assert said(series(new, old)) == said(series(old, new)) == ["24 09:00-10:00"]
    careless = "DTSTART:20260324T090000Z\nDURATION:PT1H"
    assert said(series(NINE, careless)) == ["23 08:00-09:00", "24 09:00-10:00"]


def test_a_file_says_what_its_zones_are_and_no_other_file_does() -> None:
    event = "DTSTART;TZID=Customized Time Zone:20260324T090000\nDURATION:PT1H"
    moscow, denver = feed(MOSCOW_TIME, event), feed(event, DENVER_TIME)
    for _ in range(2):
        assert said(moscow) == ["24 06:00-07:00"]
        assert said(denver) == ["24 15:00-16:00"]
    assert said(feed(event)) == ["24 08:00-09:00"]


def test_free_busy_of_a_server() -> None:
    lines = "FREEBUSY;FBTYPE=BUSY:20260324T090000Z/PT1H,20260324T110000Z/20260324T113000Z"
    free = "FREEBUSY;FBTYPE=FREE:20260325T090000Z/PT1H"
    data = feed(f"BEGIN:VFREEBUSY\n{lines}\n{free}\nEND:VFREEBUSY")
    assert said(data) == ["24 09:00-10:00", "24 11:00-11:30"]


def test_tasks_and_alarms_make_nobody_busy() -> None:
    task = f"BEGIN:VTODO\n{NINE}\nEND:VTODO"
    alarm = "BEGIN:VALARM\nTRIGGER:-PT5M\nDURATION:PT9H\nEND:VALARM"
    assert said(feed(task, f"{NINE}\n{alarm}")) == ["23 08:00-09:00"]


def test_a_bad_line_or_event_costs_no_more_and_is_said() -> None:
    bad = read(feed(f"{NINE}\nthis is no line\nEXDATE:yesterday", "DTSTART:soon\nDURATION:PT1H"))
    assert (len(bad.spans), bad.unread) == (1, 1)
    no_rule = read(feed(NINE, f"{NINE}\nRRULE:FREQ=SOMETIMES"))
    assert (len(no_rule.spans), no_rule.unread) == (1, 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b" \r\n\t", "empty"),
        (b"<!DOCTYPE html><html>Sign in</html>", "not a calendar"),
        (b"x" * (LARGEST + 1), "too large"),
    ],
)
def test_no_calendar_at_all(data: bytes, why: str) -> None:
    with pytest.raises(UnreadableCalendar, match=why):
        read(data)


def test_of_a_feed_that_was_cut_off_what_was_complete_counts() -> None:
    cut = read(feed(NINE, "DTSTART:20260324T090000Z\nDURATION:PT1H")[:-40])
    assert cut.truncated and len(cut.spans) == 1


def test_lines_folded_inside_a_character_after_a_name_and_in_other_scripts() -> None:
    folded = feed(f"SUMMARY:caf\u00e9\n{NINE}").replace("\u00e9".encode(), b"\xc3\r\n \xa9")
    mozilla = feed(NINE.replace("DTSTART;", "DTSTART\n ;"))
    latin = feed(f"UID:caf\u00e9\n{NINE}").replace("\u00e9".encode(), b"\xe9")
    bare = feed(NINE).replace(b"\r\n", b"\n")
    marked = b"\xef\xbb\xbf" + feed(NINE)
    for data in (folded, mozilla, latin, bare, marked):
        assert said(data) == ["23 08:00-09:00"]


def test_times_that_touch_are_one_and_end_with_the_window() -> None:
    data = feed(NINE, "DTSTART:20260323T090000Z\nDURATION:PT1H", "DTSTART:20260412T200000Z\nDURATION:PT9H")
    assert said(data) == ["23 08:00-10:00", "12 20:00-22:00"]


def test_a_rule_without_end_costs_only_its_own_event() -> None:
    @contextmanager
    def a_moment() -> Iterator[None]:
        def enough(_number: int, _frame: object) -> None:
            raise TooMany

        before = signal.signal(signal.SIGALRM, enough)
        signal.setitimer(signal.ITIMER_REAL, 0.2)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, before)

    each_second = "DTSTART:20200101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY"
    never = "DTSTART:20200101T000000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30"
    found = read_busy(feed(each_second, never, NINE), BEGIN, END, "Europe/Amsterdam", a_moment)
    assert (len(found.spans), found.unread) == (1, 2)
