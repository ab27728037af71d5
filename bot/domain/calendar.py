"""Wall-clock time: what people plan is local with a zone, and becomes an instant late."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def check_zone(zone: str) -> str:
    """Return `zone` when it is an IANA name; raise ValueError otherwise."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as unknown:
        raise ValueError(f"{zone!r} is not an IANA time zone") from unknown
    return zone


def local(instant: datetime, zone: str) -> datetime:
    """The naive wall-clock time in `zone` at the aware `instant`."""
    return instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)


def instant(wall: datetime, zone: str) -> datetime:
    """The UTC instant of the naive `wall` in `zone`.

    A time that the clock change doubles is its first one; one that it skips moves an hour on,
    so that 02:30 on the last Sunday of March is 03:30 summer time.
    """
    return wall.replace(tzinfo=ZoneInfo(zone)).astimezone(UTC)


def next_weekly(after: datetime, weekday: int, at: time, zone: str) -> datetime:
    """The first instant later than `after` at which it is `weekday` (Monday 0) `at` in `zone`."""
    day = local(after, zone).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    due = instant(datetime.combine(day, at), zone)
    return due if due > after else instant(datetime.combine(day + timedelta(days=7), at), zone)


def next_daily(after: datetime, at: time, zone: str) -> datetime:
    """The first instant later than `after` at which it is `at` in `zone`."""
    day = local(after, zone).date()
    due = instant(datetime.combine(day, at), zone)
    return due if due > after else instant(datetime.combine(day + timedelta(days=1), at), zone)


def week_number(day: date) -> int:
    """The ISO week, Monday first."""
    return day.isocalendar().week
