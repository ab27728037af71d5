"""Which moments are proposed to a group, in the week of Monday 30 November 2026."""

import random
from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from bot.meetings.slots import Attendee, Slot, Wish, find, smallest_changes
from tests.meetings import brute_force

MONDAY = datetime(2026, 11, 30, tzinfo=UTC)
FRIDAY = datetime(2026, 12, 5, tzinfo=UTC)
HOURS = timedelta(hours=1)
ZONES = ("Europe/Amsterdam", "Europe/London", "Asia/Kolkata", "America/New_York", "Australia/Sydney")


def week(minutes: int = 60, **more: object) -> Wish:
    return Wish(MONDAY, FRIDAY, minutes, **more)  # type: ignore[arg-type]


def at(day: int, hour: float) -> datetime:
    """Of the week, UTC; Monday is 0."""
    return MONDAY + timedelta(days=day, hours=hour)


def person(name: str, zone: str = "Europe/London", **more: object) -> Attendee:
    return Attendee(name, zone, **more)  # type: ignore[arg-type]


def starts(slots: list[Slot]) -> list[datetime]:
    return [slot.start for slot in slots]


def test_the_soonest_comfortable_moment_comes_first_and_the_others_lie_apart() -> None:
    found = find([person("tom")], week())
    assert starts(found) == [at(0, 9), at(0, 12), at(0, 15), at(1, 9), at(1, 12)]
    assert not any(slot.missing or slot.awkward or slot.split for slot in found)


def test_everybody_required_is_free_and_in_their_hours() -> None:
    people = [person("tom", busy=[(at(0, 9), at(0, 17))]), person("priya", "Asia/Kolkata")]
    # In Kolkata 9:00 to 17:00 ends at 11:30 in London.
    assert starts(find(people, week(), 1)) == [at(1, 9)]


def test_part_time_days_holidays_leave_lunch_and_focus() -> None:
    people = [
        person(
            "tom",
            days={1, 2},
            off={date(2026, 12, 1)},
            breaks=[(None, time(9), time(12)), (2, time(12, 30), time(13)), (3, time(12), time(15))],
        )
    ]
    assert starts(find(people, week(30, gap=0), 1)) == [at(2, 12)]


def test_a_room_has_no_hours_of_its_own_and_travel_and_notice_count() -> None:
    room = Attendee(
        "room 2",
        "Europe/London",
        hours=(time(), time()),
        comfort=(time(), time()),
        days=range(7),
        busy=[(at(0, 9), at(0, 11))],
    )
    found = find(
        [person("tom", buffer=30, busy=[(at(0, 12), at(0, 13))]), room], week(gap=0, earliest=at(0, 11.5)), 1
    )
    assert starts(found) == [at(0, 13.5)]


def test_an_optional_person_is_waited_for_but_does_not_stop_the_others() -> None:
    tom, sanne = person("tom"), person("sanne", required=False, busy=[(at(0, 0), at(3, 10))])
    assert starts(find([tom, sanne], week(), 1)) == [at(3, 10)]
    away = person("sanne", required=False, busy=[(at(0, 0), at(5, 0))])
    assert find([tom, away], week(), 1)[0].missing == ("sanne",)


def test_a_moment_that_is_early_or_late_for_somebody_comes_behind_and_says_for_whom() -> None:
    tom = person("tom", busy=[(at(0, 8), at(0, 17)), (at(1, 8), at(5, 0))])
    [slot] = find([tom], week(), 1)
    assert (slot.start, slot.awkward) == (at(0, 17), ("tom",))


def test_a_day_is_not_split_where_it_can_be_helped() -> None:
    tom = person("tom", busy=[(at(0, 9.5), at(0, 11))])
    [slot] = find([tom], week(30), 1)
    assert slot.start == at(0, 9) and slot.split == ()
    wedged = person("tom", busy=[(at(0, 8), at(0, 9)), (at(0, 10), at(5, 0))])
    assert find([wedged], week(30), 1)[0].split == ("tom",)


def test_where_none_fits_the_smallest_change_that_would() -> None:
    tom = person("tom", busy=[(at(0, 8), at(0, 16)), (at(0, 16.5), at(5, 0))])
    sanne = person("sanne", busy=[(at(0, 8), at(0, 15.5))])
    assert find([tom, sanne], week(60)) == []
    shorter, without = smallest_changes([tom, sanne], week(60))
    assert (shorter.start, shorter.minutes, shorter.without) == (at(0, 16), 30, "")
    assert (without.minutes, without.without) == (60, "tom")
    assert smallest_changes([], Wish(MONDAY, MONDAY, 60)) == []


def test_where_none_fits_an_evening_may() -> None:
    people = [person("tom"), person("priya", "Asia/Kolkata", days={0}, busy=[(at(0, 0), at(0, 12.5))])]
    assert find(people, week(60)) == []
    [*_, late] = smallest_changes(people, week(60), most=3)
    assert (late.start, late.awkward, late.without) == (at(0, 12.5), ("priya",), "")


def test_whoever_bore_the_inconvenience_is_spared_the_next_time() -> None:
    """Between New York and Sydney there is no hour that suits both."""
    ann = person("ann", "America/New_York", hours=(time(7), time(21)))
    bea = person("bea", "Australia/Sydney", hours=(time(6), time(21)))
    bore: Counter[str] = Counter()
    for each in range(6):
        wish = Wish(MONDAY + timedelta(weeks=each), FRIDAY + timedelta(weeks=each), 60)
        [slot] = find([replace(who, burden=bore[who.id]) for who in (ann, bea)], wish, 1)
        bore.update(slot.awkward)
    assert bore.total() >= 6 and abs(bore["ann"] - bore["bea"]) <= 1


def test_a_clock_change_moves_people_apart() -> None:
    """From 25 October to 1 November 2026 London is four hours from New York, and not five."""
    people = [person("tom"), person("ann", "America/New_York", hours=(time(9), time(12)))]
    begin = datetime(2026, 10, 26, tzinfo=UTC)
    before, after = (
        find(people, Wish(begin + timedelta(weeks=each), begin + timedelta(weeks=each, days=5), 60), 1)
        for each in (0, 1)
    )
    assert (before[0].start.hour, after[0].start.hour) == (13, 14)


@pytest.mark.parametrize("seed", range(60))
def test_the_first_is_as_good_as_the_best_of_all(seed: int) -> None:
    people, wish = random_case(random.Random(seed))
    found, wanted = find(people, wish, 1), brute_force.best(people, wish)
    assert found == ([wanted] if wanted else [])


def random_case(dice: random.Random) -> tuple[list[Attendee], Wish]:
    """A few people over two or three days."""
    begin = MONDAY + timedelta(days=dice.randrange(7), hours=dice.randrange(24))
    days = dice.randint(1, 3)
    people = [_random_person(dice, f"p{each}", begin, days) for each in range(dice.randint(1, 4))]
    step = dice.choice((15, 30))
    return people, Wish(
        begin,
        begin + timedelta(days=days),
        step * dice.randint(1, 4),
        step=step,
        earliest=begin + dice.random() * 20 * HOURS if dice.random() < 0.3 else None,
        gap=dice.choice((0, 30, 60)),
    )


def _random_person(dice: random.Random, name: str, begin: datetime, days: int) -> Attendee:
    busy = []
    for _ in range(dice.randrange(8)):
        start = begin + timedelta(minutes=dice.randrange(-60, days * 1440))
        busy.append((start, start + timedelta(minutes=dice.randint(5, 240))))
    return Attendee(
        name,
        dice.choice(ZONES),
        required=dice.random() < 0.7,
        hours=(time(dice.randint(0, 8)), time(dice.randint(18, 23))),
        days=frozenset(dice.sample(range(7), dice.randint(3, 7))),
        off={(begin + timedelta(days=1)).date()} if dice.random() < 0.2 else frozenset(),
        breaks=[(None, time(12), time(12, 45))] if dice.random() < 0.4 else (),
        busy=busy,
        burden=dice.randrange(4),
    )
