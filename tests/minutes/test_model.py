"""Rules of minutes: what is kept of notes, and how much fits in a message."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.minutes.model import (
    MESSAGE,
    PER_MESSAGE,
    PIECE,
    Item,
    Minutes,
    ProposalKind,
    Verdict,
    action_parts,
    clean,
    decision_parts,
    note_parts,
    with_item,
    with_items,
)

ACTION, DECISION = ProposalKind


def minutes(*items: Item) -> Minutes:
    concept = Minutes(
        project_id=1,
        number=1,
        title="Steering",
        held_on=date(2026, 11, 23),
        author="U1",
        notes="notes",
        raised_at=datetime(2026, 11, 23, tzinfo=UTC),
    )
    return with_items(concept, items)


def item(kind: ProposalKind = ACTION, text: str = "call", **changes: object) -> Item:
    return Item(kind=kind, text=text, line=1, quote="q", verdict=Verdict.accepted).model_copy(update=changes)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc", "a\nb\nc"),
        ("\n a\tb \n", "a\tb"),
        ("x\x00\x1b[31my\x7f", "x[31my"),
        ("abc\u202edef", "abcdef"),
        ("שלום 🎉 café", "שלום 🎉 café"),
        ("\ud800", ""),
    ],
)
def test_only_text_is_kept_of_notes(typed: str, kept: str) -> None:
    assert clean(typed) == kept


@given(st.text(max_size=200))
def test_cleaned_twice_is_the_same_and_can_be_sent(notes: str) -> None:
    once = clean(notes)
    assert clean(once) == once and once.encode() is not None


def test_a_changed_proposal_is_one_version_up_and_the_same_again_is_none() -> None:
    before = minutes(item())
    after = with_item(before, 0, text="write")
    assert after.proposals[0].version == 2
    assert with_item(after, 0, text="write") is after


def test_only_a_named_stranger_of_an_action_item_is_unclear() -> None:
    assert item(owner_name="Karel").unclear
    assert not item(owner_name="Karel", owner="U1").unclear
    assert not item(DECISION, owner_name="Karel").unclear


def test_what_was_accepted_is_parted_by_what_a_message_holds() -> None:
    many = minutes(*(item(number=n) for n in range(45)), *(item(DECISION, "x" * 2000) for _ in range(7)))
    assert [len(part) for part in action_parts(many)] == [20, 20, 5]
    assert [len(part) for part in decision_parts(many)] == [5, 2]
    assert [len(part) for part in decision_parts(minutes(*(item(DECISION) for _ in range(50))))] == [
        20,
        20,
        10,
    ]
    assert action_parts(minutes()) == decision_parts(minutes()) == []
    assert max(map(len, action_parts(many))) == PER_MESSAGE


@given(st.text(alphabet="ab \n", max_size=9000), st.integers(0, 9000))
def test_notes_are_parted_without_losing_a_word(notes: str, unbroken: int) -> None:
    notes += "x" * unbroken
    parts = note_parts(notes)
    assert all(piece.strip() and len(piece) <= PIECE for part in parts for piece in part)
    assert all(sum(map(len, part)) <= MESSAGE for part in parts)
    assert "".join("".join(map("".join, parts)).split()) == "".join(notes.split())
