"""Dates as both languages write them, seen from Saturday 28 November 2026."""

from datetime import date, datetime, timedelta

import pytest

from bot.core.language import Language
from bot.text import formats

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize(
    ("days", "english", "dutch"),
    [
        (0, "today", "vandaag"),
        (1, "tomorrow", "morgen"),
        (2, "Mon 30 Nov", "ma 30 nov"),
        (-1, "1 day late", "1 dag te laat"),
        (-3, "3 days late", "3 dagen te laat"),
        (40, "Thu 7 Jan 2027", "do 7 jan 2027"),
    ],
)
def test_a_date_as_seen_from_today(days: int, english: str, dutch: str) -> None:
    day = TODAY + timedelta(days=days)
    assert formats.due_from(day, TODAY, Language.en) == english
    assert formats.due_from(day, TODAY, Language.nl) == dutch


def test_the_year_stands_only_where_it_is_another_one() -> None:
    assert formats.near_day(date(2026, 12, 4), TODAY, Language.nl) == "vr 4 dec"
    assert formats.near_day(date(2025, 12, 4), TODAY, Language.en) == "Thu 4 Dec 2025"


def test_the_week_stands_where_a_date_is_checked() -> None:
    assert formats.near_day_and_week(date(2026, 12, 4), TODAY, Language.en) == "Fri 4 Dec (wk 49)"


def test_moments_and_periods() -> None:
    starts = datetime(2026, 11, 30, 20, 30)
    assert formats.near_moment(starts, TODAY, Language.nl) == "ma 30 nov 20:30"
    ends = starts + timedelta(minutes=45)
    assert formats.near_period(starts, ends, TODAY, Language.en) == "Mon 30 Nov, 20:30–21:15"
