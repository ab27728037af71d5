"""Rules for single days: "the 5th", "volgende vrijdag", "Friday of week 49", "3 days before Christmas"."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from dateutil.relativedelta import relativedelta

from bot.core.language import Language
from bot.dates import arithmetic as calendar
from bot.dates.arithmetic import WEEK, coming_day_of_month, valid_day
from bot.dates.clock import are_hours
from bot.dates.grammar import Build, Match
from bot.dates.values import Context, Days, Grain, Length, Span, one_day


def of_month(context: Context, found: Match) -> Days:
    return days_in_month(context, found["number ordinal"], found)


def days_in_month(context: Context, day: float, found: Match) -> Days:
    """This day of the month that was found; without a year the coming one."""
    if any("." in token.text or "," in token.text for token in found.tokens if token.kind == "number"):
        return ()  # "version 2.0, Sept."
    return calendar.coming_dates(context.today, found["month"], day, found.get("year"))


def short_year(context: Context, found: Match) -> int | None:
    """1 dec 26: no hour, and a year not far off."""
    year = 2000 + found["number"]
    return int(year) if year > 2024 and 0 <= year - context.today.year < 10 else None


def dashed_month(context: Context, found: Match) -> Days | None:
    """5-Dec-2026."""
    dashes = all(token.text == "-" for token in found.tokens if token.kind == "to")
    return of_month(context, found) if dashes else None


def dashed_day(context: Context, found: Match) -> Days:
    """4-12, where hours would make no sense."""
    first, last = found.all("number")
    dash = next(token for token in found.tokens if token.kind == "to")
    plain = dash.text == "-" and first == int(first) and last == int(last)
    return written_day(context, f"{int(first)}-{int(last)}") if plain else ()


def coming(_: Context, found: Match) -> Days | None:
    """Dutch "5 december a.s." """
    days: Days = found["date"]
    return days if all(span.grain is Grain.day for span in days) else None


def slashed(context: Context, found: Match) -> Days:
    return written_day(context, found["dm"])


def written_day(context: Context, text: str) -> Days:
    """12/1: the day comes first in Dutch and where dots stand; in English it may be either."""
    first, second, *rest = (int(part) for part in re.split("[/.-]", text.replace("'", "")))
    orders = [(first, second)]
    if context.language is Language.en and "." not in text:
        orders.append((second, first))
    year = rest[0] % 100 + 2000 if rest else None
    found = [span for day, month in orders for span in calendar.coming_dates(context.today, month, day, year)]
    if year and len(text) == len("26-12-01") and first + 2000 - context.today.year in range(10):
        # 26-12-01 begins with its year, unless what stands at its end is a year as near.
        later = year - context.today.year
        if later not in range(10) or (later and first + 2000 == context.today.year):
            turned = calendar.coming_dates(context.today, second, rest[0], first + 2000)
            found = [*turned, *(found if later in range(10) else [])]
    return tuple(dict.fromkeys(found))


def _wanted(found: Match) -> set[int]:
    if "weekday" in found:
        return {found["weekday"]}
    if "workday" in found:
        return set(range(5))
    return set(range(7)) if found["unit"] == "day" else set()


def nth(context: Context, found: Match) -> Days:
    """The first Monday of December, the last day of the month, or of the next when that one is over."""
    which, wanted = found.get("ordinal", -1), _wanted(found)
    if "date" in found:
        spans = [span for span in found["date"] if span.grain not in (Grain.day, Grain.edge)]
        each = (in_each_year(context, span, lambda it: calendar.nth_day(it, which, wanted)) for span in spans)
        return tuple(day for found_days in each for day in found_days)
    last = found.tokens[-1]
    unit = last.value if last.kind == "unit" else "month"
    if unit not in ("month", "quarter", "year"):
        return ()
    units = filter(None, (calendar.unit_shifted(context.today, unit, count) for count in (0, 1)))
    days = [calendar.nth_day(span, which, wanted) for span in units]
    if last.kind == "ofthismonth":
        return one_day(days[0])
    return one_day(next((day for day in days if day and day >= context.today), None))


def in_each_year(context: Context, span: Span, pick: Callable[[Span], date | None]) -> Days:
    """The day of this span, or of the same month or quarter a year later when that one is over."""
    if span.dated or span.grain not in (Grain.month, Grain.quarter):
        return tuple(replace(day, dated=span.dated) for day in one_day(pick(span)))
    later = calendar.unit_around(span.first + relativedelta(years=1), span.grain.value)
    return calendar.coming(context.today, one_day(pick(span), pick(later) if later else None))


def nth_week(context: Context, found: Match) -> Days | None:
    """The first week of December, the last week of the month."""
    units = ["week", *found.all("unit")] if "weekof" in found else found.all("unit")
    around = calendar.unit_around(context.today, units[1] if len(units) > 1 else "month")
    spans = found.get("date", (around,) if around else ())
    small = (Grain.day, Grain.week, Grain.weekend, Grain.edge)
    if units[0] not in ("week", "weekend") or any(span.grain in small for span in spans):
        return None
    weeks = (calendar.nth_week(span, found.get("ordinal", -1), units[0]) for span in spans)
    return tuple(filter(None, weeks))


def day_of_span(context: Context, found: Match) -> Days:
    """The 15th of next month."""
    day = found["ordinal"]
    if "date" not in found:
        return one_day(coming_day_of_month(context.today, day))
    months = [span.first for span in found["date"] if span.grain is Grain.month]
    return one_day(*(valid_day(month.year, month.month, day) for month in months))


def weekday_in(context: Context, found: Match) -> Days | None:
    """Friday of week 49; and "Friday 4 December", which must be one."""
    weekday, spans = found["weekday"], found["date"]
    if all(span.grain is Grain.week for span in spans):
        return one_day(*(calendar.in_week_of(span.first, weekday) for span in spans))
    if any(span.grain is not Grain.day for span in spans):
        return None
    return _that_weekday(context, weekday, spans)


def _that_weekday(context: Context, weekday: int, spans: Days) -> Days:
    right = tuple(span for span in spans if span.first.weekday() == weekday)
    if len(spans) > 1 and (not right or right[0].last < context.today):
        return spans  # that one is over, or next year's
    meant = spans[0].first
    nearest = calendar.on_or_after(meant - timedelta(days=3), weekday)
    return right or one_day(meant, nearest)


def weekday(context: Context, found: Match) -> Days:
    """A weekday said on that same day may be today or in a week."""
    day = calendar.on_or_after(context.today, found["weekday"])
    return one_day(day, day + WEEK if day == context.today else None)


def which_weekday(context: Context, found: Match) -> Days:
    """Next Friday, said on a Monday, may be this week's or next week's."""
    weekday, today = found["weekday"], context.today
    this_week = calendar.in_week_of(today, weekday)
    coming = calendar.after(today, weekday)
    if "this" in found:
        return one_day(this_week, coming if this_week < today else None)
    if "last" in found:
        return one_day(calendar.before(today, weekday))
    following = this_week + WEEK
    return one_day(coming, None if "coming" in found or coming == following else following)


def weekday_after_next(context: Context, found: Match) -> Days:
    """The Monday after next: a week after the next one."""
    following = calendar.in_week_of(context.today, found["weekday"]) + WEEK
    coming = calendar.after(context.today, found["weekday"])
    return one_day(*(day + WEEK for day in dict.fromkeys((coming, following))))


def weekday_beside(_: Context, found: Match) -> Days:
    """The Friday before Christmas, the second Monday after 1 January."""
    weeks = (abs(found.get("ordinal", 1)) - 1) * WEEK
    beside, further = (calendar.after, weeks) if "after" in found else (calendar.before, -weeks)
    return one_day(*(beside(span.first, found["weekday"]) + further for span in found["date"]))


def workday_beside(_: Context, found: Match) -> Days:
    """The first working day after Christmas."""
    steps = found.get("ordinal", 1) * (1 if "after" in found else -1)
    return one_day(*(calendar.add_workdays(span.first, steps) for span in found["date"]))


def weekday_and_number(context: Context, found: Match) -> Days | None:
    """Monday 30, Friday the 4th: only when that day of the month is one."""
    number = found["number ordinal"]
    day = coming_day_of_month(context.today, int(number)) if number == int(number) else None
    return one_day(day) if day and day.weekday() == found["weekday"] else None


def weekday_and_dashed(context: Context, found: Match) -> Days | None:
    """ "Do 3-12" is 3 December when that is a Thursday; "do 27-11" are no hours, so it is asked otherwise."""
    days, weekday = dashed_day(context, found), found["weekday"]
    if days and not are_hours(*found.all("number")):
        return _that_weekday(context, weekday, days)
    return tuple(span for span in days if span.first.weekday() == weekday and span.first >= context.today)


def weekday_and_dotted(context: Context, found: Match) -> Days:
    """Friday 4.12 is 4 December when that is a Friday, and such minutes would be odd."""
    clock = found["clock"]
    odd = clock.dotted and clock.written % 5
    return _that_weekday(context, found["weekday"], written_day(context, clock.dotted)) if odd else ()


def weekday_ahead(context: Context, found: Match) -> Days | None:
    """In two weeks on Friday: that of the week after next."""
    length = found["length"]
    if length.months or length.minutes or length.workdays or length.days % 7:
        return None
    return one_day(calendar.in_week_of(context.today, found["weekday"]) + timedelta(days=length.days))


def ahead(sign: int) -> Build:
    def build(context: Context, found: Match) -> Days | None:
        length = found.get("length") or calendar.UNITS.get(found.get("unit"), Length(minutes=1))
        if not length.of_calendar:
            return None
        step = length if sign > 0 else -length
        return one_day(
            *(calendar.add(span.first, step) for span in found.get("date", one_day(context.today)))
        )

    return build


def unit_beside(context: Context, found: Match) -> Days | None:
    """The week before Christmas: the week in front of its own, or from a week before it on."""
    unit, step = found["unit"], 1 if "after" in found else -1
    if unit == "day" or unit not in calendar.UNITS:
        one_step: Days | None = ahead(step)(context, found)
        return one_step
    near = [calendar.unit_shifted(span.first, unit, step) for span in found["date"]]
    counted: Days = ahead(step)(context, found) or ()
    return (*counted, *filter(None, near))


def same_day_ahead(context: Context, found: Match) -> Days:
    """The same time next week."""
    length = calendar.UNITS.get(found["unit"])
    return one_day(calendar.add(context.today, length)) if length else ()


def weekday_over(context: Context, found: Match) -> Days | None:
    """Friday in two weeks: two weeks after the coming one; said on a Friday, after today."""
    coming, length = calendar.on_or_after(context.today, found["weekday"]), found["length"]
    return one_day(calendar.add(coming, length)) if length.of_calendar else None


def weeks_on(context: Context, found: Match) -> Days | None:
    """A week on Friday, two weeks tomorrow."""
    length = found["length"]
    whole_weeks = length.days and not length.days % 7 and not length.months
    return ahead(1)(context, found) if context.language is Language.en and whole_weeks else None


def a_week_later(context: Context, found: Match) -> Days | None:
    """British "Friday week", "Friday fortnight"."""
    plain = context.language is Language.en and found["unit"] in ("week", "fortnight")
    return ahead(1)(context, found) if plain else None
