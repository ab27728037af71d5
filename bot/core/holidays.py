"""Public holidays of a country, and the country of a time zone."""

from datetime import date
from functools import cache
from importlib.resources import files

from holidays import country_holidays

REGIONS = {"GB": "ENG"}
"""The region in which most people live, of countries whose regions share too few days."""
COUNTRIES = tuple(
    "AR AT AU BE BG BR CA CH CL CN CO CY CZ DE DK EE EG ES FI FR GB GR HK HR HU ID IE IL IN IS IT JP KE KR"
    " LT LU LV MA MT MX MY NG NL NO NZ PE PH PL PT RO RS SE SG SI SK TH TR TW UA US VN ZA".split()
)
"""ISO codes of those that a person can choose."""


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
