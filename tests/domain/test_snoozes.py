"""When a snoozed item comes back: in his zone, in his hours, on a day that he works."""

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.calendar import instant, local
from bot.domain.preferences import Preferences
from bot.domain.snoozes import Snooze, end_of_day, quiet, snoozed_until, within_hours

HIS = Preferences(team="T1", user="U1")
AMSTERDAM, KOLKATA = "Europe/Amsterdam", "Asia/Kolkata"


def weekdays(day: date) -> bool:
    return day.weekday() < 5


def wall(text: str, zone: str = AMSTERDAM) -> datetime:
    return instant(datetime.fromisoformat(text), zone)


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        (Snooze.half_hour, "2026-11-23T09:00", "2026-11-23T09:30"),
        (Snooze.two_hours, "2026-11-23T15:59", "2026-11-23T17:59"),
        (Snooze.two_hours, "2026-11-23T16:00", "2026-11-24T09:00"),  # 18:00 is quiet
        (Snooze.half_hour, "2026-11-23T06:00", "2026-11-23T09:00"),
        (Snooze.half_hour, "2026-11-23T07:30", "2026-11-23T08:00"),
        (Snooze.half_hour, "2026-11-23T23:50", "2026-11-24T09:00"),
        (Snooze.half_hour, "2026-11-28T11:00", "2026-11-30T09:00"),  # a Saturday
        (Snooze.tomorrow, "2026-11-23T09:00", "2026-11-24T09:00"),
        (Snooze.tomorrow, "2026-11-27T16:00", "2026-11-30T09:00"),  # a Friday
        (Snooze.next_week, "2026-11-23T09:00", "2026-11-30T09:00"),
        (Snooze.next_week, "2026-11-29T09:00", "2026-11-30T09:00"),  # a Sunday
    ],
)
@pytest.mark.parametrize("zone", [AMSTERDAM, KOLKATA, "America/New_York"])
def test_each_choice_is_a_moment_of_his_own_day(choice: Snooze, now: str, until: str, zone: str) -> None:
    found = snoozed_until(choice, wall(now, zone), zone, HIS, weekdays)
    assert found == wall(until, zone)


def test_his_morning_and_his_part_time_days_are_asked() -> None:
    his = HIS.model_copy(update={"morning": time(7, 30), "quiet_until": time(7)})
    wednesdays = lambda day: day.weekday() == 2  # noqa: E731
    now = wall("2026-11-23T09:00")
    assert snoozed_until(Snooze.tomorrow, now, AMSTERDAM, his, wednesdays) == wall("2026-11-25T07:30")
    assert snoozed_until(Snooze.next_week, now, AMSTERDAM, his, wednesdays) == wall("2026-12-02T07:30")


def test_who_never_works_is_reminded_the_next_day_all_the_same() -> None:
    found = snoozed_until(Snooze.tomorrow, wall("2026-11-23T09:00"), AMSTERDAM, HIS, lambda _: False)
    assert found == wall("2026-11-24T09:00")


@pytest.mark.parametrize(
    ("now", "until", "offset"),
    [
        ("2026-10-24T12:00", "2026-10-26T09:00", 1),  # over the night that has an hour more
        ("2027-03-27T12:00", "2027-03-29T09:00", 2),  # over the night that has an hour less
    ],
)
def test_after_a_clock_change_it_is_still_his_morning(now: str, until: str, offset: int) -> None:
    found = snoozed_until(Snooze.tomorrow, wall(now), AMSTERDAM, HIS, weekdays)
    assert found == wall(until) and found.hour == 9 - offset


@pytest.mark.parametrize(
    "now", [datetime(2026, 10, 25, 0, 45, tzinfo=UTC), datetime(2027, 3, 28, 0, 45, tzinfo=UTC)]
)
def test_half_an_hour_is_half_an_hour_in_the_night_of_a_clock_change(now: datetime) -> None:
    at_work = HIS.model_copy(update={"quiet_from": time(0), "quiet_until": time(0)})
    found = snoozed_until(Snooze.half_hour, now, AMSTERDAM, at_work, lambda _: True)
    assert (found - now).total_seconds() == 1800


@pytest.mark.parametrize(
    ("begins", "ends", "quiet_at", "loud_at"),
    [
        (time(18), time(8), (time(18), time(0), time(7, 59)), (time(8), time(17, 59))),
        (time(6), time(14), (time(6), time(13, 59)), (time(14), time(5, 59))),
        (time(0), time(0), (), (time(0), time(12))),
    ],
)
def test_quiet_hours_may_lie_over_midnight_or_not_be(
    begins: time, ends: time, quiet_at: tuple[time, ...], loud_at: tuple[time, ...]
) -> None:
    his = HIS.model_copy(update={"quiet_from": begins, "quiet_until": ends})
    assert all(quiet(at, his) for at in quiet_at)
    assert not any(quiet(at, his) for at in loud_at)


@pytest.mark.parametrize(
    ("begins", "at", "ends"),
    [
        (time(18), "2026-11-23T09:00", "2026-11-23T18:00"),
        (time(6), "2026-11-23T15:00", "2026-11-24T00:00"),
        (time(18), "2026-10-25T01:30", "2026-10-25T18:00"),
    ],
)
def test_his_day_ends_when_it_becomes_quiet_or_at_midnight(begins: time, at: str, ends: str) -> None:
    his = HIS.model_copy(update={"quiet_from": begins})
    assert end_of_day(wall(at), AMSTERDAM, his) == wall(ends)


def test_within_his_hours_a_moment_stays_as_it_is_to_the_second() -> None:
    at = wall("2026-11-23T10:11:12")
    assert within_hours(at, AMSTERDAM, HIS, weekdays) == at
    assert local(within_hours(at, "Pacific/Auckland", HIS, weekdays), "Pacific/Auckland") == datetime(
        2026, 11, 24, 9
    )
