"""What happened to an item is told in order, page by page, with what was taken back marked."""

from datetime import date, timedelta

import pytest

from bot.action_items import change
from bot.action_items.history import PAGE, History, history
from bot.action_items.undo import undo_last
from bot.core.errors import NotAllowed, UnknownNumber
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With one item of Tom, raised by Sanne."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        change.create(uow, MONDAY, atlas.caller("sanne"), text="write", owner=user("tom"), due=None)
    return atlas


def told(atlas: Atlas, first: int | None = None, number: int = 1, who: str = "priya") -> History:
    with atlas.unit() as uow:
        return history(uow, person(who), atlas.project.id, number, first)


def move(atlas: Atlas, times: int) -> None:
    for day in range(1, times + 1):
        with atlas.unit() as uow:
            due = date(2026, 12, day)
            now = MONDAY + timedelta(minutes=day)
            change.set_due(uow, now, person("tom"), atlas.project.id, 1, due)


def test_changes_are_told_oldest_first_and_what_was_taken_back_is_known(atlas: Atlas) -> None:
    move(atlas, 2)
    with atlas.unit() as uow:
        undo_last(uow, MONDAY, person("tom"), atlas.project.id)
    found = told(atlas)
    assert [event.what for event in found.events] == ["created", "due", "due", "undone"]
    assert found.undone == {found.events[2].id}


def test_a_long_history_opens_with_its_newest_page(atlas: Atlas) -> None:
    move(atlas, PAGE + 4)
    newest = told(atlas)
    assert (newest.first, len(newest.events), newest.after, newest.total) == (5, PAGE, 0, PAGE + 5)
    oldest = told(atlas, 0)
    assert oldest.events[0].what == "created" and oldest.after == 5
    assert told(atlas, 999).events == newest.events and told(atlas, -9).events == oldest.events


def test_it_is_told_to_members_of_what_is_there(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed):
        told(atlas, who="otto")
    with pytest.raises(UnknownNumber):
        told(atlas, number=7)
