"""Wall-clock time: what people plan is local with a zone, and becomes an instant late."""

from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


@lru_cache(maxsize=1024)
def is_zone(zone: str) -> bool:
    """Whether it is an IANA name that this machine knows: an older one knows fewer."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def check_zone(zone: str) -> str:
    """Return `zone` when it is an IANA name; raise ValueError otherwise."""
    if not is_zone(zone):
        raise ValueError(f"{zone!r} is not an IANA time zone")
    return zone


def check_weekdays(days: list[int]) -> list[int]:
    """Each once, in order, Monday is 0; raise ValueError for none, or for what is no weekday."""
    if not days or any(day not in range(7) for day in days):
        raise ValueError("working days are one or more of 0 (Monday) to 6")
    return sorted(set(days))


def zone_info(zone: str) -> ZoneInfo:
    """The zone of this name; UTC for one that this machine does not know.

    What is stored may come from another machine. A time that is an hour off, on a clock that its sentence
    names, is better than a message, a closing or a reminder for all that never comes.
    """
    return ZoneInfo(zone if is_zone(zone) else "UTC")


def local(instant: datetime, zone: str) -> datetime:
    """The naive wall-clock time in `zone` at the aware `instant`."""
    return instant.astimezone(zone_info(zone)).replace(tzinfo=None)


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of the naive `wall` in `zone`.

    A time that the clock change doubles is its first one; one that it skips moves an hour on,
    so that 02:30 on the last Sunday of March is 03:30 summer time.
    """
    return wall.replace(tzinfo=zone_info(zone)).astimezone(UTC)


def next_weekly(after: datetime, weekday: int, at: time, zone: str) -> datetime:
    """The first instant later than `after` at which it is `weekday` (Monday 0) `at` in `zone`."""
    day = local(after, zone).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    due = instant(datetime.combine(day, at), zone)
    return due if due > after else instant(datetime.combine(day + timedelta(days=7), at), zone)


def week_number(day: date) -> int:
    """The ISO week, Monday first."""
    return day.isocalendar().week
