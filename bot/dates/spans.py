"""Rules for weeks, months, quarters and their edges: "week 49", "next month", "eind van het jaar"."""

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.dates import arithmetic as calendar
from bot.dates.arithmetic import coming_date
from bot.dates.grammar import Match
from bot.dates.values import NOON, Context, Days, Grain, Span, one_day

_PLURALS = frozenset("days weeks months quarters years dagen weken maanden kwartalen jaren".split())


def month(context: Context, found: Match) -> Days:
    month = found["month"]
    year = found.get("year") or context.today.year + (month < context.today.month)
    return (calendar.month_of(year, month),)


def past_month(context: Context, found: Match) -> Days:
    month = found["month"]
    return (calendar.month_of(context.today.year - (month >= context.today.month), month),)


def quarter(context: Context, found: Match) -> Days | None:
    number, year = found["quarterno number ordinal"], found.get("year")
    if number not in (1, 2, 3, 4):
        return None
    span = calendar.quarter_of(year or context.today.year, int(number))
    over = year is None and span.last < context.today
    return (calendar.quarter_of(context.today.year + 1, int(number)) if over else span,)


def numbered(context: Context, found: Match) -> Days | None:
    """Week 48, quarter 2: the first that is not over yet."""
    number, year = found["number ordinal"], found.get("year")
    if found["unit"] == "quarter":
        return quarter(context, found)
    if found["unit"] != "week" or number != int(number):
        return None
    current = context.today.isocalendar().year
    span = calendar.iso_week(year or current, int(number))
    if span and year is None and span.last + timedelta(days=2) < context.today:
        span = calendar.iso_week(current + 1, int(number))
    return (span,) if span else None


def ordinal_quarter(context: Context, found: Match) -> Days | None:
    return quarter(context, found) if found["unit"] == "quarter" else None


def shifted(context: Context, found: Match) -> Days | None:
    """Next week, this month. "Next weekend" may be the one that comes or the one of next week."""
    unit = found.get("unit", "workday")
    count = int(found["next coming this last"])
    if found.tokens[-1].text in _PLURALS or unit == "fortnight":
        return None
    if unit == "weekend" and count == 1:
        near, far = calendar.weekend_of(context.today), calendar.unit_shifted(context.today, unit, 1)
        choice = [span for span in (near, far) if span and span.first > context.today]
        return tuple(choice[:1] if "coming" in found else choice)
    span = calendar.unit_shifted(context.today, unit, count)
    if span and count == 0:
        span = Span(max(span.first, context.today), max(span.last, context.today), span.grain)
    return (span,) if span else None


def after_next(context: Context, found: Match) -> Days | None:
    span = calendar.unit_shifted(context.today, *found["shifted"])
    return (span,) if span else None


def week_of(_: Context, found: Match) -> Days | None:
    """The week of 30 November; Dutch "week van" and English "week of" may leave out the "of"."""
    if found.get("unit", "week") != "week" or any(span.grain is not Grain.day for span in found["date"]):
        return None
    return tuple(calendar.week_of(span.first) for span in found["date"])


def _roll(context: Context, unit: str, pick: int) -> Days | None:
    """The first (0), middle (1) or last (2) day of this unit, or of the next when that is past."""
    for count in (0, 1):
        span = calendar.unit_shifted(context.today, unit, count)
        day = _pick(span, pick) if span else None
        if day is None or day >= context.today:
            return one_day(day, grain=Grain.edge)
    return None


def _pick(span: Span, pick: int) -> date | None:
    if pick != 1:
        return span.last if pick else span.first
    middle = _MIDDLES.get(span.grain)
    return span.first + middle if middle else None


_MIDDLES = {
    Grain.week: relativedelta(days=2),
    Grain.month: relativedelta(day=15),
    Grain.quarter: relativedelta(months=1, day=15),
    Grain.year: relativedelta(month=7),
}


def _which_part(found: Match) -> int:
    return 0 if "start" in found else 2 if "end" in found else 1


def part_of(context: Context, found: Match) -> Days | None:
    pick = _which_part(found)
    if "unit" in found:
        return _roll(context, found["unit"], pick)
    days = [_pick(span, pick) for span in found["date"]]
    return one_day(*days, grain=Grain.edge if pick else Grain.day) if all(days) else None


def end_of_day(_: Context, found: Match) -> str | None:
    return "eod" if found["unit"] == "day" else None


def weekend(context: Context, found: Match) -> Days | None:
    """In the weekend: the coming one."""
    return (calendar.weekend_of(context.today),) if found["unit"] == "weekend" else None


def part_of_year(_: Context, found: Match) -> Days:
    """The end of 2027."""
    return one_day(_pick(calendar.year_of(found["year"]), _which_part(found)), grain=Grain.edge)


def edge(_: Context, found: Match) -> Days:
    return tuple(Span(span.last, span.last, Grain.edge) for span in found["date"])


def holiday(context: Context, found: Match) -> Days:
    month, day = found["holiday"]
    return one_day(coming_date(context.today, month, day, found.get("year")))


def holiday_week(context: Context, found: Match) -> Days | None:
    """Christmas week."""
    day = holiday(context, found) if found["unit"] == "week" else None
    return (calendar.week_of(day[0].first),) if day else None


def before_part(_: Context, found: Match) -> Days:
    """Before Friday afternoon is on Friday still."""
    early = found["part"][0] < NOON
    return tuple(span if early else Span(span.first, span.last, Grain.edge) for span in found["date"])


def year_named(context: Context, found: Match) -> int | None:
    """March of next year."""
    return context.today.year + int(found["next coming this"]) if found["unit"] == "year" else None


def easter_day(context: Context, found: Match) -> Days:
    days = (easter(context.today.year + ahead) + timedelta(days=found["easter"]) for ahead in (0, 1))
    return one_day(next(day for day in days if day >= context.today or day.year > context.today.year))


def in_span(_: Context, found: Match) -> Days | None:
    """In week 49, in December; but not "in tomorrow"."""
    return found["date"] if all(span.grain is not Grain.day for span in found["date"]) else None
