"""What a person did to records of any noun is taken back, as a whole or not at all."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.core.context import Context
from bot.core.errors import ChangedSince, NothingToUndo, SomeChangedSince
from bot.core.nouns import Noun
from bot.core.undo import TakenBack, undo, undo_batch, undo_last, undo_of
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.nouns import (
    MAKE,
    closed_in_bulk,
    closing,
    edited,
    every_noun,
    held,
    is_withdrawn,
    kept,
    made,
    reworded,
    reworded_in_bulk,
    said,
)

pytestmark = every_noun


@pytest.fixture
def atlas(sqlite_storage: Storage, noun: Noun[Any]) -> Atlas:
    """With five records of Sanne, in a project of Tom's."""
    atlas = open_atlas(sqlite_storage, manager=user("tom"))
    made(atlas, noun, 5)
    return atlas


def take_back(atlas: Atlas, who: str, act: Callable[[Context], list[TakenBack[Any]]]) -> list[int]:
    with atlas.unit() as uow:
        return [each.after.number for each in act(atlas.ctx(uow, MONDAY, who))]


def again(atlas: Atlas, noun: Noun[Any], who: str = "tom") -> list[int]:
    return take_back(atlas, who, lambda ctx: undo_last(ctx, noun))


def undone(atlas: Atlas, noun: Noun[Any], who: str, number: int = 1) -> None:
    version = kept(atlas, noun, number).version
    with atlas.unit() as uow:
        undo(atlas.ctx(uow, MONDAY, who), noun, number, version)


def test_undo_takes_back_ones_own_last_change_step_by_step(atlas: Atlas, noun: Noun[Any]) -> None:
    edited(atlas, noun, "first", "sanne")
    edited(atlas, noun, "second", "sanne")
    undone(atlas, noun, "sanne")
    assert said(atlas, noun, 1) == ["first"]
    undone(atlas, noun, "sanne")
    assert said(atlas, noun, 1) == ["write"] and not is_withdrawn(noun, kept(atlas, noun))
    undone(atlas, noun, "sanne")
    assert is_withdrawn(noun, kept(atlas, noun)) and kept(atlas, noun).version == 6


def test_undo_refuses_when_another_was_later_and_when_there_is_nothing(atlas: Atlas, noun: Noun[Any]) -> None:
    edited(atlas, noun, "mine")
    with pytest.raises(ChangedSince):
        undone(atlas, noun, "sanne")
    with pytest.raises(NothingToUndo):
        undone(atlas, noun, "priya")
    undone(atlas, noun, "tom")
    undone(atlas, noun, "sanne")
    assert is_withdrawn(noun, kept(atlas, noun))


def test_undo_pressed_twice_takes_back_once(atlas: Atlas, noun: Noun[Any]) -> None:
    edited(atlas, noun, "first", "sanne")
    with atlas.unit() as uow:
        for _ in range(2):
            undo(atlas.ctx(uow, MONDAY, "sanne"), noun, 1, 2)
    assert said(atlas, noun, 1) == ["write"]
    with pytest.raises(ChangedSince), atlas.unit() as uow:
        undo(atlas.ctx(uow, MONDAY, "tom"), noun, 1, 2)


def test_the_whole_of_it_is_taken_back_at_once_and_only_once(atlas: Atlas, noun: Noun[Any]) -> None:
    changed = reworded_in_bulk(atlas, noun, "other", [1, 2, 3])
    assert take_back(atlas, "tom", lambda ctx: undo_batch(ctx, changed.batch)) == [1, 2, 3]
    assert said(atlas, noun, 1, 2, 3) == ["write"] * 3
    assert take_back(atlas, "tom", lambda ctx: undo_batch(ctx, changed.batch)) == []


def test_it_is_told_how_each_was_and_how_it_is_now(atlas: Atlas, noun: Noun[Any]) -> None:
    batch = reworded_in_bulk(atlas, noun, "other", [1, 2]).batch
    with atlas.unit() as uow:
        taken = undo_batch(atlas.ctx(uow, MONDAY, "tom"), batch)
    assert [(each.noun.text_of(each.before), each.noun.text_of(each.after)) for each in taken] == [
        ("other", "write"),
        ("other", "write"),
    ]


def test_only_who_did_it_takes_it_back(atlas: Atlas, noun: Noun[Any]) -> None:
    batch = reworded_in_bulk(atlas, noun, "other", [1, 2]).batch
    with pytest.raises(NothingToUndo):
        take_back(atlas, "sanne", lambda ctx: undo_batch(ctx, batch))
    with pytest.raises(NothingToUndo):
        take_back(atlas, "tom", lambda ctx: undo_batch(ctx, f"{atlas.project.id}:77"))


def test_once_somebody_changed_one_of_them_nothing_is_taken_back(atlas: Atlas, noun: Noun[Any]) -> None:
    reworded_in_bulk(atlas, noun, "other", [1, 2])
    with atlas.unit() as uow:
        closing(noun).does(atlas.ctx(uow, MONDAY + timedelta(minutes=5), "sanne"), 2)
    with pytest.raises(SomeChangedSince) as refused:
        again(atlas, noun)
    [later] = refused.value.later
    assert (later.named, later.noun, later.what) == (f"{noun.letter}-2", noun.name, closing(noun).logged)
    assert later.who == user("sanne")
    assert later.at.isoformat() == "2026-11-23T08:05:00"  # London's clock, which is Tom's
    assert said(atlas, noun, 1) == ["other"]


def test_undo_again_takes_back_what_was_before_that(atlas: Atlas, noun: Noun[Any]) -> None:
    reworded_in_bulk(atlas, noun, "other", [1, 2])
    reworded_in_bulk(atlas, noun, "third", [2])
    closed_in_bulk(atlas, noun, [3, 4])
    before = kept(atlas, noun, 5)
    assert again(atlas, noun) == [3, 4]
    assert again(atlas, noun) == [2]
    assert again(atlas, noun) == [1, 2]
    assert said(atlas, noun, 1, 2) == ["write"] * 2
    assert held(kept(atlas, noun, 3)) == held(before)
    with pytest.raises(NothingToUndo):
        again(atlas, noun)


def test_what_was_taken_back_on_its_card_already_stays_so(atlas: Atlas, noun: Noun[Any]) -> None:
    reworded_in_bulk(atlas, noun, "other", [1, 2])
    undone(atlas, noun, "tom", 1)
    assert again(atlas, noun) == [2]
    assert said(atlas, noun, 1, 2) == ["write"] * 2


def test_of_one_record_is_taken_back_what_one_did_to_it_last_whatever_else_the_act_did(
    atlas: Atlas, noun: Noun[Any]
) -> None:
    reworded_in_bulk(atlas, noun, "other", [1, 2])
    edited(atlas, noun, "third", number=3)
    assert take_back(atlas, "tom", lambda ctx: undo_of(ctx, noun, 2)) == [2]
    assert said(atlas, noun, 1, 2, 3) == ["other", "write", "third"]


def test_what_was_made_together_is_withdrawn_together(atlas: Atlas, noun: Noun[Any]) -> None:
    with atlas.unit() as uow:
        for _ in range(3):
            MAKE[noun.name](atlas.ctx(uow, MONDAY, "tom").in_batch(f"{atlas.project.id}:50"))
    assert again(atlas, noun) == [6, 7, 8]
    assert all(is_withdrawn(noun, kept(atlas, noun, number)) for number in (6, 7, 8))
    assert not is_withdrawn(noun, kept(atlas, noun, 5))


def test_two_changes_to_one_record_in_one_act_go_back_to_before_the_first(
    atlas: Atlas, noun: Noun[Any]
) -> None:
    before = kept(atlas, noun)
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom").in_batch(f"{atlas.project.id}:50")
        reworded(ctx, noun, 1, "other")
        closing(noun).does(ctx, 1)
    assert again(atlas, noun) == [1]
    assert held(kept(atlas, noun)) == held(before)
