"""What words mean on any day of any year, in any zone: worked out here from the calendar."""

from calendar import monthrange
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from dateutil.rrule import rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.dates.reader import Ambiguous, Language, Reading, read, read_span

EN, NL = Language.en, Language.nl
DAYS = st.dates(date(2024, 1, 1), date(2060, 12, 31))
ZONES = st.sampled_from(("Europe/Amsterdam", "America/New_York", "Asia/Kolkata", "Pacific/Auckland", "UTC"))
WEEKDAYS = {
    EN: ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    NL: ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
}
MONTHS = {
    EN: "January February March April May June July August September October November December".split(),
    NL: "januari februari maart april mei juni juli augustus september oktober november december".split(),
}
RULES = {
    EN: ("every Monday", "every month on the 31st", "last Friday of every month", "every 29 February"),
    NL: ("elke maandag", "elke maand op de 31e", "laatste vrijdag van elke maand", "elke 29 februari"),
}


def noon(day: date, zone: str) -> datetime:
    return datetime.combine(day, time(12), ZoneInfo(zone))


def starts(phrase: str, today: date, zone: str, language: Language) -> list[date]:
    """All days that the phrase may mean."""
    try:
        readings: tuple[Reading, ...] = (read(phrase, noon(today, zone), zone, language),)
    except Ambiguous as several:
        readings = several.readings
    return [each.start for each in readings if each.start]


@given(DAYS, ZONES, st.sampled_from(Language), st.integers(0, 6))
def test_a_weekday_comes_within_a_week(today: date, zone: str, language: Language, weekday: int) -> None:
    found = starts(WEEKDAYS[language][weekday], today, zone, language)
    assert found == [
        day for day in (today + timedelta(ahead) for ahead in range(8)) if day.weekday() == weekday
    ]


@given(DAYS, ZONES, st.sampled_from(Language), st.integers(1, 12), st.integers(1, 31))
def test_a_day_without_its_year_is_the_coming_one(
    today: date, zone: str, language: Language, month: int, day: int
) -> None:
    if day > monthrange(2025, month)[1]:
        return
    *over, found = starts(f"{day} {MONTHS[language][month - 1]}", today, zone, language)
    assert (found.month, found.day) == (month, day)
    assert timedelta() <= found - today <= timedelta(days=366)
    assert over == [at for at in _every_year(today, month, day) if _lately(at, today)]


def _every_year(today: date, month: int, day: int) -> list[date]:
    return [date(year, month, day) for year in (today.year - 1, today.year)]


def _lately(day: date, today: date) -> bool:
    """Over since two months at most: this one, or next year's?"""
    return today - relativedelta(months=2) <= day < today


@given(DAYS, ZONES, st.sampled_from(Language), st.integers(1, 52))
def test_a_week_is_the_one_that_is_not_over(today: date, zone: str, language: Language, week: int) -> None:
    *over, found = starts(f"week {week}", today, zone, language)
    assert all(timedelta() < today - (day + timedelta(days=6)) < timedelta(days=63) for day in over)
    assert (found.isocalendar().week, found.weekday()) == (week, 0)
    assert today - timedelta(days=6) <= found <= today + timedelta(days=371)


@given(DAYS, ZONES, st.integers(1, 400))
def test_so_many_days_ahead_are_counted(today: date, zone: str, count: int) -> None:
    assert starts(f"in {count} days", today, zone, EN) == [today + timedelta(days=count)]
    assert starts(f"over {count} dagen", today, zone, NL) == [today + timedelta(days=count)]


@given(DAYS, ZONES)
def test_the_end_of_the_month_is_its_last_day(today: date, zone: str) -> None:
    last = today.replace(day=monthrange(today.year, today.month)[1])
    assert starts("end of the month", today, zone, EN) == [last]
    assert starts("eind van de maand", today, zone, NL) == [last]


@given(DAYS, ZONES)
def test_the_days_around_new_year_belong_together(today: date, zone: str) -> None:
    first, last = read_span("22 dec - 2 jan", noon(today, zone), zone, EN)
    assert (first.month, first.day, last.month, last.day) == (12, 22, 1, 2)
    assert last - first == timedelta(days=11)
    assert last >= today


@settings(max_examples=40)
@given(DAYS, ZONES, st.sampled_from(Language), st.integers(0, 3))
def test_what_repeats_begins_on_the_first_day_of_its_rule(
    today: date, zone: str, language: Language, which: int
) -> None:
    reading = read(RULES[language][which], noon(today, zone), zone, language)
    assert reading.rrule
    rule = rrulestr(reading.rrule, dtstart=datetime.combine(today, time()))
    assert reading.start == next(iter(rule)).date()
