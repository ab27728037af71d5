"""Snooze: when a person wants to be reminded of something again, inside his own hours."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import instant, local
from bot.domain.preferences import Preferences

Works = Callable[[date], bool]
"""Whether he works on that day."""

LONGEST_LEAVE = 366
"""Days in a row without work after which we ask nobody any more and take the next day."""


class Snooze(StrEnum):
    half_hour = "30m"
    two_hours = "2h"
    tomorrow = "tomorrow"
    next_week = "week"
    pick = "pick"
    """A day and a time that he chooses in a form."""


PAUSES = {Snooze.half_hour: timedelta(minutes=30), Snooze.two_hours: timedelta(hours=2)}


def quiet(at: time, preferences: Preferences) -> bool:
    """Whether nothing is sent at this time of his day; from and until the same are no quiet hours."""
    begins, ends = preferences.quiet_from, preferences.quiet_until
    if begins <= ends:
        return begins <= at < ends
    return at >= begins or at < ends


def snoozed_until(
    choice: Snooze, now: datetime, zone: str, preferences: Preferences, works: Works
) -> datetime:
    """The instant that `choice` means for him, a picked one excepted."""
    if choice in PAUSES:
        return within_hours(now + PAUSES[choice], zone, preferences, works)
    today = local(now, zone).date()
    ahead = 1 if choice is Snooze.tomorrow else 7 - today.weekday()
    return _morning(today + timedelta(days=ahead), zone, preferences, works)


def within_hours(at: datetime, zone: str, preferences: Preferences, works: Works) -> datetime:
    """`at` itself when it is in his hours on a day that he works, else his next morning after it."""
    here = local(at, zone)
    if works(here.date()) and not quiet(here.time(), preferences):
        return at
    morning_is_over = here.time() >= preferences.morning
    return _morning(here.date() + timedelta(days=morning_is_over), zone, preferences, works)


def end_of_day(at: datetime, zone: str, preferences: Preferences) -> datetime:
    """When his day of `at` is over: his quiet hours begin, or else it is midnight."""
    here = local(at, zone)
    if preferences.quiet_from > here.time() and preferences.quiet_from != preferences.quiet_until:
        return instant(datetime.combine(here.date(), preferences.quiet_from), zone)
    return instant(datetime.combine(here.date() + timedelta(days=1), time()), zone)


def _morning(day: date, zone: str, preferences: Preferences, works: Works) -> datetime:
    """On `day`, or the first after it on which he works."""
    ahead = next((days for days in range(LONGEST_LEAVE) if works(day + timedelta(days=days))), 0)
    return instant(datetime.combine(day + timedelta(days=ahead), preferences.morning), zone)
