"""What a change of an action item leaves in the tables."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest

from bot.action_items import change as action_items
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.core.context import Context, in_channel
from bot.core.errors import (
    TEXT_LIMIT,
    InThePast,
    NoProject,
    NotAllowed,
    NoText,
    PersonGone,
    PersonIsBot,
    PersonIsGuest,
    PersonOutside,
    Rejected,
    TooLong,
    UnknownNumber,
    UnknownPerson,
)
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import OUTSIDERS, Atlas, open_atlas, person, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows

Change = Callable[[Context, int], ActionItem]


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def raised(
    atlas: Atlas, by: str = "sanne", owner: str | None = "tom", due: date | None = FRIDAY
) -> ActionItem:
    with atlas.unit() as uow:
        return action_items.create(
            atlas.ctx(uow, MONDAY, by), text="write the plan", owner=owner and user(owner), due=due
        )


def kept(atlas: Atlas, number: int = 1) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.of(ActionItems).get(atlas.project.id, number)
    assert item is not None
    return item


def shown(atlas: Atlas) -> list[tuple[str, str, bool]]:
    """Kind, receiver and "only where it stands" of the notices that were asked for, in order."""
    jobs = [job for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    return [
        (job.payload["kind"], job.payload["to"], job.payload.get("only_update", False))
        for job in sorted(jobs, key=lambda job: job.id or 0)
    ]


def test_raised_it_is_numbered_logged_and_shown_to_the_channel_and_its_owner(atlas: Atlas) -> None:
    item = raised(atlas)
    assert item == kept(atlas)
    assert (item.number, item.owner, item.due, item.original_due) == (1, user("tom"), FRIDAY, FRIDAY)
    [event] = rows(atlas.storage, EventRow)
    assert (event.what, event.who, event.number, event.before) == ("created", user("sanne"), 1, None)
    assert shown(atlas) == [
        ("action_items.card", "C1", False),
        ("action_items.mine", user("tom"), False),
    ]


def test_who_raises_it_for_themselves_gets_no_message_of_it(atlas: Atlas) -> None:
    raised(atlas, by="tom")
    assert ("action_items.mine", user("tom"), True) in shown(atlas)
    assert ("action_items.mine", user("tom"), False) not in shown(atlas)


def test_without_an_owner_only_the_channel_is_told(atlas: Atlas) -> None:
    raised(atlas, owner=None)
    assert shown(atlas) == [("action_items.card", "C1", False)]


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("gina", PersonIsGuest),
        ("robo", PersonIsBot),
        ("gone", PersonGone),
        ("otto", PersonOutside),
        ("nobody", UnknownPerson),
    ],
)
def test_only_a_member_of_the_channel_can_own_it(atlas: Atlas, name: str, reason: type[Rejected]) -> None:
    assert name in OUTSIDERS or name == "nobody"
    with pytest.raises(reason):
        raised(atlas, owner=name)
    assert rows(atlas.storage, EventRow) == []


@pytest.mark.parametrize(("text", "reason"), [("  ", NoText), ("x" * (TEXT_LIMIT + 1), TooLong)])
def test_the_text_must_be_there_and_must_fit(atlas: Atlas, text: str, reason: type[Rejected]) -> None:
    with pytest.raises(reason), atlas.unit() as uow:
        action_items.create(atlas.ctx(uow, MONDAY, "sanne"), text=text, owner=None, due=None)


def test_nobody_raises_anything_where_they_may_not_see(atlas: Atlas) -> None:
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        action_items.create(atlas.ctx(uow, MONDAY, "otto"), text="peek", owner=None, due=None)
    with pytest.raises(NoProject), atlas.unit() as uow:
        ctx = in_channel(uow, MONDAY, person("sanne"), "C9")
        action_items.create(ctx, text="elsewhere", owner=None, due=None)


@pytest.mark.parametrize(
    ("change", "status"),
    [(action_items.finish, Status.done), (action_items.drop, Status.cancelled)],
)
def test_closed_twice_is_closed_once_and_can_be_opened_again(
    atlas: Atlas, change: Change, status: Status
) -> None:
    raised(atlas)
    with atlas.unit() as uow:
        change(atlas.ctx(uow, MONDAY, "tom"), 1)
        change(atlas.ctx(uow, MONDAY, "sanne"), 1)
    assert kept(atlas).status == status
    assert (kept(atlas).done_at is not None) is (status is Status.done)
    assert len(rows(atlas.storage, EventRow)) == 2
    with atlas.unit() as uow:
        action_items.reopen(atlas.ctx(uow, MONDAY, "tom"), 1)
    assert (kept(atlas).status, kept(atlas).done_at, kept(atlas).version) == (Status.open, None, 3)


@pytest.mark.parametrize("change", [action_items.finish, action_items.reopen, action_items.drop])
def test_a_number_that_was_never_given_is_refused(atlas: Atlas, change: Change) -> None:
    with pytest.raises(UnknownNumber), atlas.unit() as uow:
        change(atlas.ctx(uow, MONDAY, "tom"), 99)


def test_a_button_in_a_strangers_hands_does_nothing(atlas: Atlas) -> None:
    raised(atlas)
    with pytest.raises(NotAllowed), atlas.unit() as uow:
        action_items.finish(atlas.ctx(uow, MONDAY, "otto"), 1)


def test_given_to_another_both_are_told_and_only_the_new_owner_anew(atlas: Atlas) -> None:
    raised(atlas)
    before = len(shown(atlas))
    with atlas.unit() as uow:
        action_items.give(atlas.ctx(uow, MONDAY, "sanne"), 1, user("priya"))
    assert kept(atlas).owner == user("priya")
    assert shown(atlas)[before:] == [
        ("action_items.card", "C1", False),
        ("action_items.mine", user("tom"), True),
        ("action_items.mine", user("priya"), False),
    ]


def test_a_later_date_is_a_postponement_and_the_first_date_stays(atlas: Atlas) -> None:
    raised(atlas)
    for due in (FRIDAY + timedelta(days=7), FRIDAY - timedelta(days=1)):
        with atlas.unit() as uow:
            action_items.set_due(atlas.ctx(uow, MONDAY, "tom"), 1, due)
    item = kept(atlas)
    assert (item.due, item.original_due, item.times_postponed) == (FRIDAY - timedelta(days=1), FRIDAY, 1)


def test_the_first_date_of_an_item_without_one_is_its_original(atlas: Atlas) -> None:
    raised(atlas, due=None)
    with atlas.unit() as uow:
        action_items.set_due(atlas.ctx(uow, MONDAY, "tom"), 1, FRIDAY)
    assert (kept(atlas).original_due, kept(atlas).times_postponed) == (FRIDAY, 0)


def test_the_projects_zone_decides_which_day_is_over(atlas: Atlas) -> None:
    raised(atlas)
    late = datetime(2026, 11, 26, 23, 30, tzinfo=MONDAY.tzinfo)  # 00:30 on Friday in Amsterdam
    with pytest.raises(InThePast), atlas.unit() as uow:
        action_items.set_due(atlas.ctx(uow, late, "tom"), 1, date(2026, 11, 26))
    with atlas.unit() as uow:
        assert action_items.set_due(atlas.ctx(uow, late, "tom"), 1, FRIDAY).due == FRIDAY


def edited(atlas: Atlas, by: str, text: str, due: date) -> None:
    with atlas.unit() as uow:
        action_items.agree(atlas.ctx(uow, MONDAY, by), 1, "edited", {"text": text, "due": due})


def test_an_overdue_item_can_be_reworded_and_saved_unchanged_it_is_unchanged(atlas: Atlas) -> None:
    raised(atlas, due=date(2026, 11, 20))
    edited(atlas, "tom", "reworded", date(2026, 11, 20))
    edited(atlas, "tom", "reworded", date(2026, 11, 20))
    assert (kept(atlas).text, kept(atlas).version) == ("reworded", 2)
