"""Rules for weeks, months, quarters and their edges: "week 49", "next month", "eind van het jaar"."""

from datetime import date, timedelta

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

from bot.dates import arithmetic as calendar
from bot.dates.arithmetic import coming_date
from bot.dates.grammar import Found
from bot.dates.values import NOON, Days, Grain, Scene, Span, one_day

_PLURALS = frozenset("days weeks months quarters years dagen weken maanden kwartalen jaren".split())


def month(scene: Scene, found: Found) -> Days:
    month = found["month"]
    year = found.get("year") or scene.today.year + (month < scene.today.month)
    return (calendar.month_of(year, month),)


def past_month(scene: Scene, found: Found) -> Days:
    month = found["month"]
    return (calendar.month_of(scene.today.year - (month >= scene.today.month), month),)


def quarter(scene: Scene, found: Found) -> Days | None:
    number, year = found["quarterno number ordinal"], found.get("year")
    if number not in (1, 2, 3, 4):
        return None
    span = calendar.quarter_of(year or scene.today.year, int(number))
    over = year is None and span.last < scene.today
    return (calendar.quarter_of(scene.today.year + 1, int(number)) if over else span,)


def numbered(scene: Scene, found: Found) -> Days | None:
    """Week 48, quarter 2: the first that is not over yet."""
    number, year = found["number ordinal"], found.get("year")
    if found["unit"] == "quarter":
        return quarter(scene, found)
    if found["unit"] != "week" or number != int(number):
        return None
    current = scene.today.isocalendar().year
    span = calendar.iso_week(year or current, int(number))
    if span and year is None and span.last + timedelta(days=2) < scene.today:
        span = calendar.iso_week(current + 1, int(number))
    return (span,) if span else None


def ordinal_quarter(scene: Scene, found: Found) -> Days | None:
    return quarter(scene, found) if found["unit"] == "quarter" else None


def shifted(scene: Scene, found: Found) -> Days | None:
    """Next week, this month. "Next weekend" may be the one that comes or the one of next week."""
    unit = found.get("unit", "workday")
    count = int(found["next coming this last"])
    if found.tokens[-1].text in _PLURALS or unit == "fortnight":
        return None
    if unit == "weekend" and count == 1:
        near, far = calendar.weekend_of(scene.today), calendar.unit_shifted(scene.today, unit, 1)
        choice = [span for span in (near, far) if span and span.first > scene.today]
        return tuple(choice[:1] if "coming" in found else choice)
    span = calendar.unit_shifted(scene.today, unit, count)
    if span and count == 0:
        span = Span(max(span.first, scene.today), max(span.last, scene.today), span.grain)
    return (span,) if span else None


def after_next(scene: Scene, found: Found) -> Days | None:
    span = calendar.unit_shifted(scene.today, *found["shifted"])
    return (span,) if span else None


def week_of(_: Scene, found: Found) -> Days | None:
    """The week of 30 November; Dutch "week van" and English "week of" may leave out the "of"."""
    if found.get("unit", "week") != "week" or any(span.grain is not Grain.day for span in found["date"]):
        return None
    return tuple(calendar.week_of(span.first) for span in found["date"])


def _roll(scene: Scene, unit: str, pick: int) -> Days | None:
    """The first (0), middle (1) or last (2) day of this unit, or of the next when that is past."""
    for count in (0, 1):
        span = calendar.unit_shifted(scene.today, unit, count)
        day = _pick(span, pick) if span else None
        if day is None or day >= scene.today:
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


def _which_part(found: Found) -> int:
    return 0 if "start" in found else 2 if "end" in found else 1


def part_of(scene: Scene, found: Found) -> Days | None:
    pick = _which_part(found)
    if "unit" in found:
        return _roll(scene, found["unit"], pick)
    days = [_pick(span, pick) for span in found["date"]]
    return one_day(*days, grain=Grain.edge if pick else Grain.day) if all(days) else None


def end_of_day(_: Scene, found: Found) -> str | None:
    return "eod" if found["unit"] == "day" else None


def weekend(scene: Scene, found: Found) -> Days | None:
    """In the weekend: the coming one."""
    return (calendar.weekend_of(scene.today),) if found["unit"] == "weekend" else None


def part_of_year(_: Scene, found: Found) -> Days:
    """The end of 2027."""
    return one_day(_pick(calendar.year_of(found["year"]), _which_part(found)), grain=Grain.edge)


def edge(_: Scene, found: Found) -> Days:
    return tuple(Span(span.last, span.last, Grain.edge) for span in found["date"])


def holiday(scene: Scene, found: Found) -> Days:
    month, day = found["holiday"]
    return one_day(coming_date(scene.today, month, day, found.get("year")))


def holiday_week(scene: Scene, found: Found) -> Days | None:
    """Christmas week."""
    day = holiday(scene, found) if found["unit"] == "week" else None
    return (calendar.week_of(day[0].first),) if day else None


def before_part(_: Scene, found: Found) -> Days:
    """Before Friday afternoon is on Friday still."""
    early = found["part"][0] < NOON
    return tuple(span if early else Span(span.first, span.last, Grain.edge) for span in found["date"])


def year_named(scene: Scene, found: Found) -> int | None:
    """March of next year."""
    return scene.today.year + int(found["next coming this"]) if found["unit"] == "year" else None


def easter_day(scene: Scene, found: Found) -> Days:
    days = (easter(scene.today.year + ahead) + timedelta(days=found["easter"]) for ahead in (0, 1))
    return one_day(next(day for day in days if day >= scene.today or day.year > scene.today.year))


def in_span(_: Scene, found: Found) -> Days | None:
    """In week 49, in December; but not "in tomorrow"."""
    return found["date"] if all(span.grain is not Grain.day for span in found["date"]) else None
