"""Several records of any noun are changed in one act, and why some were not is known."""

from typing import Any

import pytest

from bot.core.errors import AlreadySo, UnknownNumber
from bot.core.nouns import Noun
from storage.tables import EventRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.nouns import closed_in_bulk, closing, every_noun, kept, made, reworded_in_bulk, said
from tests.kit.rows import rows

pytestmark = every_noun


@pytest.fixture
def atlas(sqlite_storage: Storage, noun: Noun[Any]) -> Atlas:
    """With five records of Sanne, in a project of Tom's."""
    atlas = open_atlas(sqlite_storage, manager=user("tom"))
    made(atlas, noun, 5)
    return atlas


def test_what_can_be_done_is_done_and_why_the_rest_was_not_is_known(atlas: Atlas, noun: Noun[Any]) -> None:
    untouched = kept(atlas, noun, 4)
    closed_in_bulk(atlas, noun, [2])
    done = closed_in_bulk(atlas, noun, [99, 3, 2, 1])
    assert [record.number for record in done.changed] == [1, 3]
    assert [number for number, _ in done.refused] == [2, 99]
    assert isinstance(done.refused[1][1], UnknownNumber)
    assert kept(atlas, noun, 3).version == 2 and kept(atlas, noun, 4) == untouched


def test_all_of_it_stands_in_the_log_as_one_act(atlas: Atlas, noun: Noun[Any]) -> None:
    done = closed_in_bulk(atlas, noun, [1, 3])
    logged = [event for event in rows(atlas.storage, EventRow) if event.what == closing(noun).logged]
    assert {event.number: event.batch for event in logged} == {1: done.batch, 3: done.batch}


def test_what_is_so_already_is_left_alone_and_named(atlas: Atlas, noun: Noun[Any]) -> None:
    before = len(rows(atlas.storage, EventRow))
    same = reworded_in_bulk(atlas, noun, "write", [1, 2])
    assert [(number, getattr(reason, "named", "")) for number, reason in same.refused] == [
        (1, f"{noun.letter}-1"),
        (2, f"{noun.letter}-2"),
    ]
    assert all(isinstance(reason, AlreadySo) for _, reason in same.refused) and not same.changed
    assert len(rows(atlas.storage, EventRow)) == before and said(atlas, noun, 1) == ["write"]
