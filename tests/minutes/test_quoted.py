"""What a language model says of notes, held against them: what does not stand there is nothing."""

import random
from datetime import date

import pytest

from bot.minutes import with_model
from bot.minutes.extraction.proposals import Proposal
from bot.minutes.model import ProposalKind
from bot.minutes.quoted import Notes, Suggestion
from bot.notes.note_lines import read
from tests.kit.invented import NOTES, PEOPLE, invented, lie

TEXT = """Present: Sanne, Tom, Priya
ACTION: Tom – call the supplier – Friday
It’s   clear that Priya should “check” the
contract before 4 December.
Sanne asked Tom to order chairs, please.
Joost moet dit voor vrijdag met de verhuizer opnemen
We must not sell the hall.
After a long talk about money and time we are sure that we must not
paint the old lamps, please.
Tom: I must bring the ladder tomorrow.
Everybody was told that the lift must be repaired."""


def checked(text: str, quote: str, owner: str = "", due: str = "", kind: str = "action") -> Proposal | None:
    notes = Notes(read(TEXT), ["sanne", "tom", "priya", "joost"], date(2026, 11, 23))
    return notes.checked(
        Suggestion(kind=ProposalKind(kind), text=text, owner=owner, due=due, quote=quote), []
    )


def test_an_item_stands_on_its_quote_over_lines_spaces_and_quotation_marks() -> None:
    found = checked(
        "check the contract",
        'it\'s clear that Priya should "check" the contract before 4 December',
        "Priya",
        "4 December",
    )
    assert found is not None
    assert (found.owner, found.day, found.lines) == ("Priya", date(2026, 12, 3), (3, 4))


@pytest.mark.parametrize(
    ("text", "quote", "owner", "due"),
    [
        ("check the contract", "Priya should check the contract today", "", ""),  # no such quote
        ("check the contract", "contract", "", ""),  # too short to say anything
        ("sign the contract", "Priya should check the contract", "Priya", ""),
        ("the contract check Priya should", "Priya should check the contract", "", ""),
        ("check the contract", "Priya should check the contract", "Tom", ""),
        ("check the contract", "Priya should check the contract", "", "Friday"),
        ("check", "Priya should check the contract", "", ""),
        ("sell the hall", "We must not sell the hall", "", ""),
        ("sell the hall", "sell the hall", "", ""),
        ("paint the old lamps", "paint the old lamps", "", ""),  # the line above says not
        ("the lift must not be repaired", "Everybody was told that the lift must be repaired", "", ""),
        ("repair the lift", "Everybody was told that the lift must be repaired", "Everybody", ""),
        ("repair the 2 lifts", "Everybody was told that the lift must be repaired", "", ""),
        ("the the the of of", "Everybody was told that the lift must be repaired", "", ""),
        ("Sanne should 4", "Priya should check the contract before 4 December", "", ""),
    ],
)
def test_what_does_not_stand_there_is_nothing(text: str, quote: str, owner: str, due: str) -> None:
    assert checked(text, quote, owner, due) is None


def test_of_two_people_who_are_named_none_is_the_owner_and_who_speaks_is_named() -> None:
    asked = checked("order chairs", "Sanne asked Tom to order chairs, please", "Sanne")
    assert asked is not None and asked.owner is None
    spoken = checked("bring the ladder", "I must bring the ladder tomorrow", "Tom", "tomorrow")
    assert spoken is not None and (spoken.owner, spoken.day) == ("Tom", date(2026, 11, 24))


def test_words_may_have_another_form() -> None:
    found = checked("opnemen met verhuizers", "Joost moet dit voor vrijdag met de verhuizer opnemen", "Joost")
    assert found is not None and found.owner == "Joost"
    assert checked("repair the lifts", "the lift must be repaired") is not None


@pytest.mark.parametrize("seed", range(len(NOTES)))
def test_however_a_model_lies_nothing_that_it_invents_is_taken(seed: int) -> None:
    luck, notes = random.Random(seed), NOTES[seed]
    drafted = notes.drafted()
    assert not [item for item in drafted.proposals if invented(item, notes)]
    for _ in range(6):
        answer = with_model.Answer.model_validate({"items": [lie(notes, luck) for _ in range(20)]})
        items, _left_out = with_model.improved(drafted, answer, PEOPLE, {})
        assert [item for item in items if invented(item, notes)] == []
