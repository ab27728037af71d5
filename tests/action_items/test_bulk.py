"""Several action items changed in one act, and taken back in one."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest

from bot.action_items import change as action_items
from bot.action_items.bulk import Bulk, Verb, in_bulk
from bot.action_items.model import ActionItem, Status
from bot.action_items.notices import MINE
from bot.action_items.notifications import GIVEN
from bot.action_items.ports import ActionItems
from bot.action_items.undo import TakenBack, undo, undo_batch, undo_last
from bot.core.errors import (
    AlreadyDone,
    AlreadySo,
    NothingToUndo,
    PersonOutside,
    SomeChangedSince,
    UnknownNumber,
)
from bot.core.ports import UnitOfWork
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

FRIDAY, NEXT = date(2026, 11, 27), date(2026, 12, 4)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With five items of Tom, raised by Sanne and due on Friday."""
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        for _ in range(5):
            action_items.create(
                uow, MONDAY, atlas.caller("sanne"), text="write", owner=user("tom"), due=FRIDAY
            )
    return atlas


def kept(atlas: Atlas, number: int) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, number)
    assert item is not None
    return item


def bulk(atlas: Atlas, who: str, verb: Verb, numbers: list[int], value: object = None) -> Bulk:
    with atlas.unit() as uow:

        def change(number: int, batch: str) -> ActionItem:
            about = (uow, MONDAY, person(who), atlas.project.id, number)
            match verb:
                case Verb.due:
                    return action_items.set_due(*about, value, batch=batch)  # type: ignore[arg-type]
                case Verb.give:
                    return action_items.give(*about, value, batch=batch)  # type: ignore[arg-type]
            act = {Verb.done: action_items.finish, Verb.drop: action_items.drop}
            return act.get(verb, action_items.reopen)(*about, batch=batch)

        return in_bulk(uow, MONDAY, atlas.caller(who), verb, numbers, change)


def take_back(atlas: Atlas, who: str, act: Callable[[UnitOfWork], list[TakenBack]]) -> list[int]:
    with atlas.unit() as uow:
        return [each.item.number for each in act(uow)]


def again(atlas: Atlas, who: str = "tom") -> list[int]:
    return take_back(atlas, who, lambda uow: undo_last(uow, MONDAY, person(who), atlas.project.id))


def test_what_can_be_done_is_done_and_why_the_rest_was_not_is_known(atlas: Atlas) -> None:
    bulk(atlas, "tom", Verb.done, [2])
    done = bulk(atlas, "tom", Verb.done, [1, 2, 3, 99])
    assert [item.number for item in done.changed] == [1, 3]
    reasons = [(number, type(reason)) for number, reason in done.refused]
    assert reasons == [(2, AlreadyDone), (99, UnknownNumber)]
    assert kept(atlas, 3).status is Status.done and kept(atlas, 4).open
    assert {event.batch for event in rows(atlas.storage, EventRow) if event.number in (1, 3)} >= {done.batch}


def test_each_verb_leaves_alone_what_is_so_already(atlas: Atlas) -> None:
    assert [number for number, _ in bulk(atlas, "tom", Verb.due, [1, 2], FRIDAY).refused] == [1, 2]
    same = bulk(atlas, "tom", Verb.give, [1, 2], user("tom"))
    assert all(isinstance(reason, AlreadySo) for _, reason in same.refused)
    assert not bulk(atlas, "tom", Verb.reopen, [1, 2]).changed
    assert not bulk(atlas, "tom", Verb.give, [1, 2], user("otto")).changed
    [(_, reason), _] = bulk(atlas, "tom", Verb.give, [1, 2], user("otto")).refused
    assert isinstance(reason, PersonOutside)
    bulk(atlas, "tom", Verb.drop, [1])
    assert [item.number for item in bulk(atlas, "tom", Verb.due, [1, 2], NEXT).changed] == [2]
    assert [item.number for item in bulk(atlas, "tom", Verb.reopen, [1, 2]).changed] == [1]


def test_the_whole_of_it_is_taken_back_at_once_and_only_once(atlas: Atlas) -> None:
    moved = bulk(atlas, "tom", Verb.due, [1, 2, 3], NEXT)

    def press(uow: UnitOfWork) -> list[TakenBack]:
        return undo_batch(uow, MONDAY, person("tom"), moved.batch)

    assert take_back(atlas, "tom", press) == [1, 2, 3]
    assert [(kept(atlas, n).due, kept(atlas, n).times_postponed) for n in (1, 2, 3)] == [(FRIDAY, 0)] * 3
    assert take_back(atlas, "tom", press) == []


def test_only_who_did_it_takes_it_back(atlas: Atlas) -> None:
    moved = bulk(atlas, "tom", Verb.due, [1, 2], NEXT)
    with pytest.raises(NothingToUndo):
        take_back(atlas, "sanne", lambda uow: undo_batch(uow, MONDAY, person("sanne"), moved.batch))
    with pytest.raises(NothingToUndo):
        take_back(atlas, "tom", lambda uow: undo_batch(uow, MONDAY, person("tom"), f"{atlas.project.id}:77"))


def test_once_somebody_changed_one_of_them_nothing_is_taken_back(atlas: Atlas) -> None:
    bulk(atlas, "tom", Verb.due, [1, 2], NEXT)
    with atlas.unit() as uow:
        later = MONDAY + timedelta(minutes=5)
        action_items.finish(uow, later, person("priya"), atlas.project.id, 2)
    with pytest.raises(SomeChangedSince) as refused:
        again(atlas)
    [change] = refused.value.later
    assert (change.number, change.what, change.who) == (2, "done", user("priya"))
    assert change.at.isoformat() == "2026-11-23T08:05:00"  # London's clock, which is Tom's
    assert kept(atlas, 1).due == NEXT


def test_undo_again_takes_back_what_was_before_that(atlas: Atlas) -> None:
    bulk(atlas, "tom", Verb.due, [1, 2], NEXT)
    bulk(atlas, "tom", Verb.done, [2])
    bulk(atlas, "tom", Verb.drop, [3, 4])
    assert again(atlas) == [3, 4]
    assert again(atlas) == [2]
    assert again(atlas) == [1, 2]
    assert [kept(atlas, n).due for n in (1, 2)] == [FRIDAY] * 2 and kept(atlas, 3).open
    with pytest.raises(NothingToUndo):
        again(atlas)


def test_what_was_taken_back_on_its_card_already_stays_so(atlas: Atlas) -> None:
    bulk(atlas, "tom", Verb.done, [1, 2])
    with atlas.unit() as uow:
        undo(uow, MONDAY, person("tom"), atlas.project.id, 1, kept(atlas, 1).version)
    assert again(atlas) == [2]
    assert kept(atlas, 1).open and kept(atlas, 2).open


def test_items_that_were_raised_together_are_cancelled_together(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        for _ in range(3):
            batch = f"{atlas.project.id}:50"
            action_items.create(
                uow, MONDAY, atlas.caller("priya"), text="test", owner=None, due=None, batch=batch
            )
    assert again(atlas, "priya") == [6, 7, 8]
    assert [kept(atlas, n).status for n in (6, 7, 8)] == [Status.cancelled] * 3


def test_two_changes_to_one_item_in_one_act_go_back_to_before_the_first(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        batch, about = f"{atlas.project.id}:50", (uow, MONDAY, person("tom"), atlas.project.id, 1)
        action_items.set_due(*about, NEXT, batch=batch)
        action_items.finish(*about, batch=batch)
    assert again(atlas) == [1]
    assert (kept(atlas, 1).due, kept(atlas, 1).status) == (FRIDAY, Status.open)


def test_what_the_act_brought_about_goes_back_with_it(atlas: Atlas) -> None:
    repeating = kept(atlas, 1).model_copy(update={"repeats": "FREQ=WEEKLY;BYDAY=FR"})
    waiting = kept(atlas, 3).model_copy(update={"waits_for": 2})
    with atlas.unit() as uow:
        uow.of(ActionItems).put(repeating)
        uow.of(ActionItems).put(waiting)
    bulk(atlas, "tom", Verb.done, [1, 2])
    assert kept(atlas, 6).text == "write" and kept(atlas, 3).waits_for is None
    assert again(atlas) == [1, 2, 3, 6]
    assert (kept(atlas, 6).status, kept(atlas, 3).waits_for) == (Status.cancelled, 2)
    with pytest.raises(NothingToUndo):
        again(atlas)


def test_given_together_they_are_told_in_one_message_and_their_cards_in_its_thread(atlas: Atlas) -> None:
    before = len(rows(atlas.storage, JobRow))
    bulk(atlas, "sanne", Verb.give, [1, 2, 3], user("priya"))
    told = [job for job in rows(atlas.storage, JobRow)[before:] if job.lane.endswith(user("priya"))]
    kinds = [job.payload.get("kind") for job in told if job.kind == "post"]
    assert (kinds.count(GIVEN), kinds.count(MINE)) == (1, 3)
    headline = next(job for job in told if job.payload.get("kind") == GIVEN)
    cards = [job.payload for job in told if job.payload.get("kind") == MINE]
    assert {card["thread_of"] in headline.key for card in cards} == {True}
