"""Time zones as people name them, and as their devices tell them."""

from datetime import datetime, timedelta
from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from bot.core.calendar import is_zone, zone_info
from bot.core.errors import UnknownZone

HOUR, DAY = 3600, 86400
OFF_THE_HOUR = (
    "Asia/Kolkata",
    "Asia/Tehran",
    "Asia/Yangon",
    "Asia/Kabul",
    "Asia/Kathmandu",
    "Australia/Adelaide",
    "Australia/Darwin",
    "America/St_Johns",
    "Pacific/Marquesas",
    "Pacific/Chatham",
    "Australia/Lord_Howe",
    "Australia/Eucla",
)
"""Places that differ from UTC by a part of an hour; for each difference, first the one of most people."""


def find_zone(typed: str) -> str:
    """The IANA name for `europe/amsterdam`, or for the city alone; raise UnknownZone with a guess."""
    wanted = "_".join(typed.lower().split())
    names = _names()
    if wanted in names:
        return names[wanted]
    nearest = get_close_matches(wanted, names, n=1)
    raise UnknownZone(typed, names[nearest[0]] if nearest else "")


def told_zone(name: object, offset: object, now: datetime) -> str | None:
    """The zone that a device tells: its name where this machine knows it, else one with its `offset` now.

    Name and offset (seconds east of UTC) come from outside and may be anything; None where neither helps.
    """
    if isinstance(name, str) and is_zone(name):
        return name
    return zone_of_offset(offset, now) if isinstance(offset, int) and not isinstance(offset, bool) else None


def zone_of_offset(offset: int, now: datetime) -> str | None:
    """A zone whose clocks are `offset` seconds ahead of UTC at `now`; None where there is none.

    Of whole hours it is a zone that claims no more than that: no country, whose holidays somebody would get,
    and no summer time, which would be a guess. IANA counts its fixed zones westward, so Etc/GMT-1 is UTC+1.
    """
    if abs(offset) >= DAY:
        return None
    hours, rest = divmod(offset, HOUR)
    if rest:
        places = (zone for zone in OFF_THE_HOUR if is_zone(zone))
        return next((zone for zone in places if _offset(zone, now) == timedelta(seconds=offset)), None)
    fixed = f"Etc/GMT{-hours:+d}" if hours else "UTC"
    return fixed if is_zone(fixed) else None


def _offset(zone: str, now: datetime) -> timedelta | None:
    return now.astimezone(zone_info(zone)).utcoffset()


@cache
def _names() -> dict[str, str]:
    """Lower-case name, or city where only one zone has it, to IANA name."""
    zones = sorted(available_timezones())
    cities: dict[str, list[str]] = {}
    for zone in zones:
        cities.setdefault(zone.rpartition("/")[2].lower(), []).append(zone)
    unique = {city: found[0] for city, found in cities.items() if len(found) == 1}
    return unique | {zone.lower(): zone for zone in zones}
