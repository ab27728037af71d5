"""Rules for a whole phrase: what its days and times come to, as the readings among which it may be."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from bot.core.language import Language
from bot.dates import arithmetic as calendar
from bot.dates import days
from bot.dates.arithmetic import coming_date
from bot.dates.clock import between, hour
from bot.dates.grammar import Found
from bot.dates.periods import from_to
from bot.dates.recurrence import first_times
from bot.dates.tokens import Token
from bot.dates.values import NOON, Clock, Days, Grain, Hours, Kind, Reading, Scene, Span, one_day

Readings = tuple[Reading, ...]


def at(day: date, minutes: int) -> datetime:
    return datetime(day.year, day.month, day.day) + timedelta(minutes=minutes)


def _still_to_come(scene: Scene, readings: Iterable[Reading], dated: bool = False) -> Readings:
    """Of several readings those that are past are not meant, unless their year is written."""
    every = tuple(dict.fromkeys(readings))
    if dated:
        return every
    later = tuple(
        each for each in every if _start(each) >= (scene.now if _timed(each) else at(scene.today, 0))
    )
    return later or every


def _dated(found: Found) -> bool:
    return any(span.dated for span in found["date"])


def _timed(reading: Reading) -> bool:
    return isinstance(reading.start, datetime)


def _start(reading: Reading) -> datetime:
    start = reading.start
    assert start is not None
    return start if isinstance(start, datetime) else at(start, 0)


def ahead_of(scene: Scene, count: int) -> Days:
    return one_day(scene.today + timedelta(days=count))


def day(scene: Scene, found: Found) -> Readings:
    return _still_to_come(scene, (_whole(scene, span) for span in found["date"]), _dated(found))


def _whole(scene: Scene, span: Span) -> Reading:
    """A week or month that has begun is all of it; of one to come its first day."""
    return Reading(span.first, span.last, kind=Kind.range) if _runs(scene, span) else Reading(span.first)


def _runs(scene: Scene, span: Span) -> bool:
    return span.first < span.last and span.first <= scene.today <= span.last


def period(scene: Scene, found: Found) -> Readings:
    return tuple(Reading(start, end, kind=Kind.range) for start, end in found["period"])


def from_day_to_day(_: Scene, found: Found) -> Readings | None:
    periods = from_to(*found.all("date"))
    return tuple(Reading(start, end, kind=Kind.range) for start, end in periods) if periods else None


def from_moment_to_moment(_: Scene, found: Found) -> Readings | None:
    (firsts, lasts), (start, till) = found.all("date"), found.all("clock")
    pairs = [(at(one.first, start.first), at(two.first, till.first)) for one in firsts for two in lasts]
    return tuple(Reading(begin, end, kind=Kind.range) for begin, end in pairs if begin < end) or None


def days_for(_: Scene, found: Found) -> Readings | None:
    length = found["length"]
    if not length.of_calendar:
        return None
    spans = ((span.first, calendar.add(span.first, length) - timedelta(days=1)) for span in found["date"])
    return tuple(Reading(start, end, kind=Kind.range) for start, end in spans)


def _days(scene: Scene, found: Found) -> Days:
    """The days of a time; without any it is today, or tomorrow when that time is past."""
    return found.get("date") or ahead_of(scene, 0)


def _coming(scene: Scene, found: Found, readings: list[Reading]) -> Readings:
    left = _still_to_come(scene, readings, "date" in found and _dated(found))
    if "date" in found or _start(left[0]) >= scene.now:
        return left
    day = timedelta(days=1)
    return tuple(Reading(_start(each) + day, each.end and each.end + day, kind=each.kind) for each in left)


def hours_of_day(scene: Scene, found: Found) -> Readings | None:
    hours: Hours = found["hours"]
    spans = [span for span in _days(scene, found) if span.grain in (Grain.day, Grain.edge)]
    made = [
        Reading(at(span.first, hours.start), at(span.first, hours.till), kind=Kind.range) for span in spans
    ]
    return _coming(scene, found, made) if made else None


def _moments(scene: Scene, found: Found, kind: Kind) -> Readings | None:
    clock: Clock = found["clock"]
    spans = [span for span in _days(scene, found) if span.grain in (Grain.day, Grain.edge)]
    made = [Reading(at(span.first, each), kind=kind) for span in spans for each in clock.minutes]
    return _coming(scene, found, made) if made else None


def time_of_day(scene: Scene, found: Found) -> Readings | None:
    return _moments(scene, found, Kind.datetime)


def clock_for_length(scene: Scene, found: Found) -> Readings | None:
    length = found["length"]
    starts = time_of_day(scene, found) if length.of_clock else None
    step = timedelta(minutes=length.minutes)
    return starts and tuple(Reading(each.start, _start(each) + step, kind=Kind.range) for each in starts)


def in_hours_and_minutes(scene: Scene, found: Found) -> datetime | None:
    """In 1h15; but "in 10:30" is no length."""
    clock = found.tokens[-1]
    spoken = "h" in clock.text or "u" in clock.text
    return calendar.elapse(scene, clock.value.written) if spoken else None


def moment(_: Scene, found: Found) -> Readings:
    return (Reading(found["moment"], kind=Kind.datetime),)


def by(scene: Scene, found: Found) -> Readings | None:
    if "moment" in found:
        return (Reading(found["moment"], kind=Kind.deadline),)
    if "clock" in found:
        return _moments(scene, found, Kind.deadline)
    days = (span.last if _runs(scene, span) else span.first for span in found["date"])
    return _still_to_come(scene, (Reading(day, kind=Kind.deadline) for day in days), _dated(found))


def by_hour(scene: Scene, found: Found) -> Readings | None:
    """By 9, today by 5, before 9 on Friday."""
    clock = hour(found["number"])
    if scene.language is not Language.en or clock is None or not 60 <= clock.written <= NOON:
        return None
    return _moments(scene, Found([*found.tokens, Token("clock", clock, "", 0, 0)]), Kind.deadline)


def _day_before(span: Span) -> date:
    return span.first if span.grain is Grain.edge else span.first - timedelta(days=1)


def before(scene: Scene, found: Found) -> Readings | None:
    """Before Friday is Thursday; before a time, or before the end of something, is that itself."""
    if "clock" in found:
        return _moments(scene, found, Kind.deadline)
    made = (Reading(_day_before(span), kind=Kind.deadline) for span in found["date"])
    return _still_to_come(scene, made, _dated(found))


def before_or_on(scene: Scene, found: Found) -> Readings | None:
    """Dutch "voor vrijdag" is before Friday, but "voor morgen" is as often for tomorrow."""
    ahead: int = found["relative"]
    days = [span.first for count in (ahead - 1, ahead) if count >= 0 for span in ahead_of(scene, count)]
    return tuple(Reading(day, kind=Kind.deadline) for day in days) or None


def either(scene: Scene, found: Found) -> Readings | None:
    """Friday or Monday: both, to be asked."""
    kind, clocks = Kind.deadline if "by" in found else Kind.date, found.all("clock")
    ends = found.all("date")
    if not clocks:
        return tuple(Reading(span.first, kind=kind) for spans in ends for span in spans)
    times = clocks if len(clocks) == len(ends) else clocks * len(ends)
    return tuple(
        Reading(at(span.first, clock.first), kind=Kind.datetime)
        for spans, clock in zip(ends, times, strict=True)
        for span in spans
    )


def either_day(scene: Scene, found: Found) -> Readings | None:
    """1 or 8 December."""
    spans = [days.day_in_month(scene, number, found) for number in found.all("number", "ordinal")]
    kind = Kind.deadline if "by" in found else Kind.date
    return tuple(Reading(day, kind=kind) for day in spans if day) if all(spans) else None


def repeat(scene: Scene, found: Found) -> Readings:
    return tuple(first_times(found["repeat"], scene))


def dashed(scene: Scene, found: Found) -> Readings | None:
    """9-10 alone: hours, and in Dutch the ninth of October as well."""
    first, last = found.all("number")
    if not found.tokens[0].text[0].isdigit() and found.tokens[1].text == "-":  # A-12 is no time
        return None
    either = scene.language is Language.nl and found.tokens[1].text == "-"
    hours = _office_hours(first, last, anyhow=not either)
    readings: list[Reading] = []
    if either and last <= 12 and 1 <= first <= 31:
        made = coming_date(scene.today, int(last), int(first)) if last else None
        readings += [Reading(made)] if made else []
    if hours:
        span = Reading(at(scene.today, hours.start), at(scene.today, hours.till), kind=Kind.range)
        readings += _coming(scene, found, [span])
    return tuple(readings) or None


def _office_hours(first: float, last: float, anyhow: bool = False) -> Hours | None:
    start, till = hour(first), hour(last)
    return between(start, till) if start and till and (anyhow or 7 <= first < last) else None


def weekday_dashed(scene: Scene, found: Found) -> Readings | None:
    """Dutch "do 10-12": hours, and the tenth of December when that is a Thursday."""
    hours = _office_hours(*found.all("number"))
    written = days.weekday_and_dashed(scene, found)
    if hours is None or written is None:
        return None
    day = days.weekday(scene, found)[0].first
    span = Reading(at(day, hours.start), at(day, hours.till), kind=Kind.range)
    return Reading(written[0].first), span
