"""Two who change the same items at once, or take the same changes back, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date

import pytest

from bot.action_items import change as action_items
from bot.action_items.model import ActionItems, Status
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.verbs import must_be_open
from bot.core.records import in_bulk
from bot.core.undo import undo_batch
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas
from tests.kit.clock import MONDAY

NUMBERS = list(range(1, 9))


def opened(storage: Storage) -> Atlas:
    atlas = open_atlas(storage)
    with atlas.unit() as uow:
        for _ in NUMBERS:
            action_items.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=None, due=None)
    return atlas


def finish(atlas: Atlas, who: str, numbers: list[int]) -> tuple[str, int]:
    """The batch, and how many items it changed."""
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, who)
        bulk = in_bulk(ctx, ACTION_ITEM, numbers, action_items.finish, must_be_open)
    return bulk.batch, len(bulk.changed)


def stands(atlas: Atlas) -> list[Status]:
    with atlas.unit() as uow:
        items = uow.of(ActionItems).of_project(atlas.project.id)
    return [item.status for item in items]


@pytest.mark.usefixtures("patient")
def test_each_item_is_changed_by_one_of_two_and_nobody_waits_for_good(storage: Storage) -> None:
    atlas = opened(storage)
    with ThreadPoolExecutor(2) as pool:
        asked = [("tom", NUMBERS), ("priya", NUMBERS[::-1])]
        done = list(pool.map(lambda each: finish(atlas, *each), asked))
    assert sum(count for _, count in done) == len(NUMBERS)
    assert stands(atlas) == [Status.done] * len(NUMBERS)


@pytest.mark.usefixtures("patient")
def test_undo_that_is_pressed_twice_at_once_takes_back_once(storage: Storage) -> None:
    atlas = opened(storage)
    with atlas.unit() as uow:
        action_items.set_due(atlas.ctx(uow, MONDAY, "tom"), 1, date(2026, 12, 4))
    batch, _ = finish(atlas, "tom", NUMBERS)

    def press(_: int) -> int:
        with atlas.unit() as uow:
            return len(undo_batch(atlas.ctx(uow, MONDAY, "tom"), batch))

    with ThreadPoolExecutor(2) as pool:
        assert sorted(pool.map(press, range(2))) == [0, len(NUMBERS)]
    assert stands(atlas) == [Status.open] * len(NUMBERS)
    with atlas.unit() as uow:
        first = uow.of(ActionItems).get(atlas.project.id, 1)
    assert first is not None and first.due == date(2026, 12, 4)
