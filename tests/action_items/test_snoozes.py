"""When a snoozed item comes back: in their zone, in their hours, on a day that they work."""

from datetime import UTC, date, datetime, time

import pytest

from bot.action_items.snooze import Snooze, snoozed_until
from bot.core.calendar import instant
from bot.people.contact_hours import ContactHours
from bot.people.preferences import Absence, Preferences

AMSTERDAM, KOLKATA = "Europe/Amsterdam", "Asia/Kolkata"


def wall(text: str, zone: str = AMSTERDAM) -> datetime:
    return instant(datetime.fromisoformat(text), zone)


def contact_hours(
    zone: str = AMSTERDAM, holidays: tuple[date, ...] = (), **preferences: object
) -> ContactHours:
    own = Preferences.model_validate({"team": "T1", "user": "U1", **preferences})
    return ContactHours(own, holidays, (), zone)


@pytest.mark.parametrize(
    ("choice", "now", "until"),
    [
        (Snooze.half_hour, "2026-11-23T09:00", "2026-11-23T09:30"),
        (Snooze.two_hours, "2026-11-23T15:59", "2026-11-23T17:59"),
        (Snooze.two_hours, "2026-11-23T16:00", "2026-11-23T18:00"),  # quiet hours, but asked for
        (Snooze.half_hour, "2026-11-23T06:00", "2026-11-23T06:30"),
        (Snooze.half_hour, "2026-11-23T23:50", "2026-11-24T00:20"),
        (Snooze.half_hour, "2026-11-28T11:00", "2026-11-28T11:30"),  # a Saturday
        (Snooze.tomorrow, "2026-11-23T09:00", "2026-11-24T09:00"),
        (Snooze.tomorrow, "2026-11-27T16:00", "2026-11-30T09:00"),  # a Friday
        (Snooze.next_week, "2026-11-23T09:00", "2026-11-30T09:00"),
        (Snooze.next_week, "2026-11-29T09:00", "2026-11-30T09:00"),  # a Sunday
    ],
)
@pytest.mark.parametrize("zone", [AMSTERDAM, KOLKATA, "America/New_York"])
def test_each_choice_is_a_moment_of_their_own_day(choice: Snooze, now: str, until: str, zone: str) -> None:
    assert snoozed_until(choice, wall(now, zone), contact_hours(zone)) == wall(until, zone)


def test_their_morning_and_their_part_time_days_are_asked() -> None:
    theirs = contact_hours(morning=time(7, 30), quiet_until=time(7), working_days=[2])
    now = wall("2026-11-23T09:00")
    assert snoozed_until(Snooze.tomorrow, now, theirs) == wall("2026-11-25T07:30")
    assert snoozed_until(Snooze.next_week, now, theirs) == wall("2026-12-02T07:30")


def test_tomorrow_is_behind_holidays_and_days_away() -> None:
    away = Absence(team="T1", user="U1", first=date(2026, 12, 28), last=date(2026, 12, 31))
    theirs = ContactHours(
        contact_hours().preferences, (date(2026, 12, 25), date(2027, 1, 1)), (away,), AMSTERDAM
    )
    assert snoozed_until(Snooze.tomorrow, wall("2026-12-24T10:00"), theirs) == wall("2027-01-04T09:00")


@pytest.mark.parametrize(
    ("now", "until", "hour"),
    [
        ("2026-10-24T12:00", "2026-10-26T09:00", 8),  # over the night that has an hour more
        ("2027-03-27T12:00", "2027-03-29T09:00", 7),  # over the night that has an hour less
    ],
)
def test_after_a_clock_change_it_is_still_their_morning(now: str, until: str, hour: int) -> None:
    found = snoozed_until(Snooze.tomorrow, wall(now), contact_hours())
    assert found == wall(until) and found.hour == hour


@pytest.mark.parametrize("day", [datetime(2026, 10, 25, tzinfo=UTC), datetime(2027, 3, 28, tzinfo=UTC)])
def test_half_an_hour_is_half_an_hour_in_the_night_of_a_clock_change(day: datetime) -> None:
    nights = contact_hours(quiet_from=time(12), quiet_until=time(12), working_days=list(range(7)))
    now = day.replace(minute=45)
    assert (snoozed_until(Snooze.half_hour, now, nights) - now).total_seconds() == 1800
