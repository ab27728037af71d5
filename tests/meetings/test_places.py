"""The place of a meeting in a typed line: only what can be nothing else."""

import pytest

from bot.meetings.places import placed, without_link
from tests.meetings.test_lines import DUTCH, ENGLISH


@pytest.mark.parametrize(
    ("line", "title", "place", "left"),
    [
        ("Sprint review at Room 2 friday 14:00 45m", "Sprint review", "Room 2", ""),
        ("Sprint review friday 14:00 45m Room 2", "Sprint review", "Room 2", ""),
        ("Sprint review friday 16:00 in room 4.12", "Sprint review", "room 4.12", ""),
        ("Retro @ Room B friday 10:00", "Retro", "Room B", ""),
        ("Kickoff in London friday 10:00", "Kickoff", "London", ""),
        ("Townhall at Kings Cross Station friday 10:00", "Townhall", "Kings Cross Station", ""),
        ("Planning at the office friday 10:00", "Planning", "office", ""),
        ("Planning on Zoom friday 10:00", "Planning", "Zoom", ""),
        ("Sprintreview in zaal 2 vrijdag 14u", "Sprintreview", "zaal 2", ""),
        ("Sprintreview vrijdag 14u in de kantine", "Sprintreview", "kantine", ""),
        ("Demo in de Grote Zaal vrijdag 10:00", "Demo", "Grote Zaal", ""),
        ("Sprint review friday 14:00 bring laptops", "Sprint review", "", "bring laptops"),
        ("Begroting vrijdag om 12:00 met taart", "Begroting", "", "met taart"),
        ("Friday 14:00 45m sprint review", "sprint review", "", ""),
        ("Room 12 friday 10:00", "Room 12", "", ""),
        ("Review of Room 12 friday 10:00", "Review of Room 12", "", ""),
        ("Plans in Q1 friday 10:00", "Plans in Q1", "", ""),
        ("Look at the budget friday 10:00", "Look at the budget", "", ""),
        ("Introductie bij Jan Jansen vrijdag 10:00", "Introductie bij Jan Jansen", "", ""),
    ],
)
def test_a_room_or_a_name_behind_at_is_the_place_and_what_is_in_doubt_is_not(
    line: str, title: str, place: str, left: str
) -> None:
    for reader in (ENGLISH, DUTCH):
        assert tuple(placed(line, reader.line(line)[0])) == (title, place, left)


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Retro https://meet.example/a-1?b=2 friday 10:00", "Retro friday 10:00"),
        ("Retro friday 10:00 at https://meet.example/a-1?b=2", "Retro friday 10:00"),
        ("Retro via https://meet.example/a-1?b=2", "Retro"),
    ],
)
def test_a_link_is_taken_out_before_the_date_is_read(line: str, rest: str) -> None:
    assert without_link(line) == (rest, "https://meet.example/a-1?b=2")
    assert without_link("Retro friday") == ("Retro friday", "")
