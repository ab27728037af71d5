"""Calendar arithmetic behind dates in words: weeks are ISO, working days Monday to Friday."""

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.core.calendar import instant, local
from bot.dates.values import CODES, Context, Days, Grain, Length, Span, one_day

FRIDAY = 4
DAY = timedelta(days=1)
WEEK = timedelta(days=7)
RECENT = relativedelta(months=2)
"""A day that passed so lately is asked about, not moved a year without a word."""


def on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def after(day: date, weekday: int) -> date:
    return on_or_after(day + DAY, weekday)


def before(day: date, weekday: int) -> date:
    return on_or_after(day - WEEK, weekday)


def in_week_of(day: date, weekday: int) -> date:
    """This weekday in the ISO week of `day`."""
    return day + timedelta(days=weekday - day.weekday())


def add_workdays(day: date, count: int) -> date:
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while day.weekday() > FRIDAY:
            day += step
    return day


def add(day: date, length: Length) -> date:
    moved = day + relativedelta(months=length.months, days=length.days)
    return add_workdays(moved, length.workdays)


def elapse(context: Context, minutes: int) -> datetime:
    """The wall-clock time so many minutes from now; a clock change in between counts."""
    return local(instant(context.now, context.zone) + timedelta(minutes=minutes), context.zone)


def week_of(day: date) -> Span:
    return Span(in_week_of(day, 0), in_week_of(day, FRIDAY), Grain.week)


def weekend_of(day: date) -> Span:
    return Span(in_week_of(day, 5), in_week_of(day, 6), Grain.weekend)


def iso_week(year: int, week: int) -> Span | None:
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def _months(year: int, first: int, last: int, grain: Grain) -> Span:
    return Span(date(year, first, 1), date(year, last, monthrange(year, last)[1]), grain)


def month_of(year: int, month: int) -> Span:
    return _months(year, month, month, Grain.month)


def quarter_of(year: int, quarter: int) -> Span:
    return _months(year, 3 * quarter - 2, 3 * quarter, Grain.quarter)


def year_of(year: int) -> Span:
    return _months(year, 1, 12, Grain.year)


_AROUND: dict[str, Callable[[date], Span]] = {
    "day": lambda day: Span(day, day),
    "week": week_of,
    "weekend": weekend_of,
    "month": lambda day: month_of(day.year, day.month),
    "quarter": lambda day: quarter_of(day.year, (day.month + 2) // 3),
    "year": lambda day: year_of(day.year),
}


def unit_around(day: date, unit: str) -> Span | None:
    """The week, month … that holds `day`; None for a unit that is no stretch of days."""
    return _AROUND[unit](day) if unit in _AROUND else None


def holiday(year: int, rule: tuple[Any, ...]) -> date | None:
    """By month and day, days after Easter, or a weekday of a month: (11, "TH", 4, 1) is Black Friday."""
    month, day, *rest = rule
    if month == "easter":
        return easter(year) + timedelta(days=day)
    if not rest:
        return valid_day(year, month, day)
    which, behind = rest
    found = nth_day(month_of(year, month), which, {CODES.index(day)})
    return found and found + timedelta(days=behind)


UNITS = {
    "day": Length(days=1),
    "workday": Length(workdays=1),
    "week": Length(days=7),
    "weekend": Length(days=7),
    "fortnight": Length(days=14),
    "month": Length(months=1),
    "quarter": Length(months=3),
    "year": Length(months=12),
}


def times(unit: str, count: float) -> Length | None:
    """`count` units; None for half a day. Half a month has fifteen days, half a week three."""
    one = UNITS[unit]
    months, days = one.months * count, one.days * count
    rest = round(30 * (months % 1))
    if one.workdays * count % 1 or (one.days == 1 and days % 1):
        return None
    return Length(int(months), int(days) + rest, 0, int(one.workdays * count))


def unit_shifted(today: date, unit: str, count: int) -> Span | None:
    if unit == "workday":
        day = add_workdays(today, count)
        return Span(day, day)
    # From the first day of the month, else "next month" on the 31st would skip short months.
    around = unit_around(today, unit)
    length = times(unit, count)
    return unit_around(add(around.first, length), unit) if around and length else None


def nth_day(span: Span, which: int, wanted: set[int]) -> date | None:
    """The `which`-th (from the end when negative) day of `span` on one of the weekdays; None if not there."""
    step, day = (DAY, span.first) if which > 0 else (-DAY, span.last)
    left = abs(which)
    while span.first <= day <= span.last:
        left -= day.weekday() in wanted
        if not left:
            return day
        day += step
    return None


def nth_week(span: Span, which: int, unit: str) -> Span | None:
    """The `which`-th week, or weekend, of `span`: a week is of the month that has its Thursday, as in ISO."""
    inside = nth_day(span, which, {5 if unit == "weekend" else 3})
    week = unit_around(inside, unit) if inside else None
    return week and Span(max(week.first, span.first), min(week.last, span.last), week.grain)


def valid_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def recent(today: date, day: date) -> bool:
    """Over, but so lately that it may well be meant."""
    return day < today and day >= today - RECENT


def _end(span: Span) -> date:
    return span.last + 2 * DAY if span.grain is Grain.week else span.last


def coming(today: date, spans: Iterable[Span | None]) -> Days:
    """The first of each year's that is not over; before it the one over since RECENT, to be asked about."""
    every = [span for span in spans if span]
    ahead = next((span for span in every if _end(span) >= today), None)
    over = [span for span in every if recent(today, _end(span))]
    found = [*over[-1:], *([ahead] if ahead else [])]
    return tuple(replace(span, dated=True) for span in found) if len(found) > 1 else tuple(found)


def coming_dates(today: date, month: float, day: float, year: int | None = None) -> Days:
    """Such a day of this year, or else the first from today on; a 29 February may be years away."""
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return ()
    years = [year] if year else range(today.year - 1, today.year + 9)
    days = (valid_day(each, int(month), int(day)) for each in years)
    if year:
        return tuple(Span(each, each, dated=True) for each in days if each)
    return coming(today, one_day(*days))


def coming_date(today: date, month: float, day: float, year: int | None = None) -> date | None:
    """Only the coming one, where what stands beside it leaves no doubt."""
    found = coming_dates(today, month, day, year)
    return found[-1].first if found else None


def coming_day_of_month(today: date, day: int) -> date | None:
    months = (today.replace(day=1) + relativedelta(months=ahead) for ahead in range(12))
    days = (valid_day(month.year, month.month, day) for month in months)
    return next((day for day in days if day and day >= today), None)
