"""Rules for days and the stretches that name them: "the 5th", "eind van de maand", "Friday of week 49"."""

from datetime import date, timedelta

from dateutil.easter import easter

from bot.domain import date_arithmetic as calendar
from bot.domain.date_arithmetic import coming_date, coming_day_of_month, valid_day
from bot.domain.date_grammar import Build, Found
from bot.domain.date_values import Days, Grain, Length, Scene, Span, one_day
from bot.domain.language import Language

_PLURALS = frozenset("days weeks months quarters years dagen weken maanden kwartalen jaren".split())


def _on(day: date | None) -> Days | None:
    return one_day(day) if day else None


def of_month(scene: Scene, found: Found) -> Days | None:
    day, month, year = found["number ordinal"], found["month"], found.get("year")
    if day != int(day) or not 1 <= day <= 31:
        return None
    return _on(valid_day(year, month, int(day)) if year else coming_date(scene.today, month, int(day)))


def slashed(scene: Scene, found: Found) -> Days | None:
    """12/1: the day comes first in Dutch and where dots stand; in English it may be either."""
    text = found["dm"]
    sep = "/" if "/" in text else "." if "." in text else "-"
    first, second, *rest = (int(part) for part in text.split(sep))
    orders = [(first, second)]
    if scene.language is Language.en and sep != ".":
        orders.append((second, first))
    days = []
    for day, month in orders:
        if not 1 <= month <= 12 or not 1 <= day <= 31:
            continue
        year = rest[0] % 100 + 2000 if rest else None
        made = valid_day(year, month, day) if year else coming_date(scene.today, month, day)
        if made and made not in days:
            days.append(made)
    return tuple(Span(day, day, dated=bool(rest)) for day in days) or None


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


def _wanted(found: Found) -> set[int]:
    if "weekday" in found:
        return {found["weekday"]}
    if "workday" in found:
        return set(range(5))
    return set(range(7)) if found["unit"] == "day" else set()


def nth(scene: Scene, found: Found) -> Days | None:
    """The first Monday of December, the last day of the month."""
    which, wanted = found.get("ordinal", -1), _wanted(found)
    if "date" in found:
        spans = [span for span in found["date"] if span.grain not in (Grain.day, Grain.edge)]
        return one_day(*filter(None, (calendar.nth_day(span, which, wanted) for span in spans))) or None
    this = calendar.month_of(scene.today.year, scene.today.month)
    day = calendar.nth_day(this, which, wanted)
    if "ofmonth" in found and (day is None or day < scene.today):
        following = calendar.unit_shifted(scene.today, "month", 1)
        day = calendar.nth_day(following, which, wanted) if following else None
    return _on(day)


def day_of_span(scene: Scene, found: Found) -> Days | None:
    """The 15th of next month."""
    if "date" not in found:
        return _on(coming_day_of_month(scene.today, found["ordinal"]))
    months = [span.first for span in found["date"] if span.grain is Grain.month]
    return one_day(*filter(None, (valid_day(m.year, m.month, found["ordinal"]) for m in months))) or None


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


def weekday_in(_: Scene, found: Found) -> Days | None:
    """Friday of week 49; and "Friday 4 December", which must be one."""
    weekday, spans = found["weekday"], found["date"]
    if all(span.grain is Grain.week for span in spans):
        mondays = (span.first - timedelta(days=span.first.weekday()) for span in spans)
        return one_day(*(monday + timedelta(days=weekday) for monday in mondays))
    if any(span.grain is not Grain.day for span in spans):
        return None
    right = [span for span in spans if span.first.weekday() == weekday]
    meant = spans[0].first
    return tuple(right) or one_day(meant, calendar.nearest(meant, weekday))


def weekday(scene: Scene, found: Found) -> Days:
    """A weekday said on that same day may be today or in a week."""
    day = calendar.on_or_after(scene.today, found["weekday"])
    return one_day(day, day + timedelta(days=7)) if day == scene.today else one_day(day)


def which_weekday(scene: Scene, found: Found) -> Days:
    """Next Friday, said on a Monday, may be this week's or next week's."""
    weekday, today = found["weekday"], scene.today
    monday = today - timedelta(days=today.weekday())
    this_week = monday + timedelta(days=weekday)
    coming = calendar.after(today, weekday)
    if "this" in found:
        return one_day(this_week, coming) if this_week < today else one_day(this_week)
    if "last" in found:
        return one_day(calendar.before(today, weekday))
    following = this_week + timedelta(days=7)
    return one_day(coming) if "coming" in found or coming == following else one_day(coming, following)


def weekday_and_number(scene: Scene, found: Found) -> Days | None:
    """Monday 30, Friday the 4th: only when that day of the month is one."""
    number = found["number ordinal"]
    day = coming_day_of_month(scene.today, int(number)) if number == int(number) else None
    return _on(day) if day and day.weekday() == found["weekday"] else None


def weekday_and_dashed(scene: Scene, found: Found) -> Days | None:
    """Dutch "do 3-12" is 3 December when that is a Thursday."""
    day, month = found.all("number")
    if scene.language is Language.en or not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    made = coming_date(scene.today, int(month), int(day))
    return _on(made) if made and made.weekday() == found["weekday"] else None


def weekday_ahead(scene: Scene, found: Found) -> Days | None:
    """In two weeks on Friday: that of the week after next."""
    length = found["length"]
    if length.months or length.minutes or length.workdays or length.days % 7:
        return None
    monday = scene.today - timedelta(days=scene.today.weekday())
    return one_day(monday + timedelta(days=length.days + found["weekday"]))


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


def edge(_: Scene, found: Found) -> Days:
    return tuple(Span(span.last, span.last, Grain.edge) for span in found["date"])


def feast(scene: Scene, found: Found) -> Days | None:
    month, day = found["feast"]
    return _on(
        valid_day(found["year"], month, day) if "year" in found else coming_date(scene.today, month, day)
    )


def easter_day(scene: Scene, found: Found) -> Days:
    days = (easter(scene.today.year + ahead) + timedelta(days=found["easter"]) for ahead in (0, 1))
    return one_day(next(day for day in days if day >= scene.today or day.year > scene.today.year))


def ahead(sign: int) -> Build:
    def build(scene: Scene, found: Found) -> Days | None:
        length = (
            found["length"] if "length" in found else calendar.UNITS.get(found["unit"], Length(minutes=1))
        )
        if not length.of_calendar:
            return None
        step = length if sign > 0 else -length
        starts = found["date"] if "date" in found else one_day(scene.today)
        return one_day(*(calendar.add(span.first, step) for span in starts))

    return build


def weekday_over(scene: Scene, found: Found) -> Days | None:
    """Friday in two weeks: two weeks after the coming one; said on a Friday, after today."""
    length = found["length"]
    if not length.of_calendar:
        return None
    return one_day(calendar.add(calendar.on_or_after(scene.today, found["weekday"]), length))


def week_of_unit(scene: Scene, found: Found) -> Days | None:
    """The week 30 November, as Dutch "week van" and English "week of" leave it."""
    return week_of(scene, found) if found["unit"] == "week" else None


def weeks_on(scene: Scene, found: Found) -> Days | None:
    """A week on Friday, two weeks tomorrow."""
    length = found["length"]
    whole_weeks = length.days and not length.days % 7 and not length.months
    return ahead(1)(scene, found) if scene.language is Language.en and whole_weeks else None


def a_week_later(scene: Scene, found: Found) -> Days | None:
    """British "Friday week"."""
    plain = scene.language is Language.en and found["unit"] == "week"
    return ahead(1)(scene, found) if plain else None


def in_span(_: Scene, found: Found) -> Days | None:
    """In week 49, in December; but not "in tomorrow"."""
    return found["date"] if all(span.grain is not Grain.day for span in found["date"]) else None
