"""Time zones as people name them."""

from difflib import get_close_matches
from functools import cache
from zoneinfo import available_timezones

from bot.domain.errors import UnknownZone


def find_zone(typed: str) -> str:
    """The IANA name for `europe/amsterdam`, or for the city alone; raise UnknownZone with a guess."""
    wanted = "_".join(typed.lower().split())
    names = _names()
    if wanted in names:
        return names[wanted]
    nearest = get_close_matches(wanted, names, n=1)
    raise UnknownZone(typed, names[nearest[0]] if nearest else "")


@cache
def _names() -> dict[str, str]:
    """Lower-case name, or city where only one zone has it, to IANA name."""
    zones = sorted(available_timezones())
    cities: dict[str, list[str]] = {}
    for zone in zones:
        cities.setdefault(zone.rpartition("/")[2].lower(), []).append(zone)
    unique = {city: found[0] for city, found in cities.items() if len(found) == 1}
    return unique | {zone.lower(): zone for zone in zones}
