"""All moments of a group, one by one and minute by minute: slow, and by no idea of the real search."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.meetings.slots import Attendee, Slot, Wish

MINUTE = timedelta(minutes=1)


def best(people: list[Attendee], wish: Wish) -> Slot | None:
    """The moment with the best score; None when there is none."""
    found = []
    start, length = wish.begin, timedelta(minutes=wish.minutes)
    while start + length <= wish.end:
        if start >= (wish.earliest or start) and (slot := _slot(people, wish, start)):
            found.append(slot)
        start += wish.step * MINUTE
    return min(found, key=lambda slot: slot.score, default=None)


def _slot(people: list[Attendee], wish: Wish, start: datetime) -> Slot | None:
    minutes = [start + each * MINUTE for each in range(wish.minutes)]
    can = {each.id: all(_free(each, wish, at) for at in minutes) for each in people}
    if not all(can[each.id] for each in people if each.required):
        return None
    awkward = [
        each for each in people if can[each.id] and not all(_within(each, each.comfort, at) for at in minutes)
    ]
    split = [each.id for each in people if can[each.id] and _splits(each, wish, start)]
    return Slot(
        start.astimezone(UTC),
        wish.minutes,
        missing=tuple(each.id for each in people if not can[each.id]),
        awkward=tuple(each.id for each in awkward),
        split=tuple(split),
        inconvenience=sum(1 + each.burden for each in awkward),
    )


def _splits(person: Attendee, wish: Wish, start: datetime) -> bool:
    """Whether a free time before or behind it is shorter than the wished gap, in whole steps."""
    step, steps = wish.step * MINUTE, -(-wish.gap // wish.step)
    end = start + wish.minutes * MINUTE

    def free_steps(first: datetime, by: int) -> int:
        count = 0
        while count < steps and _step_free(person, wish, first + by * count * step):
            count += 1
        return count

    return 0 < free_steps(start - step, -1) < steps or 0 < free_steps(end, 1) < steps


def _step_free(person: Attendee, wish: Wish, start: datetime) -> bool:
    inside = wish.begin <= start and start + wish.step * MINUTE <= wish.end
    return inside and all(_free(person, wish, start + each * MINUTE) for each in range(wish.step))


def _free(person: Attendee, wish: Wish, at: datetime) -> bool:
    buffer = person.buffer * MINUTE
    taken = any(starts - buffer <= at < ends + buffer for starts, ends in person.busy)
    return not taken and _within(person, person.hours, at)


def _within(person: Attendee, hours: tuple[time, time], at: datetime) -> bool:
    local = at.astimezone(ZoneInfo(person.zone))
    if local.weekday() not in person.days or local.date() in person.off:
        return False
    if any(starts <= local.time() < ends for _each_day, starts, ends in person.breaks):
        return False
    starts, ends = hours
    return starts <= local.time() and (ends == time() or local.time() < ends)
