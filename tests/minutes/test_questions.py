"""What a concept asks: names and dates once each, remembered for the next notes."""

from datetime import date

import pytest

from bot.action_items.model import ActionItem, ActionItems
from bot.core.undo import undo
from bot.minutes import review
from bot.minutes.errors import BeforeMeeting, NotChair, NotChecking
from bot.minutes.model import Becomes, Minutes, Status
from bot.minutes.noun import MINUTES
from bot.minutes.ports import MinutesBook
from bot.minutes.send import give_back, send, take_back, to_chair
from bot.people.matching import Sure
from bot.people.person_resolver import Names
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, user
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import all_accepted, edited, events, sent, shown, stands, written

NOTES = """Present: Tom, Sannne
ACTION: Pria – call the supplier by next sprint
ACTION: Pria – send the drawings by next sprint
ACTION: Karel – send the papers
"""


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def asked(atlas: Atlas) -> list[tuple[str, Sure | None]]:
    kept = stands(atlas)
    with atlas.unit() as uow:
        found = review.questions(atlas.ctx(uow, MONDAY, "tom"), kept)
    return [(each.said, each.match.sure if each.match else None) for each in found]


def answered(atlas: Atlas, said: str, who: str | None, by: str = "tom") -> Minutes:
    with atlas.unit() as uow:
        return review.answer_who(atlas.ctx(uow, MONDAY, by), 1, said, user(who) if who else None)


def test_each_name_and_date_is_asked_once_and_answered_for_all_that_it_stands_in(atlas: Atlas) -> None:
    written(atlas, NOTES)
    assert asked(atlas) == [
        ("Pria", Sure.to_confirm),
        ("Karel", Sure.outside),
        ("next sprint", None),
        ("Sannne", Sure.to_confirm),
    ]
    answered(atlas, "Pria", "priya")
    answered(atlas, "Karel", None)
    answered(atlas, "Sannne", "sanne")
    with pytest.raises(BeforeMeeting), atlas.unit() as uow:
        review.answer_when(atlas.ctx(uow, MONDAY, "tom"), 1, "next sprint", date(2026, 11, 1))
    with atlas.unit() as uow:
        kept = review.answer_when(atlas.ctx(uow, MONDAY, "tom"), 1, "next sprint", date(2026, 12, 1))
    assert asked(atlas) == [] and kept.attendees == [user("tom"), user("sanne")]
    first, second, third = kept.proposals
    assert first.owner == second.owner == user("priya") and first.due == second.due == date(2026, 12, 1)
    assert (third.owner, third.outside, third.goes) == (None, "Karel", True)


def test_answered_twice_the_first_holds_and_an_undo_asks_again(atlas: Atlas) -> None:
    written(atlas, NOTES)
    first = answered(atlas, "Pria", "priya")
    assert answered(atlas, "Pria", "sanne", by="sanne") == first
    assert events(atlas).count("answered") == 1
    with atlas.unit() as uow:
        undo(atlas.ctx(uow, MONDAY, "tom"), MINUTES, 1, first.version)
    assert ("Pria", Sure.certain) in asked(atlas)


def test_what_was_answered_holds_for_later_notes_and_lists_until_it_is_corrected(atlas: Atlas) -> None:
    written(atlas, NOTES)
    answered(atlas, "Karel", None)
    assert written(atlas, "ACTION: Karel – call").proposals[0].outside == "Karel"
    edited(atlas, 2, owner=user("priya"))
    with atlas.unit() as uow:
        line = Names(atlas.ctx(uow, MONDAY, "tom"))._changes("Karel")
    assert line["owner"] == user("priya")
    assert written(atlas, "ACTION: Karel – call the office").proposals[0].owner == user("priya")


def there(atlas: Atlas, number: int) -> ActionItem:
    with atlas.unit() as uow:
        found = uow.of(ActionItems).get(atlas.project.id, number)
    assert found is not None
    return found


def test_what_is_open_already_is_told_changed_or_closed_and_nothing_is_made(atlas: Atlas) -> None:
    written(
        atlas, "ACTION: Tom – call the supplier\nACTION: Tom – order the badges\nACTION: Tom – book a room"
    )
    all_accepted(atlas)
    sent(atlas)
    before = len(shown(atlas))
    notes = "ACTION: Priya – call the supplier – 1 December\nACTION: order the badges\n- [x] Tom: book a room"
    kept = written(atlas, notes)
    fates = [(item.twin, item.becomes) for item in kept.proposals]
    assert fates == [(1, Becomes.changed), (2, Becomes.named), (3, Becomes.closed)]
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        done = send(ctx, 2, review.choose_fate(ctx, 2, 1, Becomes.new).version, 1)
    assert [item.number for item in done.proposals] == [1, 4, 3]
    moved, closed = there(atlas, 1), there(atlas, 3)
    assert (moved.owner, moved.due, moved.named_in) == (user("priya"), date(2026, 12, 1), [2])
    assert (closed.open, closed.named_in, there(atlas, 2).named_in) == (False, [2], [])
    people = [to for kind, to in shown(atlas)[before:] if kind == "minutes.mine"]
    assert {*people} == {user("priya")}
    assert "action_items.given" not in [kind for kind, _to in shown(atlas)]


def test_only_the_chair_sends_or_gives_back_what_they_check(sqlite_storage: Storage) -> None:
    atlas = open_atlas(sqlite_storage, chair_checks=True)
    written(atlas, "DECISION: we go")
    with pytest.raises(NotChair):
        sent(atlas)
    for act, status in (
        (to_chair, Status.checking),
        (to_chair, Status.checking),
        (take_back, Status.concept),
    ):
        with atlas.unit() as uow:
            assert act(atlas.ctx(uow, MONDAY, "tom"), 1).status == status
    with pytest.raises(NotChecking), atlas.unit() as uow:
        give_back(atlas.ctx(uow, MONDAY, "sanne"), 1, "no")
    with atlas.unit() as uow:
        to_chair(atlas.ctx(uow, MONDAY, "tom"), 1)
    with pytest.raises(NotChair), atlas.unit() as uow:
        give_back(atlas.ctx(uow, MONDAY, "tom"), 1, "no")
    assert sent(atlas, by="sanne").sent


def test_a_concept_that_an_older_version_kept_goes_on(atlas: Atlas) -> None:
    kept = written(atlas, NOTES)
    new = {"outside", "more", "twin", "becomes"}
    items = [{name: value for name, value in item.items() if name not in new} for item in kept.items]
    with atlas.unit() as uow:
        uow.of(MinutesBook).put(kept.model_copy(update={"items": items, "rest": {}}))
    assert ("Pria", Sure.to_confirm) in asked(atlas)
    answered(atlas, "Pria", "priya")
    all_accepted(atlas)
    assert [item.number for item in sent(atlas).proposals] == [1, 2, None]


def test_who_may_not_read_a_confidential_topic_is_not_asked_to_check(sqlite_storage: Storage) -> None:
    atlas = open_atlas(sqlite_storage, chair_checks=True)
    written(atlas, "DECISION: we go\nCONFIDENTIAL: @priya\nnothing yet")
    assert sent(atlas).sent
