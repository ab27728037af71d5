"""Several action items changed in one act, and what is particular to taking that back."""

from datetime import date

import pytest

from bot.action_items import change as action_items
from bot.action_items.facts import MINE
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.action_items.notifications import GIVEN
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.verbs import VERBS
from bot.core.errors import AlreadyDone, AlreadySo, NothingToUndo, PersonOutside, UnknownNumber
from bot.core.records import Bulk, in_bulk
from bot.core.undo import undo_last
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

FRIDAY, NEXT = date(2026, 11, 27), date(2026, 12, 4)
VERB = {verb.name: verb for verb in VERBS}


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With five items of Tom, raised by Sanne and due on Friday."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for _ in range(5):
            action_items.create(atlas.ctx(uow, MONDAY, "sanne"), text="write", owner=user("tom"), due=FRIDAY)
    return atlas


def kept(atlas: Atlas, number: int) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, number)
    assert item is not None
    return item


def bulk(atlas: Atlas, who: str, name: str, numbers: list[int], *value: object) -> Bulk[ActionItem]:
    verb = VERB[name]
    with atlas.unit() as uow:
        return in_bulk(
            atlas.ctx(uow, MONDAY, who),
            ACTION_ITEM,
            numbers,
            lambda ctx, number: verb.does(ctx, number, *value),
            verb.check,
        )


def again(atlas: Atlas, who: str = "tom") -> list[int]:
    with atlas.unit() as uow:
        return [each.after.number for each in undo_last(atlas.ctx(uow, MONDAY, who), ACTION_ITEM)]


def test_what_can_be_done_is_done_and_why_the_rest_was_not_is_known(atlas: Atlas) -> None:
    bulk(atlas, "tom", "done", [2])
    done = bulk(atlas, "tom", "done", [1, 2, 3, 99])
    assert [item.number for item in done.changed] == [1, 3]
    reasons = [(number, type(reason)) for number, reason in done.refused]
    assert reasons == [(2, AlreadyDone), (99, UnknownNumber)]
    assert kept(atlas, 3).status is Status.done and kept(atlas, 4).open
    assert {event.batch for event in rows(atlas.storage, EventRow) if event.number in (1, 3)} >= {done.batch}


def test_each_verb_leaves_alone_what_is_so_already(atlas: Atlas) -> None:
    assert [number for number, _ in bulk(atlas, "tom", "due", [1, 2], FRIDAY).refused] == [1, 2]
    same = bulk(atlas, "tom", "give", [1, 2], user("tom"))
    assert all(isinstance(reason, AlreadySo) for _, reason in same.refused)
    assert not bulk(atlas, "tom", "reopen", [1, 2]).changed
    assert not bulk(atlas, "tom", "give", [1, 2], user("otto")).changed
    [(_, reason), _] = bulk(atlas, "tom", "give", [1, 2], user("otto")).refused
    assert isinstance(reason, PersonOutside)
    bulk(atlas, "tom", "drop", [1])
    assert [item.number for item in bulk(atlas, "tom", "due", [1, 2], NEXT).changed] == [2]
    assert [item.number for item in bulk(atlas, "tom", "reopen", [1, 2]).changed] == [1]


def test_dates_that_moved_together_go_back_and_count_as_no_postponement(atlas: Atlas) -> None:
    bulk(atlas, "tom", "due", [1, 2, 3], NEXT)
    assert again(atlas) == [1, 2, 3]
    assert [(kept(atlas, n).due, kept(atlas, n).times_postponed) for n in (1, 2, 3)] == [(FRIDAY, 0)] * 3


def test_what_was_raised_together_is_cancelled_together(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        for _ in range(3):
            ctx = atlas.ctx(uow, MONDAY, "priya").in_batch(f"{atlas.project.id}:50")
            action_items.create(ctx, text="test", owner=None, due=None)
    assert again(atlas, "priya") == [6, 7, 8]
    assert [kept(atlas, n).status for n in (6, 7, 8)] == [Status.cancelled] * 3


def test_two_changes_to_one_item_in_one_act_go_back_to_before_the_first(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom").in_batch(f"{atlas.project.id}:50")
        action_items.set_due(ctx, 1, NEXT)
        action_items.finish(ctx, 1)
    assert again(atlas) == [1]
    assert (kept(atlas, 1).due, kept(atlas, 1).status) == (FRIDAY, Status.open)


def test_what_the_act_brought_about_goes_back_with_it(atlas: Atlas) -> None:
    repeating = kept(atlas, 1).model_copy(update={"repeats": "FREQ=WEEKLY;BYDAY=FR"})
    waiting = kept(atlas, 3).model_copy(update={"waits_for": 2})
    with atlas.unit() as uow:
        uow.of(ActionItems).put(repeating)
        uow.of(ActionItems).put(waiting)
    bulk(atlas, "tom", "done", [1, 2])
    assert kept(atlas, 6).text == "write" and kept(atlas, 3).waits_for is None
    assert again(atlas) == [1, 2, 3, 6]
    assert (kept(atlas, 6).status, kept(atlas, 3).waits_for) == (Status.cancelled, 2)
    with pytest.raises(NothingToUndo):
        again(atlas)


def test_given_together_they_are_told_in_one_message_and_their_cards_in_its_thread(atlas: Atlas) -> None:
    before = len(rows(atlas.storage, JobRow))
    bulk(atlas, "sanne", "give", [1, 2, 3], user("priya"))
    told = [job for job in rows(atlas.storage, JobRow)[before:] if job.lane.endswith(user("priya"))]
    kinds = [job.payload.get("kind") for job in told if job.kind == "post"]
    assert (kinds.count(GIVEN), kinds.count(MINE)) == (1, 3)
    headline = next(job for job in told if job.payload.get("kind") == GIVEN)
    cards = [job.payload for job in told if job.payload.get("kind") == MINE]
    assert {card["thread_of"] in headline.key for card in cards} == {True}
