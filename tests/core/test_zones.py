"""Time zones as people type them, and as devices tell them."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.core.calendar import (
    clock_change_at,
    country_of,
    find_zone,
    instant,
    local,
    told_zone,
    zone_of_offset,
)
from bot.core.errors import UnknownZone


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Amsterdam", "Europe/Amsterdam"),
        (" europe/amsterdam ", "Europe/Amsterdam"),
        ("Amsterdam", "Europe/Amsterdam"),
        ("new york", "America/New_York"),
        ("America/Argentina/Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("utc", "UTC"),
    ],
)
def test_a_zone_is_found_by_its_name_or_its_city(typed: str, zone: str) -> None:
    assert find_zone(typed) == zone


@pytest.mark.parametrize(
    ("typed", "nearest"), [("Europe/Amsterdm", "Europe/Amsterdam"), ("CEST+2 or so", ""), ("", "")]
)
def test_an_unknown_zone_is_refused_with_the_nearest_guess(typed: str, nearest: str) -> None:
    with pytest.raises(UnknownZone) as refused:
        find_zone(typed)
    assert (refused.value.typed, refused.value.nearest) == (typed, nearest)


WINTER, SUMMER = datetime(2026, 11, 23, 8, tzinfo=UTC), datetime(2026, 7, 1, 8, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "offset", "zone"),
    [
        ("Asia/Kolkata", 0, "Asia/Kolkata"),
        ("Mars/Olympus", 3600, "Etc/GMT-1"),
        ("Mars/Olympus", -18000, "Etc/GMT+5"),
        ("", 0, "UTC"),
        (None, 14 * 3600, "Etc/GMT-14"),
        (5, 19800, "Asia/Kolkata"),
        ({"a": 1}, 20700, "Asia/Kathmandu"),
        ("../../etc/passwd", -12600, "America/St_Johns"),
        ("Mars/Olympus", 90, None),
        ("Mars/Olympus", 15 * 3600, None),
        ("Mars/Olympus", None, None),
        ("Mars/Olympus", "3600", None),
        ("Mars/Olympus", True, None),
        ("x" * 5000, 10**30, None),
        ("Europe/Amsterdam\x00", None, None),
    ],
)
def test_a_zone_that_is_unknown_here_becomes_one_of_the_same_offset(
    name: object, offset: object, zone: str | None
) -> None:
    assert told_zone(name, offset, WINTER) == zone


@pytest.mark.parametrize("now", [WINTER, SUMMER])
def test_a_zone_of_an_offset_has_that_offset_and_one_of_whole_hours_always(now: datetime) -> None:
    for minutes in range(-12 * 60, 14 * 60 + 1, 15):
        zone = zone_of_offset(minutes * 60, now)
        if zone is not None:
            assert now.astimezone(ZoneInfo(zone)).utcoffset() == timedelta(minutes=minutes)
        assert zone is not None or minutes % 60
        assert minutes % 60 or country_of(str(zone)) == ""


def test_every_offset_that_a_place_has_now_has_a_zone() -> None:
    for now in (WINTER, SUMMER):
        for name in available_timezones():
            offset = now.astimezone(ZoneInfo(name)).utcoffset()
            assert offset is not None and zone_of_offset(int(offset.total_seconds()), now), name


def test_a_clock_of_an_unknown_zone_is_read_as_utc() -> None:
    assert local(WINTER, "Mars/Olympus") == WINTER.replace(tzinfo=None)
    assert instant(WINTER.replace(tzinfo=None), "Mars/Olympus") == WINTER
    wall = WINTER.replace(tzinfo=None)
    assert (instant(wall, "Mars/Olympus"), clock_change_at(wall, "Mars/Olympus")) == (WINTER, None)
