"""What going through the proposals of a concept leaves in the tables."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from bot.core.context import in_project
from bot.core.errors import (
    Misfilled,
    NotAllowed,
    NoText,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    TooLong,
    UnknownNumber,
)
from bot.core.records import Overtaken
from bot.minutes import find, review
from bot.minutes.errors import AlreadySent, BeforeMeeting, NotAuthor
from bot.minutes.model import ProposalKind, Verdict
from bot.minutes.send import send
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.minutes_desk import (
    TODAY,
    all_accepted,
    edited,
    events,
    judged,
    proposal,
    sent,
    stands,
    typed_of,
    written,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


Act = Callable[[Atlas], object]


def test_accepted_dropped_and_opened_again_by_hand(atlas: Atlas) -> None:
    written(atlas)
    judged(atlas, 0, Verdict.accepted)
    judged(atlas, 0, Verdict.accepted)
    judged(atlas, 1, Verdict.dropped)
    judged(atlas, 1, Verdict.proposed)
    assert [item.verdict for item in stands(atlas).proposals[:2]] == [Verdict.accepted, Verdict.proposed]
    assert events(atlas) == ["created", "drafted", "accepted", "dropped", "proposed"]
    logged = [event.after for event in rows(atlas.storage, EventRow) if event.after]
    assert [each["notes"] for each in logged] == [""] * 5
    assert [list(map(bool, each["items"])) for each in logged[2:]] == [
        [True, False, False, False, False],
        [False, True, False, False, False],
        [False, True, False, False, False],
    ]


def test_accept_all_leaves_open_whom_nobody_knows(atlas: Atlas) -> None:
    written(atlas)
    kept = all_accepted(atlas)
    assert [item.owner_name for item in kept.proposals if item.verdict is Verdict.proposed] == [
        "Otto",
        "Gina",
    ]
    assert all_accepted(atlas) == kept


def test_accept_all_leaves_open_whose_owner_left_since(atlas: Atlas) -> None:
    written(atlas)
    with atlas.unit() as uow:
        uow.people.remove_member("T1", "C1", user("tom"))
        uow.people.put(person("sanne"))
    kept = all_accepted(atlas, by="sanne")
    assert proposal(kept, "call the supplier").verdict is Verdict.proposed


def test_an_unknown_owner_is_chosen_among_the_members_or_left_open(atlas: Atlas) -> None:
    written(atlas)
    with pytest.raises(PersonOutside), atlas.unit() as uow:
        review.answer_who(atlas.ctx(uow, MONDAY, "tom"), 1, "Otto", user("otto"))
    with atlas.unit() as uow:
        review.answer_who(atlas.ctx(uow, MONDAY, "tom"), 1, "Otto", user("priya"))
    assert stands(atlas).proposals[2].owner == user("priya")
    assert judged(atlas, 3, Verdict.accepted).proposals[3].owner is None


def test_an_edit_accepts_with_other_words(atlas: Atlas) -> None:
    written(atlas)
    edited(atlas, 2, text=" send all drawings ", owner=user("priya"), due=date(2026, 12, 1))
    item = stands(atlas).proposals[2]
    assert (item.text, item.owner, item.due) == ("send all drawings", user("priya"), date(2026, 12, 1))
    assert item.verdict is Verdict.accepted and not item.due_phrase
    edited(atlas, 3, kind="decision")
    assert stands(atlas).proposals[3].kind is ProposalKind.decision


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "  "}, NoText),
        ({"text": "x" * 2001}, TooLong),
        ({"owner": user("gina")}, PersonIsGuest),
        ({"due": TODAY - timedelta(days=1)}, BeforeMeeting),
    ],
)
def test_an_edit_that_cannot_be_changes_nothing_and_says_why_beside_the_field(
    atlas: Atlas, changes: dict[str, object], reason: type[Rejected]
) -> None:
    before = written(atlas)
    with pytest.raises(Misfilled) as refused:
        edited(atlas, 1, **changes)
    assert [(name, type(why)) for name, why in refused.value.reasons.items()] == [(*changes, reason)]
    assert stands(atlas) == before


def test_an_edit_of_what_another_edited_meanwhile_is_overtaken_and_changes_nothing(atlas: Atlas) -> None:
    written(atlas)
    item = stands(atlas).proposals[1]
    with atlas.unit() as uow:
        typed = {**typed_of(item), "text": "call them all"}
        review.edit(atlas.ctx(uow, MONDAY, "sanne"), 1, 1, item.version, typed)
    judged(atlas, 1, Verdict.dropped)
    before = stands(atlas)
    found = edited(atlas, 1, version=1, text="call nobody")
    assert isinstance(found, Overtaken) and stands(atlas) == before
    assert (found.seen.text, found.now.text) == ("call the supplier", "call them all")


def test_what_another_only_judged_is_no_other_text(atlas: Atlas) -> None:
    written(atlas)
    judged(atlas, 1, Verdict.dropped, by="sanne")
    edited(atlas, 1, version=1, text="call nobody")
    assert stands(atlas).proposals[1].text == "call nobody"


@pytest.mark.parametrize(
    "act", [lambda atlas: judged(atlas, 0, Verdict.dropped), all_accepted, lambda atlas: edited(atlas, 0)]
)
def test_nothing_changes_in_what_was_sent(atlas: Atlas, act: Act) -> None:
    written(atlas)
    sent(atlas)
    with pytest.raises(AlreadySent):
        act(atlas)


@pytest.mark.parametrize(
    ("name", "reason"),
    [("priya", NotAuthor), ("gina", NotAllowed), ("otto", NotAllowed), ("gone", NotAllowed)],
)
def test_only_its_author_and_the_project_manager_change_a_concept(
    atlas: Atlas, name: str, reason: type[Rejected]
) -> None:
    written(atlas)
    kinds: dict[str, dict[str, Any]] = {"gina": {"kind": "guest"}, "gone": {"gone": True}}
    who = person(name, **kinds.get(name, {}))
    with atlas.unit() as uow, pytest.raises(reason):
        review.accept_all(in_project(uow, MONDAY, who, atlas.project.id), 1)
    with atlas.unit() as uow, pytest.raises(reason):
        send(in_project(uow, MONDAY, who, atlas.project.id), 1, 2)
    assert judged(atlas, 0, Verdict.accepted, by="sanne").count(Verdict.accepted) == 1


def test_what_is_not_there_is_said(atlas: Atlas) -> None:
    written(atlas)
    with pytest.raises(UnknownNumber):
        judged(atlas, 99, Verdict.accepted)
    with pytest.raises(UnknownNumber), atlas.unit() as uow:
        find.in_charge(atlas.ctx(uow, MONDAY, "tom"), 7)


def test_a_concept_taken_up_again_is_written_anew_and_a_page_is_turned(atlas: Atlas) -> None:
    written(atlas)
    with atlas.unit() as uow:
        find.go_on(atlas.ctx(uow, MONDAY, "tom"), 1)
        find.show_page(atlas.ctx(uow, MONDAY, "tom"), 1, 1)
        find.show_page(atlas.ctx(uow, MONDAY, "tom"), 1, 0)
    rounds = [job.payload["about"]["round"] for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    assert rounds == [0, 0, 1, 1, 1]
