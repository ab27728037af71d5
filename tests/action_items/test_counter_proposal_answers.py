"""Accepted, not mine, and what becomes of a question that something overtakes."""

from datetime import timedelta

import pytest

from bot.action_items import change as action_items
from bot.action_items.model import Status
from bot.action_items.notices import KEPT, OFFER
from bot.action_items.propose import NoReason, NotOwner, NotYourself, accept
from bot.core.errors import InThePast, Misfilled, NotAllowed, PersonIsGuest, PersonOutside, Rejected
from bot.core.language import Language
from storage.tables import EventRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.counter_proposal_desk import (
    LATER,
    NEXT,
    agrees,
    asks,
    disowns,
    keeps,
    kept,
    log,
    offered,
    open_desk,
    reads,
    told,
    undone,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_desk(sqlite_storage)


def test_accepted_once_however_often_it_is_pressed_and_only_by_its_owner(atlas: Atlas) -> None:
    for _ in range(2):
        with atlas.unit() as uow:
            accept(atlas.ctx(uow, MONDAY, "priya"), 1)
    assert kept(atlas).accepted_at == MONDAY
    assert log(atlas) == [("created", "tom"), ("accepted", "priya")]
    for name, reason in (("tom", NotOwner), ("otto", NotAllowed)):
        with pytest.raises(reason), atlas.unit() as uow:
            accept(atlas.ctx(uow, MONDAY, name), 1)
    undone(atlas, "priya")
    assert kept(atlas).accepted_at is None


def test_a_new_owner_is_asked_anew_and_who_took_it_themselves_is_not(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        accept(atlas.ctx(uow, MONDAY, "priya"), 1)
        action_items.give(atlas.ctx(uow, MONDAY, "tom"), 1, user("sanne"))
    assert not kept(atlas).accepted
    with atlas.unit() as uow:
        action_items.give(atlas.ctx(uow, MONDAY, "priya"), 1, user("priya"))
    assert kept(atlas).accepted


def test_after_an_answer_a_new_question_is_a_new_message(atlas: Atlas) -> None:
    asks(atlas)
    keeps(atlas)
    asks(atlas, due=LATER)
    assert told(atlas, OFFER) == [f"{user('tom')} 2", f"{user('tom')} 4"]
    assert "Tom kept the date." in reads(atlas) and "Fri 4 Dec" in reads(atlas, opened=4)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ("done", "It's done"),
        ("cancelled", "It was dropped"),
        ("given", "Tom gave it to Sanne."),
        ("moved", "Tom moved it to Fri 4 Dec."),
        ("undone", "Priya took this back."),
    ],
)
def test_what_overtakes_a_question_ends_it_and_its_message_says_so(
    atlas: Atlas, change: str, says: str
) -> None:
    asks(atlas)
    made = offered(atlas).made
    with atlas.unit() as uow:
        ctx = atlas.ctx(uow, MONDAY, "tom")
        if change == "done":
            action_items.finish(ctx, 1)
        elif change == "cancelled":
            action_items.drop(ctx, 1)
        elif change == "given":
            action_items.give(ctx, 1, user("sanne"))
        elif change == "moved":
            action_items.set_due(ctx, 1, LATER)
    if change == "undone":
        undone(atlas, "priya")
    assert kept(atlas).offered is None and says in reads(atlas)
    version = kept(atlas).version
    agrees(atlas, made=made)
    assert kept(atlas).version == version


def test_what_only_rewords_the_item_leaves_the_question(atlas: Atlas) -> None:
    asks(atlas)
    with atlas.unit() as uow:
        action_items.agree(atlas.ctx(uow, MONDAY, "tom"), 1, "edited", {"text": "write it all"})
    agrees(atlas)
    assert (kept(atlas).due, kept(atlas).text) == (NEXT, "write it all")


@pytest.mark.parametrize("press", [agrees, keeps])
def test_an_answer_taken_back_opens_the_question_again(atlas: Atlas, press: object) -> None:
    asks(atlas)
    press(atlas)  # type: ignore[operator]
    undone(atlas, "tom")
    assert (kept(atlas).due, kept(atlas).times_postponed, offered(atlas).due) == (FRIDAY, 0, NEXT)
    assert "asks for Wed 2 Dec" in reads(atlas) and "now due" not in reads(atlas)
    assert reads(atlas, KEPT) == "Your question about write the plan is open again.\n<#C1> · A-1"


def test_a_date_that_is_over_by_the_time_of_the_answer_is_refused(atlas: Atlas) -> None:
    asks(atlas)
    with pytest.raises(InThePast):
        agrees(atlas, at=MONDAY + timedelta(days=30))
    assert offered(atlas).due == NEXT


def test_not_mine_is_given_to_whom_they_named_when_it_is_agreed(atlas: Atlas) -> None:
    disowns(atlas, owner="sanne")
    agrees(atlas)
    assert (kept(atlas).owner, kept(atlas).offered) == (user("sanne"), None)
    assert "Tom gave it to Sanne." in reads(atlas)


def test_not_mine_without_a_name_is_given_to_whom_the_answer_chooses(atlas: Atlas) -> None:
    disowns(atlas)
    with pytest.raises(PersonIsGuest):
        agrees(atlas, owner="gina")
    agrees(atlas, owner="tom")
    assert (kept(atlas).owner, kept(atlas).accepted) == (user("tom"), True)


def test_to_choose_them_again_is_to_keep_it(atlas: Atlas) -> None:
    disowns(atlas)
    agrees(atlas, owner="priya")
    assert log(atlas)[-1] == ("kept", "tom")
    assert reads(atlas, KEPT) == "Tom leaves write the plan with you.\n<#C1> · A-1"


@pytest.mark.parametrize(
    ("owner", "kind"), [("priya", NotYourself), ("gina", PersonIsGuest), ("otto", PersonOutside)]
)
def test_whom_it_could_be_must_be_able_to(atlas: Atlas, owner: str, kind: type[Rejected]) -> None:
    with pytest.raises(Misfilled) as wrong:
        disowns(atlas, owner=owner, reason="")
    kinds = {field: type(reason) for field, reason in wrong.value.reasons.items()}
    assert kinds == {"owner": kind, "reason": NoReason}


def test_an_owner_who_may_decide_gives_it_at_once(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        action_items.give(atlas.ctx(uow, MONDAY, "tom"), 1, user("sanne"))
    disowns(atlas, "sanne", owner="priya")
    assert kept(atlas).owner == user("priya") and told(atlas, OFFER) == []


def test_three_postponements_are_counted_and_the_log_holds_each_reason(atlas: Atlas) -> None:
    asks(atlas, "tom", NEXT, "first")
    asks(atlas, "priya", LATER, "second")
    agrees(atlas)
    with atlas.unit() as uow:
        later = LATER + timedelta(days=7)
        action_items.set_due(atlas.ctx(uow, MONDAY, "priya"), 1, later, because="third")
    item = kept(atlas)
    assert (item.times_postponed, item.original_due) == (3, FRIDAY)
    events = [event.after or {} for event in rows(atlas.storage, EventRow) if event.what == "due"]
    assert [event["postponed_because"] for event in events] == ["first", "second", "third"]
    assert item.status == Status.open


def test_the_question_is_put_in_both_languages(atlas: Atlas) -> None:
    asks(atlas)
    assert reads(atlas, language=Language.nl).startswith(
        "Priya vraagt wo 2 dec in plaats van vr 27 nov\n> late\nwrite the plan · A-1 <#C1>"
    )
    disowns(atlas)
    asked = "Priya vraagt of iemand anders dit kan doen\n> busy"
    assert reads(atlas, language=Language.nl).startswith(asked)
    keeps(atlas)
    assert "Tom liet het zo." in reads(atlas, language=Language.nl)
    assert reads(atlas, KEPT, language=Language.nl) == "Tom laat write the plan bij jou.\n<#C1> · A-1"
