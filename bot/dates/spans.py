"""Rules for weeks, months, quarters and their edges: "week 49", "next month", "eind van het jaar"."""

from dataclasses import replace
from datetime import date

from dateutil.relativedelta import relativedelta

from bot.dates import arithmetic as calendar
from bot.dates.days import in_each_year
from bot.dates.grammar import Match
from bot.dates.tokens import Token
from bot.dates.values import NOON, Context, Days, Grain, Span, one_day

_PLURALS = frozenset("days weeks months quarters years dagen weken maanden kwartalen jaren".split())


def month(context: Context, found: Match) -> Days:
    month, today, year = found["month"], context.today, found.get("year")
    if year:
        return (replace(calendar.month_of(year, month), dated=True),)
    return calendar.coming(today, (calendar.month_of(today.year + ahead, month) for ahead in (-1, 0, 1)))


def past_month(context: Context, found: Match) -> Days:
    month = found["month"]
    return (calendar.month_of(context.today.year - (month >= context.today.month), month),)


def quarter(context: Context, found: Match) -> Days | None:
    number, year = found["quarterno number ordinal"], found.get("year")
    if number not in (1, 2, 3, 4):
        return None
    if year:
        return (replace(calendar.quarter_of(year, int(number)), dated=True),)
    years = range(context.today.year - 1, context.today.year + 2)
    return calendar.coming(context.today, (calendar.quarter_of(each, int(number)) for each in years))


def numbered(context: Context, found: Match) -> Days | None:
    """Week 48, quarter 2: the first that is not over yet."""
    number, year, unit = found["number ordinal"], found.get("year"), found["unit"]
    either = any(token.text == "kw" for token in found.tokens)  # "kwartaal" or "Kalenderwoche"
    if number != int(number) or unit not in ("week", "quarter"):
        return None
    quarters = (quarter(context, found) or ()) if unit == "quarter" else ()
    if unit == "quarter" and not either:
        return quarters
    current = context.today.isocalendar().year
    weeks = [
        calendar.iso_week(each, int(number)) for each in ([year] if year else range(current - 1, current + 2))
    ]
    return (*quarters, *(filter(None, weeks) if year else calendar.coming(context.today, weeks)))


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


_HALVES = {
    Grain.month: relativedelta(days=15),
    Grain.quarter: relativedelta(months=1, days=15),
    Grain.year: relativedelta(months=6),
}


def _which_part(found: Match) -> int:
    return 0 if "start" in found else 2 if "end" in found else 1


def part_of(context: Context, found: Match) -> Days | None:
    pick = _which_part(found)
    if "unit" in found:
        return _roll(context, found["unit"], pick)
    days = [
        day
        for span in found["date"]
        for day in in_each_year(context, span, lambda one: _pick(one, pick))
        if day.dated or day.last >= context.today or span.dated
    ]
    return tuple(replace(day, grain=Grain.edge if pick else Grain.day) for day in days) or None


def half_of(_: Context, found: Match) -> Days | None:
    """The first or second half of a month, quarter or year."""
    which, halves = found["ordinal"], []
    for span in found["date"]:
        days = _HALVES.get(span.grain)
        if not days or which not in (1, 2):
            return None
        middle = span.first + days
        ends = (span.first, middle - calendar.DAY) if which == 1 else (middle, span.last)
        halves.append(replace(span, first=ends[0], last=ends[1]))
    return tuple(halves)


def over(context: Context, found: Match) -> bool:
    """The beginning of this month can be over; then it is no day to come."""
    around = calendar.unit_around(context.today, found["unit"])
    day = _pick(around, _which_part(found)) if around else None
    return day is not None and day < context.today


def after_next_unit(context: Context, found: Match) -> Days | None:
    """After next week."""
    span = calendar.unit_shifted(context.today, found["unit"], 1)
    return after_span(context, Match([Token("date", (span,), "", 0, 0)])) if span else None


def after_span(context: Context, found: Match) -> Days | None:
    """After the weekend is on Monday, after December in January."""
    if any(span.grain in (Grain.day, Grain.edge) for span in found["date"]):
        return None
    lasts = (span.last + calendar.DAY for span in found["date"])
    return one_day(*(calendar.after(day - calendar.DAY, 0) if day.weekday() > 4 else day for day in lasts))


def weekend(context: Context, found: Match) -> Days | None:
    """In the weekend: the coming one."""
    return (calendar.weekend_of(context.today),) if found["unit"] == "weekend" else None


def part_of_year(_: Context, found: Match) -> Days:
    """The end of 2027."""
    return one_day(_pick(calendar.year_of(found["year"]), _which_part(found)), grain=Grain.edge)


def edge(_: Context, found: Match) -> Days:
    return tuple(Span(span.last, span.last, Grain.edge) for span in found["date"])


def holiday(context: Context, found: Match) -> Days:
    """The coming one, or that of a year that is named."""
    year, today = found.get("year"), context.today
    years = [year] if year else range(today.year - 1, today.year + 3)
    days = one_day(*(calendar.holiday(each, found["holiday"]) for each in years))
    return tuple(replace(day, dated=True) for day in days) if year else calendar.coming(today, days)


def holiday_week(context: Context, found: Match) -> Days | None:
    """Christmas week."""
    day = holiday(context, found) if found["unit"] == "week" else None
    return tuple(replace(calendar.week_of(each.first), dated=each.dated) for each in day) if day else None


def before_part(_: Context, found: Match) -> Days:
    """Before Friday afternoon is on Friday still."""
    early = found["part"][0] < NOON
    return tuple(span if early else Span(span.first, span.last, Grain.edge) for span in found["date"])


def year_named(context: Context, found: Match) -> int | None:
    """March of next year."""
    return context.today.year + int(found["next coming this"]) if found["unit"] == "year" else None


def in_span(_: Context, found: Match) -> Days | None:
    """In week 49, in December; but not "in tomorrow"."""
    return found["date"] if all(span.grain is not Grain.day for span in found["date"]) else None
