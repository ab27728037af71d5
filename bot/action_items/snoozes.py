"""Snooze: when a person wants to be reminded of something again, inside their own hours."""

from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.core.calendar import instant, local
from bot.people.contact_hours import ContactHours


class Snooze(StrEnum):
    half_hour = "30m"
    two_hours = "2h"
    tomorrow = "tomorrow"
    next_week = "week"
    pick = "pick"
    """A day and a time that they choose in a form."""


PAUSES = {Snooze.half_hour: timedelta(minutes=30), Snooze.two_hours: timedelta(hours=2)}


def snoozed_until(choice: Snooze, now: datetime, contact_hours: ContactHours) -> datetime:
    """The instant that `choice` means for them, unless picked: in their hours, or on their morning."""
    if choice in PAUSES:
        return contact_hours.next_moment(now + PAUSES[choice])
    today = local(now, contact_hours.zone).date()
    ahead = 1 if choice is Snooze.tomorrow else 7 - today.weekday()
    return contact_hours.next_bundle(
        instant(datetime.combine(today + timedelta(days=ahead), time()), contact_hours.zone)
    )
