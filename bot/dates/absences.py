"""Rules for how long somebody is away: the first and the last day of "22 dec - 2 jan", "all next week"."""

from dataclasses import replace
from datetime import date

from bot.dates import arithmetic as calendar
from bot.dates import periods as date_periods
from bot.dates.grammar import Match
from bot.dates.periods import Periods
from bot.dates.values import Context, Grain, Length, Span

SUNDAY = 6


def weeks(context: Context, found: Match) -> Periods | None:
    """An absence of a week includes its Sunday."""
    first, last = found.all("number")
    if "and" in found and last != first + 1:
        return None
    periods = date_periods.weeks(context, found)
    return periods and tuple((first, _sunday(last)) for first, last in periods)


def _sunday(day: date) -> date:
    return calendar.on_or_after(day, SUNDAY)


def _last(span: Span) -> date:
    return _sunday(span.last) if span.grain is Grain.week else span.last


def whole(_: Context, found: Match) -> Periods:
    return tuple((span.first, _last(span)) for span in found["date"])


def from_to(_: Context, found: Match) -> Periods:
    starts, ends = found.all("date")
    return date_periods.from_to(starts, tuple(replace(span, last=_last(span)) for span in ends))


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
