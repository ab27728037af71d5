"""Public holidays by country, and the country by zone."""

from datetime import date
from zoneinfo import available_timezones

import pytest
from holidays import country_holidays

from bot.core.calendar import COUNTRIES, PublicHolidays, country_of


@pytest.mark.parametrize(
    ("zone", "country"),
    [
        ("Europe/Amsterdam", "NL"),
        ("Europe/London", "GB"),
        ("Asia/Kolkata", "IN"),
        ("Asia/Calcutta", "IN"),
        ("US/Eastern", "US"),
        ("UTC", ""),
        ("Etc/GMT+5", ""),
        ("Nowhere/Land", ""),
    ],
)
def test_a_zone_lies_in_a_country(zone: str, country: str) -> None:
    assert country_of(zone) == country


def test_nearly_every_zone_that_is_a_place_lies_in_a_country() -> None:
    places = [zone for zone in available_timezones() if zone.split("/")[0] in ("Europe", "Asia", "Africa")]
    assert [zone for zone in places if not country_of(zone)] == []


@pytest.mark.parametrize(
    ("country", "day", "off"),
    [
        ("NL", date(2027, 4, 27), True),
        ("NL", date(2027, 3, 29), True),
        ("NL", date(2025, 5, 5), True),
        ("NL", date(2027, 5, 5), False),
        ("NL", date(2027, 12, 5), False),
        ("GB", date(2027, 3, 29), True),
        ("GB", date(2027, 4, 27), False),
        ("IN", date(2027, 1, 26), True),
        ("", date(2027, 12, 25), False),
        ("XX", date(2027, 12, 25), False),
    ],
)
def test_a_country_has_its_days_off(country: str, day: date, off: bool) -> None:
    assert (day in PublicHolidays(country)) is off


def test_all_countries_to_choose_from_are_known() -> None:
    without = [country for country in COUNTRIES if not country_holidays(country, years=2027)]
    assert without == ["UA"], "its law of war has none"
