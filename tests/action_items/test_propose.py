"""Another date: who is asked for it, what is asked, and who answers."""

from datetime import date, timedelta

import pytest

from bot.action_items import change
from bot.action_items.model import Asked
from bot.action_items.notices import KEPT, OFFER
from bot.action_items.propose import NoReason, NotDecider, NotOwner, SameDue
from bot.core.errors import AlreadyDone, ChangedSince, InThePast, Misfilled, NotAllowed, Rejected, TooLong
from bot.core.jobs import Notice
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, open_atlas, person, user
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
from tests.storage.examples import sent_message


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_desk(sqlite_storage)


def test_an_owner_asks_who_raised_it_and_nothing_moves_before_they_agree(atlas: Atlas) -> None:
    asks(atlas)
    assert (kept(atlas).due, kept(atlas).times_postponed) == (FRIDAY, 0)
    offer = offered(atlas)
    assert (offer.asked, offer.by, offer.due, offer.reason) == (Asked.due, user("priya"), NEXT, "late")
    assert told(atlas, OFFER) == [f"{user('tom')} 2"]
    assert reads(atlas).startswith("Priya asks for Wed 2 Dec instead of Fri 27 Nov\n> late")

    agrees(atlas)
    item = kept(atlas)
    assert (item.due, item.original_due, item.times_postponed) == (NEXT, FRIDAY, 1)
    assert (item.postponed_because, item.offered) == ("late", None)
    assert log(atlas)[1:] == [("asked", "priya"), ("due", "tom")]
    assert "Tom agreed: it's now due Wed 2 Dec." in reads(atlas)
    assert told(atlas, KEPT) == [f"{user('priya')} 2"]
    assert reads(atlas, KEPT) == "Tom agrees: write the plan is now due Wed 2 Dec.\n<#C1> · A-1"
    assert item.accepted
    undone(atlas, "tom")
    assert not kept(atlas).accepted


def test_moved_to_another_date_than_they_asked_for_they_hear_that(atlas: Atlas) -> None:
    asks(atlas)
    with atlas.unit() as uow:
        change.set_due(atlas.ctx(uow, MONDAY, "sanne"), 1, LATER)
    assert reads(atlas, KEPT) == "Sanne moved write the plan to Fri 4 Dec.\n<#C1> · A-1"
    assert not kept(atlas).accepted


@pytest.mark.parametrize("who", ["tom", "sanne"])
def test_who_raised_it_and_the_manager_move_it_at_once(atlas: Atlas, who: str) -> None:
    asks(atlas, who)
    assert (kept(atlas).due, kept(atlas).postponed_because) == (NEXT, "late")
    assert kept(atlas).offered is None and told(atlas, OFFER) == []


def test_only_who_raised_it_need_not_say_why(atlas: Atlas) -> None:
    for who in ("priya", "sanne"):
        with pytest.raises(Misfilled) as wrong:
            asks(atlas, who, reason="  ")
        assert isinstance(wrong.value.reasons["reason"], NoReason)
    asks(atlas, "tom", reason="")
    assert (kept(atlas).due, kept(atlas).postponed_because) == (NEXT, None)


@pytest.mark.parametrize(
    ("due", "reason", "field", "kind"),
    [
        (FRIDAY, "late", "due", SameDue),
        (None, "late", "due", SameDue),
        (date(2026, 11, 20), "late", "due", InThePast),
        (NEXT, "x" * 501, "reason", TooLong),
    ],
)
def test_what_cannot_be_asked_stands_under_its_field(
    atlas: Atlas, due: date | None, reason: str, field: str, kind: type[Rejected]
) -> None:
    with pytest.raises(Misfilled) as wrong:
        asks(atlas, due=due, reason=reason)
    assert {name: type(each) for name, each in wrong.value.reasons.items()} == {field: kind}
    assert log(atlas) == [("created", "tom")]


def test_nobody_asks_for_what_is_anothers_or_closed(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        change.give(atlas.ctx(uow, MONDAY, "tom"), 1, user("sanne"))
    with pytest.raises(NotOwner) as refused:
        asks(atlas, "priya")
    assert refused.value.owner == user("sanne")
    with pytest.raises(NotOwner):
        disowns(atlas, "priya")
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "sanne"), 1)
    for press in (asks, disowns):
        with pytest.raises(AlreadyDone):
            press(atlas, "sanne")


def test_a_first_date_is_nobodys_question(sqlite_storage: Storage) -> None:
    atlas = open_atlas(sqlite_storage)
    with atlas.unit() as uow:
        change.create(atlas.ctx(uow, MONDAY, "tom"), text="write", owner=user("priya"), due=None)
    asks(atlas)
    assert (kept(atlas).due, kept(atlas).original_due, kept(atlas).times_postponed) == (NEXT, NEXT, 0)


def test_a_later_offer_takes_the_place_of_the_former_in_the_same_message(atlas: Atlas) -> None:
    asks(atlas)
    seen = offered(atlas).made
    asks(atlas, due=LATER, reason="very late")
    disowns(atlas, owner="sanne")
    assert offered(atlas).asked is Asked.owner
    assert told(atlas, OFFER) == [f"{user('tom')} 2"]
    assert reads(atlas).startswith("Priya asks if Sanne can do this\n> busy")
    for press in (agrees, keeps):
        with pytest.raises(ChangedSince):
            press(atlas, made=seen)
    assert kept(atlas).due == FRIDAY


def test_the_same_offer_again_is_no_new_one(atlas: Atlas) -> None:
    asks(atlas)
    version = kept(atlas).version
    asks(atlas, at=MONDAY + timedelta(hours=1))
    assert kept(atlas).version == version


@pytest.mark.parametrize("second", [agrees, keeps])
def test_answered_once_by_whoever_is_first(atlas: Atlas, second: object) -> None:
    asks(atlas)
    made = offered(atlas).made
    keeps(atlas, "sanne")
    second(atlas, "tom", made=made)  # type: ignore[operator]
    assert (kept(atlas).due, log(atlas)[2:]) == (FRIDAY, [("kept", "sanne")])
    assert told(atlas, KEPT) == [f"{user('priya')} 2"]
    assert reads(atlas, KEPT) == "Sanne keeps Fri 27 Nov for write the plan.\n<#C1> · A-1"


def test_only_who_raised_it_and_the_manager_answer(atlas: Atlas) -> None:
    asks(atlas)
    for press in (agrees, keeps):
        with pytest.raises(NotDecider) as refused:
            press(atlas, "priya")
        assert refused.value.decider == user("tom")
    with pytest.raises(NotAllowed):
        agrees(atlas, "otto")


@pytest.mark.parametrize("how", ["deactivated", "left"])
def test_where_who_raised_it_is_gone_the_manager_is_asked(atlas: Atlas, how: str) -> None:
    with atlas.unit() as uow:
        if how == "deactivated":
            uow.people.put(person("tom", gone=True))
        else:
            uow.people.remove_member(TEAM, "C1", user("tom"))
    asks(atlas)
    assert told(atlas, OFFER) == [f"{user('sanne')} 2"]
    agrees(atlas, "sanne")
    assert kept(atlas).due == NEXT


def test_where_nobody_is_left_to_ask_it_moves_with_its_reason(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        for name in ("tom", "sanne"):
            uow.people.put(person(name, gone=True))
    asks(atlas)
    assert (kept(atlas).due, kept(atlas).postponed_because) == (NEXT, "late")


def test_who_was_asked_and_is_not_the_manager_any_more_reads_what_came_of_it(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put(person("tom", gone=True))
    asks(atlas)
    about = {"project": atlas.project.id, "number": 1, "offer": 2}
    question = Notice(kind=OFFER, team=TEAM, to=user("sanne"), about=about)
    with atlas.unit() as uow:
        uow.sent_messages.put(sent_message(question.key))
        uow.jobs.withdraw("post:")
        uow.projects.put(atlas.project.model_copy(update={"manager": user("tom")}))
        change.finish(atlas.ctx(uow, MONDAY, "priya"), 1)
    with atlas.unit() as uow:
        assert uow.jobs.next_of(f"post:{question.key}:") is not None
