"""Rules for weeks, months, quarters and their edges: "week 49", "next month", "eind van het jaar"."""

from datetime import date, timedelta

from dateutil.easter import easter

from bot.dates import arithmetic as calendar
from bot.dates.arithmetic import coming_date, valid_day
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


def quarter(scene: Scene, number: float, year: int | None) -> Days | None:
    if number not in (1, 2, 3, 4):
        return None
    span = calendar.quarter_of(year or scene.today.year, int(number))
    if year is None and span.last < scene.today:
        span = calendar.quarter_of(scene.today.year + 1, int(number))
    return (span,)


def numbered(scene: Scene, found: Found) -> Days | None:
    """Week 48, quarter 2: the first that is not over yet."""
    number, year = found["number ordinal"], found.get("year")
    if found["unit"] == "quarter":
        return quarter(scene, number, year)
    if found["unit"] != "week" or number != int(number):
        return None
    current = scene.today.isocalendar().year
    span = calendar.iso_week(year or current, int(number))
    if span and year is None and span.last + timedelta(days=2) < scene.today:
        span = calendar.iso_week(current + 1, int(number))
    return (span,) if span else None


def ordinal_quarter(scene: Scene, found: Found) -> Days | None:
    return quarter(scene, found["ordinal"], found.get("year")) if found["unit"] == "quarter" else None


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
    unit, count = found["shifted"]
    span = calendar.unit_shifted(scene.today, unit, count)
    return (span,) if span else None


def week_of(_: Scene, found: Found) -> Days | None:
    if any(span.grain is not Grain.day for span in found["date"]):
        return None
    return tuple(calendar.week_of(span.first) for span in found["date"])


def _roll(scene: Scene, unit: str, pick: int) -> Days | None:
    """The first (0), middle (1) or last (2) day of this unit, or of the next when that is past."""
    for count in (0, 1):
        span = calendar.unit_shifted(scene.today, unit, count)
        day = _pick(span, pick) if span else None
        if day is None or day >= scene.today:
            return one_day(day, grain=Grain.edge) if day else None
    return None


def _pick(span: Span, pick: int) -> date | None:
    if pick != 1:
        return span.last if pick else span.first
    if span.grain is Grain.month:
        return span.first.replace(day=15)
    if span.grain is Grain.quarter:
        return (span.first + timedelta(days=31)).replace(day=15)
    if span.grain is Grain.year:
        return span.first.replace(month=7)
    return span.first + timedelta(days=2) if span.grain is Grain.week else None


def part_of(scene: Scene, found: Found) -> Days | None:
    pick = 0 if "start" in found else 2 if "end" in found else 1
    if "unit" in found:
        return _roll(scene, found["unit"], pick)
    grain = Grain.edge if pick else Grain.day
    days = tuple(_pick(span, pick) for span in found["date"])
    return one_day(*(day for day in days if day), grain=grain) if all(days) else None


def end_of_day(_: Scene, found: Found) -> str | None:
    return "eod" if found["unit"] == "day" else None


def weekend(scene: Scene, found: Found) -> Days | None:
    """In the weekend: the coming one."""
    return (calendar.weekend_of(scene.today),) if found["unit"] == "weekend" else None


def part_of_year(_: Scene, found: Found) -> Days | None:
    """The end of 2027."""
    pick = 0 if "start" in found else 2 if "end" in found else 1
    day = _pick(calendar.year_of(found["year"]), pick)
    return one_day(day, grain=Grain.edge) if day else None


def edge(_: Scene, found: Found) -> Days:
    return tuple(Span(span.last, span.last, Grain.edge) for span in found["date"])


def holiday(scene: Scene, found: Found) -> Days | None:
    month, day = found["holiday"]
    year = found.get("year")
    made = valid_day(year, month, day) if year else coming_date(scene.today, month, day)
    return one_day(made) if made else None


def feast_week(scene: Scene, found: Found) -> Days | None:
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


def week_of_unit(scene: Scene, found: Found) -> Days | None:
    """The week 30 November, as Dutch "week van" and English "week of" leave it."""
    return week_of(scene, found) if found["unit"] == "week" else None


def in_span(_: Scene, found: Found) -> Days | None:
    """In week 49, in December; but not "in tomorrow"."""
    return found["date"] if all(span.grain is not Grain.day for span in found["date"]) else None
