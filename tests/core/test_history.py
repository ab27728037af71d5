"""What happened to a record of any noun is told in order, page by page, with what was taken back marked."""

from typing import Any

import pytest

from bot.core.errors import NotAllowed, UnknownNumber
from bot.core.nouns import Noun
from bot.core.records import HISTORY_PAGE, History, history
from bot.core.undo import undo_last
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.nouns import edited, every_noun, made

pytestmark = every_noun


@pytest.fixture
def atlas(sqlite_storage: Storage, noun: Noun[Any]) -> Atlas:
    """With one record of Sanne."""
    atlas = open_atlas(sqlite_storage, manager=user("tom"))
    made(atlas, noun)
    return atlas


def told(
    atlas: Atlas, noun: Noun[Any], first: int | None = None, number: int = 1, who: str = "tom"
) -> History[Any]:
    with atlas.unit() as uow:
        return history(atlas.ctx(uow, MONDAY, who), noun, number, first)


def change(atlas: Atlas, noun: Noun[Any], times: int) -> None:
    for time in range(times):
        edited(atlas, noun, f"write {time}")


def test_changes_are_told_oldest_first_and_what_was_taken_back_is_known(
    atlas: Atlas, noun: Noun[Any]
) -> None:
    change(atlas, noun, 2)
    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, MONDAY, "tom"), noun)
    found = told(atlas, noun)
    assert [event.what for event in found.events] == ["created", "edited", "edited", "undone"]
    assert found.undone == {found.events[2].id}


def test_a_long_history_opens_with_its_newest_page(atlas: Atlas, noun: Noun[Any]) -> None:
    page = HISTORY_PAGE
    change(atlas, noun, page + 4)
    newest = told(atlas, noun)
    assert (newest.first, len(newest.events), newest.after, newest.total) == (5, page, 0, page + 5)
    oldest = told(atlas, noun, 0)
    assert oldest.events[0].what == "created" and oldest.after == 5
    assert told(atlas, noun, 999).events == newest.events and told(atlas, noun, -9).events == oldest.events


def test_it_is_told_to_members_of_what_is_there(atlas: Atlas, noun: Noun[Any]) -> None:
    with pytest.raises(NotAllowed):
        told(atlas, noun, who="otto")
    with pytest.raises(UnknownNumber):
        told(atlas, noun, number=7)
