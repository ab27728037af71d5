"""Finds the moments at which a group can meet, and says why each is good.

A window is cut into steps, and what holds at each step for somebody is one bit of a whole number
(`masks.py`): so all starts are judged at once, however many people and weeks there are.

Must be: the required are free for all of it, within their hours, after the notice. Of those: the fewest
missing of the optional; then the least inconvenience, where it weighs more for whoever bore it before; then
the fewest days that are split; then the soonest.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property, reduce
from zoneinfo import ZoneInfo

from bot.meetings.masks import Columns, all_but_one, best, bits, lowest, meeting, runs

Span = tuple[datetime, datetime]
"""Aware instants; the end is outside."""
EARLIEST, LATEST = time(7), time(21)
"""Local; so far a change may go outside somebody's hours."""


@dataclass(frozen=True)
class Attendee:
    """A person; or a room, which has no hours: `hours` from 0:00 to 0:00."""

    id: str
    zone: str
    required: bool = True
    hours: tuple[time, time] = (time(8), time(18))
    """Local; never outside them."""
    comfort: tuple[time, time] = (time(9), time(17))
    """Local; before and after it is early or late."""
    days: Collection[int] = frozenset(range(5))
    """Weekdays on which they work; Monday is 0."""
    off: Collection[date] = frozenset()
    """Holidays and leave."""
    breaks: Sequence[tuple[int | None, time, time]] = ()
    """Local, on that weekday or on each: lunch, focus."""
    busy: Sequence[Span] = ()
    buffer: int = 0
    """Minutes that they want before and after what they have."""
    burden: int = 0
    """How often the inconvenient hour was theirs."""


@dataclass(frozen=True)
class Wish:
    begin: datetime
    end: datetime
    """The window; aware."""
    minutes: int
    """Counted in whole steps."""
    step: int = 15
    """Minutes between starts."""
    earliest: datetime | None = None
    """The end of the notice that people are to have."""
    gap: int = 60
    """Minutes; a shorter free time between meetings splits a day."""
    apart: int = 180
    """Minutes between the starts of two proposals."""


@dataclass(frozen=True)
class Slot:
    start: datetime
    """UTC."""
    minutes: int
    missing: tuple[str, ...] = ()
    """Optional people who can't."""
    awkward: tuple[str, ...] = ()
    """For whom it is early or late."""
    split: tuple[str, ...] = ()
    """Whose day it splits."""
    inconvenience: int = 0
    without: str = ""
    """Who of the required is left out."""

    @property
    def score(self) -> tuple[int, int, int, datetime]:
        """The smaller the better."""
        return len(self.missing), self.inconvenience, len(self.split), self.start


def find(people: Sequence[Attendee], wish: Wish, most: int = 5) -> list[Slot]:
    """The best moments, the best first; none where there is none."""
    return [*_Search(people, wish).slots(most)]


def smallest_changes(people: Sequence[Attendee], wish: Wish, most: int = 2) -> list[Slot]:
    """Where `find` finds nothing: a shorter meeting, one person fewer, an evening or an early morning."""
    search = _Search(people, wish)
    fewer = search.without_one()
    return [*search.shorter(), *fewer[:1], *search.at_odd_hours(), *fewer[1:]][:most]


@dataclass(frozen=True)
class _Starts:
    """Of one person: the steps at which a meeting can start, and what it means to them there."""

    person: Attendee
    free: int
    possible: int
    awkward: int
    split: int


class _Search:
    def __init__(self, people: Sequence[Attendee], wish: Wish) -> None:
        self._wish, self._people = wish, people
        self._begin, self._step = wish.begin.timestamp(), wish.step * 60
        self._length = max(0, int((wish.end.timestamp() - self._begin) // self._step))
        self._hours: dict[tuple[object, ...], int] = {}
        self._steps = -(-wish.minutes // wish.step)

    @cached_property
    def _starts(self) -> list[_Starts]:
        return [self._of(each) for each in self._people]

    def slots(self, most: int) -> Iterator[Slot]:
        columns = self._judged()
        apart = max(self._steps, self._wish.apart // self._wish.step)
        open_ones = self._allowed(self._steps) & meeting(each.possible for each in self._required)
        while open_ones and most:
            most -= 1
            at = lowest(best(open_ones, columns))
            yield self._slot(at)
            first = max(0, at - apart + 1)
            open_ones &= ~(((1 << (at + apart - first)) - 1) << first)

    def shorter(self) -> list[Slot]:
        """The best of the longest that can be."""
        together = meeting(each.free for each in self._required)
        for steps in range(self._steps - 1, 0, -1):
            if runs(together, steps) & self._allowed(steps):
                fewer = replace(self._wish, minutes=steps * self._wish.step)
                return [*_Search(self._people, fewer).slots(1)]
        return []

    def at_odd_hours(self) -> Iterator[Slot]:
        """The best in somebody's evening or early morning; these hours alone are what is awkward."""
        wide = [
            replace(each, hours=(min(each.hours[0], EARLIEST), _later(each.hours[1])), comfort=each.hours)
            for each in self._people
        ]
        return _Search(wide, self._wish).slots(1)

    def without_one(self) -> list[Slot]:
        """For each of the required without whom there is a moment the best, in order."""
        found = []
        masks = [each.possible for each in self._required]
        for at, others in enumerate(all_but_one(masks, self._allowed(self._steps))):
            if others:
                left_out = self._required[at]
                rest = _Search(self._people, self._wish)
                rest._starts = [each for each in self._starts if each is not left_out]
                found += [replace(slot, without=left_out.person.id) for slot in rest.slots(1)]
        return sorted(found, key=lambda slot: slot.score)

    @property
    def _required(self) -> list[_Starts]:
        return [each for each in self._starts if each.person.required]

    def _allowed(self, steps: int) -> int:
        """Starts after the notice that leave room for so many steps until the end of the window."""
        room = (1 << max(0, self._length - steps + 1)) - 1
        notice = self._wish.earliest
        first = self._up(notice.timestamp()) if notice else 0
        return room >> first << first

    def _judged(self) -> list[int]:
        """Columns of all that is counted, the weightiest first."""
        missing, awkward, split = Columns(), Columns(), Columns()
        for each in self._starts:
            if not each.person.required:
                missing.add(~each.possible & ((1 << self._length) - 1))
            awkward.add(each.awkward, 1 + each.person.burden)
            split.add(each.split)
        return [*missing.weightiest_first(), *awkward.weightiest_first(), *split.weightiest_first()]

    def _slot(self, at: int) -> Slot:
        bit = 1 << at
        start = datetime.fromtimestamp(self._begin + at * self._step, UTC)
        awkward = [each.person for each in self._starts if each.awkward & bit]
        return Slot(
            start,
            self._wish.minutes,
            missing=tuple(each.person.id for each in self._starts if not each.possible & bit),
            awkward=tuple(each.id for each in awkward),
            split=tuple(each.person.id for each in self._starts if each.split & bit),
            inconvenience=sum(1 + each.burden for each in awkward),
        )

    def _of(self, person: Attendee) -> _Starts:
        free = self._in_hours(person, person.hours) & ~self._taken(person)
        steps, gap = self._steps, -(-self._wish.gap // self._wish.step)
        possible = runs(free, steps)
        comfortable = runs(self._in_hours(person, person.comfort), steps)
        long_enough = runs(free, gap)
        before = free << 1 & ~(long_enough << gap)
        behind = free >> steps & ~(long_enough >> steps)
        return _Starts(person, free, possible, possible & ~comfortable, possible & (before | behind))

    def _in_hours(self, person: Attendee, hours: tuple[time, time]) -> int:
        """Of the working days; the same for all with the same hours in one zone, but for days off."""
        key = (person.zone, hours, frozenset(person.days), tuple(person.breaks))
        if key not in self._hours:
            days = self._days(person.zone)
            parts = [self._day(day, hours, person) for day in days if day.weekday() in person.days]
            self._hours[key] = reduce(int.__or__, parts, 0)
        whole = (time(), time())
        lost = (self._span(day, whole, person.zone) for day in person.off)
        return self._hours[key] & ~reduce(int.__or__, lost, 0)

    def _day(self, day: date, hours: tuple[time, time], person: Attendee) -> int:
        theirs = (each for on, *each in person.breaks if on in (None, day.weekday()))
        breaks = (self._span(day, (first, last), person.zone, outward=True) for first, last in theirs)
        return self._span(day, hours, person.zone) & ~reduce(int.__or__, breaks, 0)

    def _days(self, zone: str) -> list[date]:
        first, last = (each.astimezone(ZoneInfo(zone)).date() for each in (self._wish.begin, self._wish.end))
        return [first + timedelta(days=each) for each in range((last - first).days + 1)]

    def _span(self, day: date, hours: tuple[time, time], zone: str, *, outward: bool = False) -> int:
        """0:00 as an end is that of the day."""
        starts, ends = hours
        here, last = ZoneInfo(zone), day + timedelta(days=1) if ends == time() else day
        first = datetime.combine(day, starts, here).timestamp()
        until = datetime.combine(last, ends, here).timestamp()
        if outward:
            return bits(self._down(first), self._up(until), self._length)
        return bits(self._up(first), self._down(until), self._length)

    def _taken(self, person: Attendee) -> int:
        # The one loop that runs thousands of times: written out.
        begin, step, length, taken = self._begin, self._step, self._length, 0
        before, behind = begin + person.buffer * 60, begin - person.buffer * 60 - step + 1e-6
        for starts, ends in person.busy:
            first, last = int((starts.timestamp() - before) / step), int((ends.timestamp() - behind) / step)
            if last > 0 and first < length:
                if first < 0:
                    first = 0
                taken |= ((1 << last - first) - 1) << first
        return taken

    def _down(self, at: float) -> int:
        return int((at - self._begin) // self._step)

    def _up(self, at: float) -> int:
        return max(0, -int(-(at - self._begin) // self._step))


def _later(ends: time) -> time:
    """0:00 is the end of the day."""
    return ends if ends == time() else max(ends, LATEST)
