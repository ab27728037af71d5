"""Time zones as people type them."""

import pytest

from bot.domain.errors import UnknownZone
from bot.domain.zones import find_zone


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
