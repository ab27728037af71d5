"""Wall-clock time: what people plan is local with a zone, and becomes an instant late. Zones as people type
them, and whose days off are public."""

from datetime import UTC, date, datetime, time, timedelta
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

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
REGIONS = {"GB": "ENG"}
"""The region in which most people live, of countries whose regions share too few days."""
COUNTRIES = tuple(
    "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR"
    " LT LU LV MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SE SG SI SK TH TR TW UA US VN ZA".split()
)
"""ISO codes of those that a person can choose."""


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


def check_rising(days: list[int]) -> list[int]:
    """Return three rising numbers of days; raise ValueError for others."""
    if len(days) != 3 or not 0 < days[0] < days[1] < days[2]:
        raise ValueError("three rising numbers of days")
    return days


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


def clock_change_at(wall: datetime, zone: str) -> Literal["skipped", "doubled"] | None:
    """What a change of the clock in `zone` does to the naive `wall`."""
    here = zone_info(zone)
    first, second = (wall.replace(tzinfo=here, fold=fold).astimezone(UTC) for fold in (0, 1))
    return None if first == second else "doubled" if first < second else "skipped"


def next_weekly(after: datetime, weekday: int, at: time, zone: str) -> datetime:
    """The first instant later than `after` at which it is `weekday` (Monday 0) `at` in `zone`."""
    day = local(after, zone).date()
    day += timedelta(days=(weekday - day.weekday()) % 7)
    due = instant(datetime.combine(day, at), zone)
    return due if due > after else instant(datetime.combine(day + timedelta(days=7), at), zone)


def week_number(day: date) -> int:
    """The ISO week, Monday first."""
    return day.isocalendar().week


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


class PublicHolidays:
    """Asked as `day in PublicHolidays("NL")`; an unknown country, or none, has none."""

    def __init__(self, country: str) -> None:
        self.country = country

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and day in _of_year(self.country, day.year)


@cache
def _of_year(country: str, year: int) -> frozenset[date]:
    if not country:
        return frozenset()
    from holidays import country_holidays  # late: who reads a calendar apart has no use for it

    try:
        return frozenset(country_holidays(country, subdiv=REGIONS.get(country), years=year))
    except NotImplementedError:
        return frozenset()


def country_of(zone: str) -> str:
    """ISO code of the country that an IANA zone lies in; empty for one such as UTC."""
    return _countries().get(_renamed().get(zone, zone), "")


@cache
def _countries() -> dict[str, str]:
    rows = (line.split("\t") for line in _lines("zone.tab") if not line.startswith("#"))
    return {row[2]: row[0] for row in rows}


@cache
def _renamed() -> dict[str, str]:
    """Former and second names: `L Asia/Kolkata Asia/Calcutta` makes Asia/Calcutta Asia/Kolkata."""
    rows = (line.split() for line in _lines("tzdata.zi") if line.startswith("L "))
    return {row[2]: row[1] for row in rows if row[2] not in _countries()}


def _lines(name: str) -> list[str]:
    return (files("tzdata") / "zoneinfo" / name).read_text(encoding="utf-8").splitlines()
