"""Rules for a whole phrase: what its days and times come to, as the readings among which it may be."""

import re
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta

from bot.core.language import Language
from bot.dates import arithmetic as calendar
from bot.dates import days
from bot.dates.arithmetic import DAY, recent
from bot.dates.clock import between, hour
from bot.dates.grammar import Build, Match
from bot.dates.periods import Periods, from_to
from bot.dates.tokens import Token
from bot.dates.values import NOON, Clock, Context, Days, Grain, Hours, Kind, Reading, Span, at, one_day

Readings = tuple[Reading, ...]
SOON = timedelta(days=62)


def _still_to_come(context: Context, readings: Iterable[Reading], found: Match) -> Readings:
    """Of several readings those that are past are not meant, unless their year is written."""
    every = tuple(dict.fromkeys(readings))
    if any(span.dated for span in found.get("date", ())):
        return every
    today = datetime.combine(context.today, time())
    later = (
        each for each in every if _start(each) >= (context.now if isinstance(each.start, datetime) else today)
    )
    return tuple(later) or every


def _start(reading: Reading) -> datetime:
    start = reading.start
    assert start is not None
    return start if isinstance(start, datetime) else datetime.combine(start, time())


def ahead_of(context: Context, count: int) -> Days:
    return one_day(context.today + timedelta(days=count))


def day(context: Context, found: Match) -> Readings:
    """A week or month is all of it, to its last working day."""
    return _still_to_come(context, map(_all_of, found["date"]), found)


def _all_of(span: Span) -> Reading:
    if span.first == span.last:
        return Reading(span.first)
    return Reading(span.first, span.due, kind=Kind.range)


def _ranges(periods: Iterable[tuple[date, date]]) -> Readings:
    return tuple(Reading(start, end, kind=Kind.range) for start, end in periods)


def around_lunch(context: Context, found: Match) -> Days:
    """After lunch is today, unlike a bare "afternoon"."""
    return one_day(context.today) if "lunch" in found.tokens[0].text else ()


def period(_: Context, found: Match) -> Readings:
    periods: Periods = found["period"]
    return _ranges(periods)


def from_day_to_day(_: Context, found: Match) -> Readings:
    return _ranges(from_to(*found.all("date")))


def from_moment_to_moment(_: Context, found: Match) -> Readings:
    (firsts, lasts), (start, till) = found.all("date"), found.all("clock")
    pairs = [(at(one.first, start.first), at(two.first, till.first)) for one in firsts for two in lasts]
    return _ranges((begin, end) for begin, end in pairs if begin < end)


def days_for(_: Context, found: Match) -> Readings:
    length = found["length"]
    firsts = [span.first for span in found["date"]] if length.of_calendar else []
    return _ranges((first, calendar.add(first, length) - DAY) for first in firsts)


def _timed_days(context: Context, found: Match) -> list[date]:
    """The days of a time, today without any."""
    spans: Days = found.get("date") or one_day(context.today)
    return [span.first for span in spans if span.grain in (Grain.day, Grain.edge)]


def _coming(context: Context, found: Match, readings: Readings) -> Readings:
    """Without a day it is tomorrow when the time is past."""
    left = _still_to_come(context, readings, found)
    if "date" in found or not left or _start(left[0]) >= context.now:
        return left
    return tuple(Reading(_start(each) + DAY, each.end and each.end + DAY, kind=each.kind) for each in left)


def hours_of_day(context: Context, found: Match) -> Readings:
    hours: Hours = found["hours"]
    days = _timed_days(context, found)
    return _coming(context, found, _ranges((at(day, hours.start), at(day, hours.till)) for day in days))


def _moments(context: Context, found: Match, kind: Kind) -> Readings:
    clock: Clock = found["clock"]
    times = [at(day, minutes) for day in _timed_days(context, found) for minutes in clock.minutes]
    readings = _coming(context, found, tuple(Reading(each, kind=kind) for each in times))
    if not clock.dotted or "date" in found:
        return readings
    kind = Kind.date if kind is Kind.datetime else kind
    return (*(Reading(span.first, kind=kind) for span in days.written_day(context, clock.dotted)), *readings)


def time_of_day(context: Context, found: Match) -> Readings:
    if len(found.tokens) == 1 and re.fullmatch(r"\d{4}", found.tokens[0].text):  # 1845 alone is no time
        return ()
    return _moments(context, found, Kind.datetime)


def now(context: Context, _: Match) -> Clock:
    """The same time."""
    minutes = context.now.hour * 60 + context.now.minute
    return Clock((minutes,), minutes, exact=True)


def lasting(context: Context, found: Match) -> Readings:
    length = found["length"]
    starts = map(_start, time_of_day(context, found)) if length.of_clock else ()
    return _ranges((start, start + timedelta(minutes=length.minutes)) for start in starts)


def elapsed(sign: int) -> Build:
    return lambda context, found: calendar.elapse(context, sign * found["length"].minutes)


def in_hours_and_minutes(context: Context, found: Match) -> datetime | None:
    """In 1h15; but "in 10:30" is no length."""
    clock = found.tokens[-1]
    spoken = "h" in clock.text or "u" in clock.text
    return calendar.elapse(context, clock.value.written) if spoken else None


def moment(_: Context, found: Match) -> Readings:
    return (Reading(found["moment"], kind=Kind.deadline if len(found.tokens) > 1 else Kind.datetime),)


def by(context: Context, found: Match) -> Readings:
    if "moment" in found:
        return moment(context, found)
    if "clock" in found:
        return _moments(context, found, Kind.deadline)
    days = (span.first if span.grain is Grain.weekend else span.due for span in found["date"])
    return _still_to_come(context, (Reading(day, kind=Kind.deadline) for day in days), found)


def by_hour(context: Context, found: Match) -> Readings | None:
    """By 9, today by 5, before 9 on Friday."""
    clock = hour(found["number"])
    if context.language is not Language.en or clock is None or not 60 <= clock.written <= NOON:
        return None
    return _moments(context, Match([*found.tokens, Token("clock", clock, "", 0, 0)]), Kind.deadline)


def before(context: Context, found: Match) -> Readings:
    """Before Friday is Thursday; before a time, or before the end of something, is that itself."""
    if "clock" in found:
        return _moments(context, found, Kind.deadline)
    days = [span.first if span.grain is Grain.edge else span.first - DAY for span in found["date"]]
    near = [day for day in days if day >= context.today or recent(context.today, day)]
    return _still_to_come(context, (Reading(day, kind=Kind.deadline) for day in near or days), found)


def before_or_on(context: Context, found: Match) -> Readings:
    """Dutch "voor vrijdag" is before Friday, but "voor morgen" is as often for tomorrow."""
    ahead: int = found["relative"]
    days = [context.today + timedelta(days=count) for count in (ahead - 1, ahead) if count >= 0]
    return tuple(Reading(day, kind=Kind.deadline) for day in days)


def either(_: Context, found: Match) -> Readings:
    """Friday or Monday: both, to be asked."""
    kind, clocks, ends = Kind.deadline if "by" in found else Kind.date, found.all("clock"), found.all("date")
    if not clocks:
        return tuple(Reading(span.first, kind=kind) for spans in ends for span in spans)
    times = zip(ends, clocks if len(clocks) == len(ends) else clocks * len(ends), strict=True)
    return tuple(
        Reading(at(span.first, clock.first), kind=Kind.datetime) for spans, clock in times for span in spans
    )


def either_day(context: Context, found: Match) -> Readings:
    """1 or 8 December."""
    made = [days.days_in_month(context, number, found) for number in found.all("number", "ordinal")]
    kind = Kind.deadline if "by" in found else Kind.date
    return tuple(Reading(spans[-1].first, kind=kind) for spans in made) if all(made) else ()


def dashed(context: Context, found: Match) -> Readings:
    """9-10 alone: hours, and in Dutch the ninth of October as well; in English a day that is near."""
    first, last = found.all("number")
    dash = found.tokens[1].text == "-"
    if not found.tokens[0].text[0].isdigit() and dash:  # A-12 is no time
        return ()
    spans = days.dashed_day(context, found) if dash else ()
    hours = _office_hours(context.today, first, last, anyhow=context.language is Language.en or not dash)
    if hours:
        soon = SOON if context.language is Language.en else timedelta.max
        spans = tuple(span for span in spans if timedelta() <= span.first - context.today < soon)
    return (*(Reading(span.first) for span in spans), *_coming(context, found, hours))


def _office_hours(day: date, first: float, last: float, anyhow: bool = False) -> Readings:
    start, till = hour(first), hour(last)
    hours = between(start, till) if start and till and (anyhow or 7 <= first < last) else None
    return _ranges([(at(day, hours.start), at(day, hours.till))] if hours else [])


def weekday_dashed(context: Context, found: Match) -> Readings:
    """Dutch "do 10-12": hours, and the tenth of December when that is a Thursday."""
    written = days.weekday_and_dashed(context, found)
    hours = _office_hours(days.weekday(context, found)[0].first, *found.all("number"))
    return (*(Reading(span.first) for span in written), *hours) if written and hours else ()
