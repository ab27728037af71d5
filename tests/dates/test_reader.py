"""Dates in words mean what the tables say; the rest is refused or asked back."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from bot.core.calendar import clock_change_at, instant
from bot.core.errors import Rejected
from bot.dates.reader import (
    Ambiguous,
    Kind,
    Language,
    Reading,
    Unreadable,
    duration,
    read,
    read_span,
    split,
    week_number,
)
from tests.measure_dates import NOW, TABLES, ZONE, outcome, right, rows

EN, NL = Language.en, Language.nl
PHRASES = [row for table in TABLES for row in rows(table)]


def said(phrase: str, now: str, language: Language = EN, zone: str = ZONE) -> Reading:
    return read(phrase, datetime.fromisoformat(now).replace(tzinfo=ZoneInfo(zone)), zone, language)


@pytest.mark.parametrize("language", list(Language))
def test_every_phrase_of_the_table_is_read_as_it_says(language: Language) -> None:
    table = [row for row in PHRASES if row["lang"] == language]
    assert len({row["phrase"] for row in table}) >= 1000
    assert [(row["phrase"], outcome(row)) for row in table if not right(row)] == []


def test_the_first_time_of_a_recurrence_fits_its_rule() -> None:
    for row in PHRASES:
        reading = outcome(row)
        if isinstance(reading, Reading) and reading.rrule and isinstance(reading.start, date):
            day = reading.start
            start = day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)
            assert next(iter(rrulestr(reading.rrule, dtstart=start))) == start, row


@pytest.mark.parametrize(
    ("phrase", "now", "language", "start"),
    [
        ("Friday", "2026-11-28T12:00", EN, date(2026, 12, 4)),
        ("next Friday", "2026-11-27T12:00", EN, date(2026, 12, 4)),
        ("next Tuesday", "2026-11-27T12:00", EN, date(2026, 12, 1)),
        ("this Monday", "2026-11-25T12:00", EN, date(2026, 11, 30)),
        ("end of week", "2026-11-27T12:00", EN, date(2026, 11, 27)),
        ("end of week", "2026-11-28T12:00", EN, date(2026, 12, 4)),
        ("eind van de maand", "2027-02-01T12:00", NL, date(2027, 2, 28)),
        ("week 1", "2026-03-09T12:00", EN, date(2027, 1, 4)),
        ("week 53", "2026-12-29T12:00", EN, date(2026, 12, 28)),
        ("15 jan", "2027-01-15T12:00", NL, date(2027, 1, 15)),
        ("15 jan", "2027-03-16T12:00", NL, date(2028, 1, 15)),
        ("next month", "2027-01-31T12:00", EN, date(2027, 2, 1)),
        ("in a month", "2027-01-31T12:00", EN, date(2027, 2, 28)),
        ("the 31st", "2027-02-01T12:00", EN, date(2027, 3, 31)),
        ("9:00", "2026-11-23T09:00", EN, datetime(2026, 11, 23, 9)),
        ("9:00", "2026-11-23T09:01", EN, datetime(2026, 11, 24, 9)),
        ("monday 14:00", "2026-11-23T15:00", EN, datetime(2026, 11, 30, 14)),
        ("over 2 werkdagen", "2026-11-27T12:00", NL, date(2026, 12, 1)),
        ("vannacht om 3 uur", "2026-11-23T20:00", NL, datetime(2026, 11, 24, 3)),
        ("every Monday at 9", "2026-11-23T10:00", EN, datetime(2026, 11, 30, 9)),
        ("elke 31e van de maand", "2027-02-01T10:00", NL, date(2027, 3, 31)),
        ("last Friday of every month", "2026-11-28T10:00", EN, date(2026, 12, 25)),
    ],
)
def test_a_phrase_depends_on_when_it_is_said(
    phrase: str, now: str, language: Language, start: date | datetime
) -> None:
    assert said(phrase, now, language).start == start


def test_said_late_in_the_evening_today_is_that_of_the_zone() -> None:
    late = datetime(2026, 11, 23, 23, 30, tzinfo=UTC)
    assert read("today", late, "Europe/Amsterdam", EN).start == date(2026, 11, 24)
    assert read("vandaag", late, "America/New_York", NL).start == date(2026, 11, 23)


def test_hours_from_now_count_a_clock_change() -> None:
    assert said("in 3 hours", "2027-03-28T01:00").start == datetime(2027, 3, 28, 5)
    assert said("over 3 uur", "2027-10-31T01:00", NL).start == datetime(2027, 10, 31, 3)


def test_an_instant_with_an_offset_is_read_in_the_zone() -> None:
    assert said("2026-12-01T14:00Z", "2026-11-23T09:00").start == datetime(2026, 12, 1, 15)
    assert said("2026-12-01T14:00-05:00", "2026-11-23T09:00").start == datetime(2026, 12, 1, 20)


@pytest.mark.parametrize(
    ("wall", "at", "change"),
    [
        (datetime(2027, 3, 28, 1, 59), datetime(2027, 3, 28, 0, 59), None),
        (datetime(2027, 3, 28, 2, 30), datetime(2027, 3, 28, 1, 30), "skipped"),
        (datetime(2027, 3, 28, 3, 0), datetime(2027, 3, 28, 1, 0), None),
        (datetime(2027, 10, 31, 2, 30), datetime(2027, 10, 31, 0, 30), "doubled"),
        (datetime(2027, 10, 31, 3, 0), datetime(2027, 10, 31, 2, 0), None),
    ],
)
def test_a_clock_change_is_said(wall: datetime, at: datetime, change: str | None) -> None:
    assert (instant(wall, ZONE), clock_change_at(wall, ZONE)) == (at.replace(tzinfo=UTC), change)


@pytest.mark.parametrize(
    ("phrase", "language", "minutes"),
    [
        ("90m", EN, 90),
        ("1.5h", EN, 90),
        ("1:30", EN, 90),
        ("2h", EN, 120),
        ("half an hour", EN, 30),
        ("an hour and a half", EN, 90),
        ("1h 15m", EN, 75),
        ("2 days", EN, 2880),
        ("1,5 uur", NL, 90),
        ("anderhalf uur", NL, 90),
        ("4 uur", NL, 240),
        ("1 uur en 30 minuten", NL, 90),
        ("drie kwartier", NL, 45),
        ("een half uur", NL, 30),
        ("kwartier", NL, 15),
        ("1 uur 30", NL, 90),
        ("2½ uur", NL, 150),
        ("1 hr 30", EN, 90),
        ("quarter of an hour", EN, 15),
    ],
)
def test_a_length_of_time_is_read_on_its_own(phrase: str, language: Language, minutes: int) -> None:
    assert duration(phrase, language) == timedelta(minutes=minutes)


@pytest.mark.parametrize("phrase", ["", "soon", "3 months", "Friday", "2 working days"])
def test_what_is_no_fixed_length_of_time_is_refused(phrase: str) -> None:
    with pytest.raises(Unreadable):
        duration(phrase, EN)


def test_the_two_meanings_come_likeliest_first() -> None:
    with pytest.raises(Ambiguous) as asked:
        read("voor morgen", NOW, ZONE, NL)
    assert asked.value.readings == (
        Reading(date(2026, 11, 23), kind=Kind.deadline),
        Reading(date(2026, 11, 24), kind=Kind.deadline),
    )


def test_a_week_is_numbered_as_in_iso() -> None:
    assert (week_number(date(2026, 11, 27)), week_number(date(2027, 1, 1))) == (48, 53)


WORDS = st.sampled_from(
    (
        "by before voor vóór uiterlijk om at on in over every elke next volgende last laatste first 1 2 "
        "3.5 1/12 14:00 9-10 Friday vr ma December mei week weeks weken day of van the end eind half kwart "
        "past to tot t/m - , and en until uur pm 2026 2026-12-01 31 a from ago geleden now morgen tomorrow "
        "or odd weeks kerst Christmas all hele please 5-Dec 25/12 2½ quarter elk each unit day 15e 22-12 "
        "working days werkdag van before after year jaar month maand weekend EOD \U0001f600 İ 99999"
    ).split()
)
TEXTS = st.one_of(st.text(max_size=40), st.lists(WORDS, max_size=7).map(" ".join))


@given(TEXTS, st.sampled_from(Language))
def test_nothing_that_is_typed_ends_in_a_fault(text: str, language: Language) -> None:
    try:
        reading = read(text, NOW, ZONE, language)
    except Rejected:
        return
    assert reading.start is not None
    if reading.end is not None:
        assert type(reading.start) is type(reading.end)
        assert reading.start <= reading.end


@given(TEXTS, st.sampled_from(Language))
def test_an_absence_is_refused_or_ends_after_it_begins(text: str, language: Language) -> None:
    try:
        first, last = read_span(text, NOW, ZONE, language)
    except Rejected:
        return
    assert first <= last


@given(TEXTS, st.sampled_from(Language))
def test_splitting_any_text_ends_in_a_text_or_a_question(text: str, language: Language) -> None:
    try:
        rest, reading = split(text, NOW, ZONE, language)
    except Ambiguous:
        return
    assert rest == text or reading is not None


@given(st.dates(date(1, 1, 1)), st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)))
def test_an_iso_date_reads_as_itself(day: date, at: time) -> None:
    for language in Language:
        assert read(day.isoformat(), NOW, ZONE, language).start == day
        both = f"{day}T{at:%H:%M}"
        assert read(both, NOW, ZONE, language).start == datetime.fromisoformat(both)
