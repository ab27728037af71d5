"""Rules for several days at once, as their first and last: "1-3 December", "week 48 t/m 50", "25-27/11"; and
for absences."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.language import Language
from bot.dates import arithmetic as calendar
from bot.dates import days
from bot.dates.arithmetic import WEEK, coming_date, valid_day
from bot.dates.grammar import Match
from bot.dates.values import Context, Days, Grain, Length, Span, one_day

Periods = tuple[tuple[date, date], ...]
"""All that the words may mean, likeliest first."""
HALF_A_YEAR = timedelta(days=183)
SUNDAY = 6


def days_of_month(context: Context, found: Match) -> Periods | None:
    (first, last), month = found.all("number", "ordinal"), found["month"]
    if first != int(first) or last != int(last) or not first < last:
        return None
    end = coming_date(context.today, month, last, found.get("year"))
    start = coming_date(context.today, month, first, end.year) if end else None
    return ((start, end),) if start and end else None


def two_days(context: Context, found: Match) -> Periods | None:
    """25 and 26 November, which must follow each other."""
    first, last = found.all("number", "ordinal")
    return days_of_month(context, found) if last == first + 1 else None


def days_before_slash(context: Context, found: Match) -> Periods:
    """25-27/11, where the month is not in doubt."""
    first, ends = int(found["number ordinal"]), [span.first for span in days.slashed(context, found)]
    starts = (valid_day(end.year, end.month, first) for end in ends)
    return tuple((start, end) for start, end in zip(starts, ends, strict=True) if start)


def weeks(context: Context, found: Match) -> Periods | None:
    """Week 48-50; week 52 t/m 1 ends in the next year."""
    first, last = found.all("number")
    year = found.get("year") or context.today.isocalendar().year
    if set(found.all("unit")) != {"week"} or first == last:
        return None
    start, end = calendar.iso_week(year, int(first)), calendar.iso_week(year + (last < first), int(last))
    if start and end and "year" not in found and end.last < context.today:
        start, end = calendar.iso_week(year + 1, int(first)), calendar.iso_week(year + 1, int(last))
    return ((start.first, end.last),) if start and end and (end.last - start.first) < HALF_A_YEAR else None


def weekdays(context: Context, found: Match) -> Periods:
    first, last = found.all("weekday")
    start = calendar.on_or_after(context.today, first)
    starts = (start, start + WEEK) if start == context.today else (start,)
    return tuple((each, calendar.after(each, last)) for each in starts)


def weekdays_of(_: Context, found: Match) -> Periods | None:
    """Monday to Wednesday of next week, or of week 49."""
    (first, last), weeks = found.all("weekday"), found["date"]
    if first > last or any(span.grain is not Grain.week for span in weeks):
        return None
    within = calendar.in_week_of
    return tuple((within(span.first, first), within(span.first, last)) for span in weeks)


def dashed_days(context: Context, found: Match) -> Periods | None:
    """Dutch 22-12 t/m 2-1."""
    numbers = found.all("number")
    if context.language is not Language.nl or any(number != int(number) for number in numbers):
        return None
    day, month, last_day, last_month = numbers
    ends = (coming_date(context.today, month, day), coming_date(context.today, last_month, last_day))
    return from_to(*map(one_day, ends))


def dotted_days(context: Context, found: Match) -> Periods:
    """1.12 - 4.12, where such minutes would be odd."""
    clocks = found.all("clock")
    odd = all(clock.dotted and clock.written % 5 for clock in clocks)
    return from_to(*(days.written_day(context, clock.dotted) for clock in clocks)) if odd else ()


def from_to(starts: Days, ends: Days) -> Periods:
    """Of days that may be this or next year's those that are near each other."""
    pairs = [pair for start in starts for end in ends if (pair := _ordered(start, end))]
    near = [pair for pair in pairs if pair[1] - pair[0] < HALF_A_YEAR]
    return tuple(dict.fromkeys(near or pairs))


def _ordered(start: Span, end: Span) -> tuple[date, date] | None:
    """A start that was rolled on to next year goes back when its end was not."""
    if start.first <= end.last:
        return start.first, end.last
    earlier = valid_day(start.first.year - 1, start.first.month, start.first.day)
    if earlier and timedelta() <= end.last - earlier <= timedelta(days=120):
        return earlier, end.last
    return None


def whole_weeks(context: Context, found: Match) -> Periods | None:
    """An absence of a week includes its Sunday."""
    first, last = found.all("number")
    if "and" in found and last != first + 1:
        return None
    periods = weeks(context, found)
    return periods and tuple((first, _sunday(last)) for first, last in periods)


def _sunday(day: date) -> date:
    return calendar.on_or_after(day, SUNDAY)


def _last(span: Span) -> date:
    return _sunday(span.last) if span.grain is Grain.week else span.last


def whole(_: Context, found: Match) -> Periods:
    return tuple((span.first, _last(span)) for span in found["date"])


def days_away(_: Context, found: Match) -> Periods:
    starts, ends = found.all("date")
    return from_to(starts, tuple(replace(span, last=_last(span)) for span in ends))


def until(context: Context, found: Match) -> Periods:
    return tuple((context.today, _last(span)) for span in found["date"])


def _lasting(first: date, length: Length) -> Periods:
    last = calendar.add(first, length) - calendar.DAY
    return ((first, last),) if length.of_calendar and first <= last else ()


def day_for(_: Context, found: Match) -> Periods:
    return tuple(period for span in found["date"] for period in _lasting(span.first, found["length"]))


def from_today(context: Context, found: Match) -> Periods:
    return _lasting(context.today, found["length"])


def this_unit(context: Context, found: Match) -> Periods | None:
    """The whole week, said without a "this"."""
    span = calendar.unit_around(context.today, found["unit"])
    return ((max(span.first, context.today), _last(span)),) if span else None


def together(_: Context, found: Match) -> Periods:
    """Thursday and Friday, which must be days that follow each other."""
    starts, ends = found.all("date")
    pairs = ((start, end) for start in starts for end in ends if start.last + calendar.DAY == end.first)
    return tuple((start.first, _last(end)) for start, end in pairs)
