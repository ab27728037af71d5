"""Who led and who wrote, and what was parked, as notes say it."""

import pytest

from bot.minutes.extraction.extract import draft


@pytest.mark.parametrize(
    ("notes", "chair", "minute_taker"),
    [
        ("Chair: Ann Lee\nMinute-taker: Bo", "Ann Lee", "Bo"),
        ("**Voorzitter**: Sanne\n- Notulist: Joost", "Sanne", "Joost"),
        ("Voorzitter - Sanne\nScribe: @bo", "Sanne", "@bo"),
        ("Chair: Ann, Bo\nNotulist: volgt", "", ""),
        ("Ann: the chair is late\nAgenda: chair", "", ""),
    ],
)
def test_a_field_names_who_led_and_who_wrote(notes: str, chair: str, minute_taker: str) -> None:
    found = draft(notes)
    assert (found.chair, found.minute_taker) == (chair, minute_taker)


@pytest.mark.parametrize(
    "notes", ["PARK: a new website", "Parkeerlijst:\n- a new website", "## Parking lot\n- a new website"]
)
def test_what_was_parked_is_kept(notes: str) -> None:
    assert draft(notes).parked == ("a new website",)
