"""The best moments of fifty people in five zones over four weeks; beside a search on `portion`."""

import random
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from time import process_time
from typing import Any
from zoneinfo import ZoneInfo

import portion

from bot.meetings.slots import Attendee, Slot, Wish, find
from tests.benchmarks.rows import Row
from tests.meetings import brute_force
from tests.meetings.test_slots import random_case

BEGIN = datetime(2026, 11, 30, tzinfo=UTC)
ZONES = ("Europe/Amsterdam", "Europe/London", "Asia/Kolkata", "America/New_York", "Africa/Lagos")
PEOPLE, WEEKS, BUSY, ROUNDS, CASES = 50, 4, 60, 21, 5_000
Spans = Any
"""An interval of portion, which has no types."""


def bench_slots() -> Iterator[Row]:
    people, wish = a_group(PEOPLE, WEEKS, BUSY)
    took = _took(people, wish)
    yield Row(
        "slots", "five moments for 50 people, 4 weeks, 5 zones, 60 busy times each", took, 5.0, f"{took} ms"
    )
    began = process_time()
    assert with_portion(people, wish) == find(people, wish)
    beside = round(took / ((process_time() - began) * 1000), 4)
    yield Row("slots", "the same beside a search on portion with the same answer", beside, 0.1, f"{beside} ×")
    for what, more in (("people", (100, 4, 60)), ("weeks", (50, 8, 60)), ("busy times", (50, 4, 120))):
        ratio = round(_took(*a_group(*more)) / took, 2)
        yield Row("slots", f"twice as many {what}", ratio, 2.2, f"{ratio} ×")
    wrong = sum(_differs(random_case(random.Random(seed))) for seed in range(10_000, 10_000 + CASES))
    yield Row("slots", f"{CASES:,} random cases beside brute force: another best", wrong, 0, f"{wrong}")


def a_group(people: int, weeks: int, busy: int) -> tuple[list[Attendee], Wish]:
    """One in five is required."""
    dice = random.Random(f"{people} {weeks} {busy}")
    hours = (time(6), time(22))
    found = [
        Attendee(f"p{at}", ZONES[at % 5], at % 5 == 0, hours, busy=_busy(dice, weeks, busy))
        for at in range(people)
    ]
    return found, Wish(BEGIN, BEGIN + timedelta(weeks=weeks), 60)


def _busy(dice: random.Random, weeks: int, count: int) -> list[tuple[datetime, datetime]]:
    starts = [BEGIN + timedelta(minutes=15 * dice.randrange(weeks * 7 * 96)) for _ in range(count)]
    return [(start, start + timedelta(minutes=dice.choice((30, 60, 90)))) for start in starts]


def _took(people: list[Attendee], wish: Wish) -> float:
    """Milliseconds of CPU, the least of some rounds."""
    times = []
    for _ in range(ROUNDS):
        began = process_time()
        find(people, wish)
        times.append(process_time() - began)
    return round(min(times) * 1000, 2)


def _differs(case: tuple[list[Attendee], Wish]) -> bool:
    found, wanted = find(*case, 1), brute_force.best(*case)
    return found != ([wanted] if wanted else [])


def with_portion(people: list[Attendee], wish: Wish, most: int = 5) -> list[Slot]:
    """Without notice, buffer, breaks, days off and burden, which this group has not."""
    free = {each.id: _in_hours(each, each.hours, wish) - _union(each.busy) for each in people}
    comfort = {each.id: _in_hours(each, each.comfort, wish) for each in people}
    all_free = portion.closedopen(wish.begin, wish.end)
    for each in people:
        all_free &= free[each.id] if each.required else portion.open(-portion.inf, portion.inf)
    length, step, slots = timedelta(minutes=wish.minutes), timedelta(minutes=wish.step), []
    for part in all_free:
        start = wish.begin + -(-(part.lower - wish.begin) // step) * step
        while start + length <= part.upper:
            slots.append(_slot(people, free, comfort, wish, start))
            start += step
    chosen: list[Slot] = []
    for slot in sorted(slots, key=lambda each: each.score):
        apart = timedelta(minutes=wish.apart)
        if len(chosen) < most and all(abs(slot.start - each.start) >= apart for each in chosen):
            chosen.append(slot)
    return chosen


def _slot(people: list[Attendee], free: Spans, comfort: Spans, wish: Wish, start: datetime) -> Slot:
    end = start + timedelta(minutes=wish.minutes)
    all_of_it, can = portion.closedopen(start, end), dict[str, bool]()
    for each in people:
        can[each.id] = all_of_it in free[each.id]
    awkward = [each.id for each in people if can[each.id] and all_of_it not in comfort[each.id]]
    gap = timedelta(minutes=wish.gap)
    split = [each.id for each in people if can[each.id] and _splits(free[each.id], start, end, gap)]
    missing = [each.id for each in people if not can[each.id]]
    return Slot(start, wish.minutes, tuple(missing), tuple(awkward), tuple(split), len(awkward))


def _splits(free: Spans, start: datetime, end: datetime, gap: timedelta) -> bool:
    part = next(each for each in free if start in each)
    return any(timedelta() < left < gap for left in (start - part.lower, part.upper - end))


def _union(spans: Any) -> Spans:
    return portion.Interval(*(portion.closedopen(*each) for each in spans))


def _in_hours(person: Attendee, hours: tuple[time, time], wish: Wish) -> Spans:
    zone, found = ZoneInfo(person.zone), []
    day: date = wish.begin.astimezone(zone).date()
    while day <= wish.end.astimezone(zone).date():
        if day.weekday() in person.days:
            starts, ends = (datetime.combine(day, at, zone).astimezone(UTC) for at in hours)
            found.append((starts, ends))
        day += timedelta(days=1)
    return _union(found) & portion.closedopen(wish.begin, wish.end)
