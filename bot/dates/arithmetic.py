"""Calendar arithmetic behind dates in words: weeks are ISO, working days Monday to Friday."""

from calendar import monthrange
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from bot.core.calendar import instant, local
from bot.dates.values import Grain, Length, Scene, Span

FRIDAY = 4
DAY = timedelta(days=1)


def is_workday(day: date) -> bool:
    return day.weekday() <= FRIDAY


def on_or_after(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)


def after(day: date, weekday: int) -> date:
    return on_or_after(day + DAY, weekday)


def before(day: date, weekday: int) -> date:
    return day - timedelta(days=(day.weekday() - weekday - 1) % 7 + 1)


def nearest(day: date, weekday: int) -> date:
    return on_or_after(day - timedelta(days=3), weekday)


def add_workdays(day: date, count: int) -> date:
    step = DAY if count > 0 else -DAY
    for _ in range(abs(count)):
        day += step
        while not is_workday(day):
            day += step
    return day


def add(day: date, length: Length) -> date:
    moved = day + relativedelta(months=length.months, days=length.days)
    return add_workdays(moved, length.workdays)


def elapse(scene: Scene, minutes: int) -> datetime:
    """The wall-clock time so many minutes from now; a clock change in between counts."""
    return local(instant(scene.now, scene.zone) + timedelta(minutes=minutes), scene.zone)


def week_of(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return Span(monday, monday + timedelta(days=FRIDAY), Grain.week)


def iso_week(year: int, week: int) -> Span | None:
    try:
        return week_of(date.fromisocalendar(year, week, 1))
    except ValueError:
        return None


def month_of(year: int, month: int) -> Span:
    return Span(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Grain.month)


def quarter_of(year: int, quarter: int) -> Span:
    first, last = month_of(year, 3 * quarter - 2), month_of(year, 3 * quarter)
    return Span(first.first, last.last, Grain.quarter)


def year_of(year: int) -> Span:
    return Span(date(year, 1, 1), date(year, 12, 31), Grain.year)


def weekend_of(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return Span(monday + timedelta(days=5), monday + timedelta(days=6), Grain.weekend)


def unit_around(day: date, unit: str) -> Span | None:
    """The week, month … that holds `day`; None for a unit that is no stretch of days."""
    match unit:
        case "day":
            return Span(day, day)
        case "week":
            return week_of(day)
        case "weekend":
            return weekend_of(day)
        case "month":
            return month_of(day.year, day.month)
        case "quarter":
            return quarter_of(day.year, (day.month + 2) // 3)
        case "year":
            return year_of(day.year)
    return None


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
    """`count` units; None when that is no whole number of days or months."""
    one = UNITS[unit]
    parts = [part * count for part in (one.months, one.days, one.workdays)]
    if any(part != int(part) for part in parts):
        return None
    months, days, workdays = (int(part) for part in parts)
    return Length(months=months, days=days, workdays=workdays)


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
    step, start = (DAY, span.first) if which > 0 else (-DAY, span.last)
    day, left = start, abs(which)
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


def coming_date(today: date, month: int, day: int) -> date | None:
    """The first such day from today on; a 29 February may be years away."""
    for year in range(today.year, today.year + 9):
        found = valid_day(year, month, day)
        if found and found >= today:
            return found
    return None


def coming_day_of_month(today: date, day: int) -> date | None:
    first = today.replace(day=1)
    for ahead in range(12):
        month = first + relativedelta(months=ahead)
        found = valid_day(month.year, month.month, day)
        if found and found >= today:
            return found
    return None
