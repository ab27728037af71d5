"""What a project manager decides of what stays overdue, and what that settles."""

from datetime import date, timedelta

import pytest

from bot.action_items import change
from bot.action_items.noun import ACTION_ITEM
from bot.core.errors import AlreadyDone, InThePast, PersonIsGuest
from bot.core.undo import undo_last
from bot.escalations import notifications
from bot.escalations.model import NotManager, Why
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import Atlas, anywhere, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.escalation_desk import (
    FIFTH,
    SECOND,
    TENTH,
    asked,
    late,
    morning_of,
    nine,
    note,
    open_ladder,
    postponed,
    shown,
    undecided,
)
from tests.kit.rows import rows


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_ladder(sqlite_storage)


def test_by_the_third_postponement_it_needs_a_decision_until_it_is_decided(atlas: Atlas) -> None:
    postponed(atlas, 2)
    assert "If it moves once more, Sanne decides." in note(atlas, MONDAY)
    assert undecided(atlas, SECOND) == []
    postponed(atlas, 3)
    assert undecided(atlas, SECOND) == [1]
    morning_of(atlas, SECOND)
    with atlas.unit() as uow:
        [question] = notifications.asked_in(anywhere(uow, SECOND, "sanne"), SECOND.date())
    assert question.why is Why.postponed and question.open
    with atlas.unit() as uow:
        notifications.keep(atlas.ctx(uow, SECOND, "sanne"), 1)
    assert undecided(atlas, SECOND + timedelta(hours=1)) == [] and asked(atlas, SECOND) == {1: False}
    with atlas.unit() as uow:
        undo_last(atlas.ctx(uow, SECOND + timedelta(hours=2), "sanne"), ACTION_ITEM)
    assert undecided(atlas, SECOND + timedelta(hours=3)) == [1]
    assert undecided(atlas, SECOND + timedelta(hours=1)) == []  # as it was told then


def test_a_date_of_the_managers_own_is_a_decision_and_no_postponement_too_many(atlas: Atlas) -> None:
    postponed(atlas, 3)
    with atlas.unit() as uow:
        notifications.move(atlas.ctx(uow, SECOND, "sanne"), 1, date(2027, 2, 1))
    assert undecided(atlas, SECOND + timedelta(hours=1)) == []
    with atlas.unit() as uow:
        change.set_due(atlas.ctx(uow, FIFTH, "tom"), 1, date(2027, 3, 1))
    assert undecided(atlas, FIFTH + timedelta(hours=1)) == [1]


def test_another_owner_begins_at_the_foot_of_the_ladder(atlas: Atlas) -> None:
    morning_of(atlas, FIFTH)
    with atlas.unit() as uow:
        notifications.hand_over(atlas.ctx(uow, FIFTH, "sanne"), 1, user("priya"))
    assert asked(atlas, FIFTH) == {1: False} and late(atlas, FIFTH) == []
    assert undecided(atlas, TENTH) == []
    assert late(atlas, nine(date(2026, 12, 8))) == [1]
    assert morning_of(atlas, TENTH) is not None


@pytest.mark.parametrize("how", ["done", "cancelled", "moved"])
def test_what_is_settled_otherwise_shows_in_the_question(atlas: Atlas, how: str) -> None:
    morning_of(atlas, FIFTH)
    with atlas.unit() as uow:
        if how == "done":
            change.finish(atlas.ctx(uow, FIFTH, "tom"), 1)
        elif how == "cancelled":
            notifications.drop(atlas.ctx(uow, FIFTH, "sanne"), 1)
        else:
            change.set_due(atlas.ctx(uow, FIFTH, "tom"), 1, TENTH.date())
    assert asked(atlas, FIFTH) == {1: False}
    jobs = [job for job in rows(atlas.storage, JobRow) if job.payload.get("kind") == "morning"]
    assert len(jobs) > 1 and all(job.payload["only_update"] for job in jobs[1:])
    message = shown(atlas, FIFTH, FIFTH)
    assert message is not None and "All done for today.\n✓ ~write~" in message.text
    assert morning_of(atlas, TENTH) is None


def test_settled_before_it_is_sent_nothing_is_sent(atlas: Atlas) -> None:
    morning_of(atlas, FIFTH, delivered=False)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, FIFTH, "tom"), 1)
    assert shown(atlas, FIFTH, FIFTH) is None


def test_only_the_manager_decides_and_only_of_what_is_open(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        for who in ("tom", "priya"):
            with pytest.raises(NotManager):
                notifications.keep(atlas.ctx(uow, FIFTH, who), 1)
            with pytest.raises(NotManager):
                notifications.drop(atlas.ctx(uow, FIFTH, who), 1)
        with pytest.raises(InThePast):
            notifications.move(atlas.ctx(uow, FIFTH, "sanne"), 1, FRIDAY)
        with pytest.raises(PersonIsGuest):
            notifications.hand_over(atlas.ctx(uow, FIFTH, "sanne"), 1, user("gina"))
        change.finish(atlas.ctx(uow, FIFTH, "tom"), 1)
        with pytest.raises(AlreadyDone):
            notifications.keep(atlas.ctx(uow, FIFTH, "sanne"), 1)


def test_a_new_manager_is_asked_what_the_former_one_left(atlas: Atlas) -> None:
    morning_of(atlas, FIFTH)
    with atlas.unit() as uow:
        uow.projects.put(atlas.project.model_copy(update={"manager": user("tom")}))
    notice = morning_of(atlas, FIFTH + timedelta(days=3, hours=1), "tom")
    assert notice is not None and notice.to == user("tom")
