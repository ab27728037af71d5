"""What is said of something that comes back besides its rule: its hours, its start and its end."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from bot.dates.arithmetic import add
from bot.dates.clock import bare_hour
from bot.dates.grammar import Build, Found, Line
from bot.dates.values import Clock, Hours, Kind, Length, Reading, Repeat, Repeats, Scene, Span

LOOK_AHEAD = 9 * 366
"""A 29 February can be eight years away, around a year like 2100."""


def with_hours(_: Scene, found: Found) -> Repeats | None:
    if any(repeat.hours for repeat in found["repeat"]):
        return None
    if "hours" in found:
        hours: Hours = found["hours"]
        return tuple(replace(repeat, hours=(hours.start, hours.till)) for repeat in found["repeat"])
    clock: Clock = found["clock"]
    return tuple(replace(repeat, hours=(clock.first, None)) for repeat in found["repeat"])


def _changed(change: Callable[[Repeat, Found], Repeat]) -> Build:
    return lambda _, found: tuple(change(repeat, found) for repeat in found["repeat"])


def _until(repeat: Repeat, found: Found) -> Repeat:
    return replace(repeat, until=found["date"][0].last)


def _from(repeat: Repeat, found: Found) -> Repeat:
    return replace(repeat, not_before=found["date"][0].first)


def _from_until(repeat: Repeat, found: Found) -> Repeat:
    first, last = found.all("date")
    return replace(repeat, not_before=first[0].first, until=last[0].last)


def _in_period(repeat: Repeat, found: Found) -> Repeat:
    first, last = found["period"][0]
    return replace(repeat, not_before=first, until=last)


def _within(_: Scene, found: Found) -> Repeats | None:
    """Every Tuesday in December."""
    span: Span = found["date"][0]
    if span.first == span.last or any(repeat.freq not in ("DAILY", "WEEKLY") for repeat in found["repeat"]):
        return None
    return tuple(replace(repeat, not_before=span.first, until=span.last) for repeat in found["repeat"])


def _so_often(repeat: Repeat, found: Found) -> Repeat:
    return replace(repeat, tail=f"COUNT={found['number']}")


def _for_length(scene: Scene, found: Found) -> Repeats | None:
    length: Length = found["length"]
    if not length.of_calendar or length.workdays:
        return None
    last = add(scene.today, length) - timedelta(days=1)
    return tuple(replace(repeat, until=last) for repeat in found["repeat"])


def first_time(repeat: Repeat, scene: Scene) -> Reading | None:
    """The recurrence with its first time from now on; None when it has none."""
    start = max(scene.today, repeat.not_before or scene.today)
    for ahead in range(LOOK_AHEAD):
        day = start + timedelta(days=ahead)
        if not repeat.fits(day):
            continue
        if repeat.hours is None:
            return Reading(day, None, repeat.rrule, Kind.recurrence)
        midnight = datetime(day.year, day.month, day.day)
        begin, till = repeat.hours
        if midnight + timedelta(minutes=begin) >= scene.now:
            end = None if till is None else midnight + timedelta(minutes=till)
            return Reading(midnight + timedelta(minutes=begin), end, repeat.rrule, Kind.recurrence)
    return None


TAILS: tuple[Line, ...] = (
    ("clock", "(?<= repeat) at number (?= until date)", bare_hour),
    ("repeat", "repeat clock", with_hours),
    ("repeat", "length for repeat | repeat length for", _for_length),
    (
        "repeat",
        "for? (next|coming) length repeat | repeat for? (next|coming) length",
        _for_length,
    ),
    ("repeat", "repeat (from? date (to|until) | between date and) date", _changed(_from_until)),
    ("repeat", "repeat until date", _changed(_until)),
    ("repeat", "repeat from date | from date repeat", _changed(_from)),
    ("repeat", "repeat number times", _changed(_so_often)),
    ("repeat", "repeat period", _changed(_in_period)),
    ("repeat", "repeat in? date (?= clock|hours|$)", _within),
    ("repeat", "repeat for length", _for_length),
    ("repeat", "repeat (clock|hours)", with_hours),
    ("repeat", "(clock|hours) repeat", with_hours),
)
