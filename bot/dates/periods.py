"""Rules for several days at once, as their first and last: "1-3 December", "week 48 t/m 50", "25-27/11"."""

from datetime import date, timedelta

from bot.core.language import Language
from bot.dates import arithmetic as calendar
from bot.dates import days
from bot.dates.arithmetic import coming_date, valid_day
from bot.dates.grammar import Found
from bot.dates.values import Days, Grain, Scene, Span

Periods = tuple[tuple[date, date], ...]
"""All that the words may mean, likeliest first."""
HALF_A_YEAR = timedelta(days=183)


def days_of_month(scene: Scene, found: Found) -> Periods | None:
    (first, last), month, year = found.all("number", "ordinal"), found["month"], found.get("year")
    if first != int(first) or last != int(last) or not 1 <= first < last <= 31:
        return None
    end = valid_day(year, month, int(last)) if year else coming_date(scene.today, month, int(last))
    start = valid_day(end.year, month, int(first)) if end else None
    return ((start, end),) if start and end else None


def two_days(scene: Scene, found: Found) -> Periods | None:
    """25 and 26 November, which must follow each other."""
    first, last = found.all("number", "ordinal")
    return days_of_month(scene, found) if last == first + 1 else None


def days_before_slash(scene: Scene, found: Found) -> Periods | None:
    """25-27/11, where the month is not in doubt."""
    ends = days.slashed(scene, found) or ()
    first = found["number ordinal"]
    starts = [valid_day(end.first.year, end.first.month, int(first)) for end in ends]
    return tuple((start, end.first) for start, end in zip(starts, ends, strict=True) if start) or None


def weeks(scene: Scene, found: Found) -> Periods | None:
    """Week 48-50; week 52 t/m 1 ends in the next year."""
    first, last = found.all("number")
    year = found.get("year") or scene.today.isocalendar().year
    if set(found.all("unit")) != {"week"} or first == last:
        return None
    start, end = calendar.iso_week(year, int(first)), calendar.iso_week(year + (last < first), int(last))
    if start and end and "year" not in found and end.last < scene.today:
        start, end = calendar.iso_week(year + 1, int(first)), calendar.iso_week(year + 1, int(last))
    return ((start.first, end.last),) if start and end and (end.last - start.first) < HALF_A_YEAR else None


def weekdays(scene: Scene, found: Found) -> Periods:
    first, last = found.all("weekday")
    start = calendar.on_or_after(scene.today, first)
    starts = (start, start + timedelta(days=7)) if start == scene.today else (start,)
    return tuple((each, calendar.after(each, last)) for each in starts)


def weekdays_of(_: Scene, found: Found) -> Periods | None:
    """Monday to Wednesday of next week, or of week 49."""
    (first, last), weeks = found.all("weekday"), found["date"]
    if first > last or any(span.grain is not Grain.week for span in weeks):
        return None
    mondays = [span.first - timedelta(days=span.first.weekday()) for span in weeks]
    return tuple((monday + timedelta(days=first), monday + timedelta(days=last)) for monday in mondays)


def dashed_days(scene: Scene, found: Found) -> Periods | None:
    """Dutch 22-12 t/m 2-1."""
    numbers = found.all("number")
    if scene.language is not Language.nl or any(number != int(number) for number in numbers):
        return None
    pairs = (numbers[:2], numbers[2:])
    start, end = (
        coming_date(scene.today, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None
        for day, month in pairs
    )
    pair = start and end and _ordered(Span(start, start), Span(end, end))
    return (pair,) if pair else None


def from_to(starts: Days, ends: Days) -> Periods | None:
    pairs = [pair for start in starts for end in ends if (pair := _ordered(start, end))]
    return tuple(dict.fromkeys(pairs)) or None


def _ordered(start: Span, end: Span) -> tuple[date, date] | None:
    """A start that was rolled on to next year goes back when its end was not."""
    if start.first <= end.last:
        return start.first, end.last
    earlier = valid_day(start.first.year - 1, start.first.month, start.first.day)
    if earlier and timedelta() <= end.last - earlier <= timedelta(days=120):
        return earlier, end.last
    return None
