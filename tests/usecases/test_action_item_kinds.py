"""Helpers, owners from outside, and items that repeat, wait or start later: what they leave in the tables."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from bot.domain.action_item_kinds import (
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    NoRepetition,
    StartsAfterDue,
    WaitsInCircle,
    chased,
)
from bot.domain.action_items import ActionItem, Status
from bot.domain.errors import Misfilled, OneOwner, PersonIsGuest, PersonOutside, Rejected, UnknownNumber
from bot.domain.preferences import Absence
from bot.usecases import action_items
from bot.usecases.action_items_follow import next_of
from bot.usecases.action_items_kind_notices import STARTS, start
from bot.usecases.action_items_undo import undo, undo_batch
from bot.usecases.changes import new_batch
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.usecases.atlas import MONDAY, Atlas, open_atlas, person, user
from tests.usecases.rows import rows

FRIDAY = date(2026, 11, 27)
FIRST_MONDAYS = "FREQ=MONTHLY;BYDAY=1MO"
DAY = timedelta(days=1)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def raised(atlas: Atlas, by: str = "sanne", **terms: Any) -> ActionItem:
    with atlas.unit() as uow:
        given = {"text": "write the plan", "owner": user("tom"), "due": FRIDAY, **terms}
        return action_items.create(uow, MONDAY, atlas.ask(by), **given)


def kept(atlas: Atlas, number: int = 1) -> ActionItem:
    with atlas.unit() as uow:
        item = uow.action_items.get(atlas.project.id, number)
    assert item is not None
    return item


def act(atlas: Atlas, change: Any, number: int, by: str = "tom", now: datetime = MONDAY) -> ActionItem:
    with atlas.unit() as uow:
        changed: ActionItem = change(uow, now, person(by), atlas.project.id, number)
    return changed


def done(atlas: Atlas, number: int, by: str = "tom", now: datetime = MONDAY) -> ActionItem:
    return act(atlas, action_items.finish, number, by, now)


def edited(atlas: Atlas, number: int, by: str = "sanne", **terms: Any) -> ActionItem:
    with atlas.unit() as uow:
        version = kept_in(uow, atlas, number).version
        return action_items.edit(uow, MONDAY, person(by), atlas.project.id, number, version=version, **terms)


def kept_in(uow: Any, atlas: Atlas, number: int) -> ActionItem:
    item: ActionItem = uow.action_items.get(atlas.project.id, number)
    return item


def taken_back(atlas: Atlas, number: int, by: str = "tom") -> ActionItem:
    with atlas.unit() as uow:
        version = kept_in(uow, atlas, number).version
        return undo(uow, MONDAY, person(by), atlas.project.id, number, version)


def told(atlas: Atlas, kind: str) -> list[str]:
    """To whom a notice of this kind went anew."""
    jobs = sorted(rows(atlas.storage, JobRow), key=lambda job: job.id or 0)
    return [
        job.payload["to"]
        for job in jobs
        if job.payload.get("kind") == f"action_items.{kind}" and not job.payload.get("only_update")
    ]


def refused(atlas: Atlas, number: int, **terms: Any) -> dict[str, type[Rejected]]:
    with pytest.raises(Misfilled) as wrong:
        edited(atlas, number, **terms)
    return {field: type(reason) for field, reason in wrong.value.reasons.items()}


def events(atlas: Atlas) -> list[tuple[int, str, str]]:
    log = sorted(rows(atlas.storage, EventRow), key=lambda event: event.id or 0)
    return [(event.number, event.what, event.who) for event in log]


# Helpers


def test_a_helper_is_told_once_and_the_owner_helps_nobody(atlas: Atlas) -> None:
    item = raised(atlas, helpers=[user("priya"), user("tom"), user("priya")])
    assert item.helpers == [user("priya")]
    edited(atlas, 1, text="write the whole plan")
    edited(atlas, 1, helpers=[user("priya"), user("sanne")])  # by Sanne herself
    assert told(atlas, "helping") == [user("priya")]
    with atlas.unit() as uow:
        action_items.give(uow, MONDAY, person("sanne"), atlas.project.id, 1, user("priya"))
    assert kept(atlas).helpers == [user("sanne")]


def test_who_may_not_see_the_project_cannot_help(atlas: Atlas) -> None:
    with pytest.raises(PersonIsGuest):
        raised(atlas, helpers=[user("gina")])
    raised(atlas)
    assert refused(atlas, 1, helpers=[user("otto")]) == {"helpers": PersonOutside}


# An owner from outside


def test_who_raised_it_is_asked_for_an_owner_from_outside(atlas: Atlas) -> None:
    item = raised(atlas, owner=None, outside=" Jan Jansen ", outside_email="jan@x.nl")
    assert (item.owner, item.outside, item.outside_email) == (None, "Jan Jansen", "jan@x.nl")
    assert chased(item) == user("sanne") and told(atlas, "mine") == []
    with atlas.unit() as uow:
        action_items.give(uow, MONDAY, person("sanne"), atlas.project.id, 1, user("tom"))
    assert (kept(atlas).outside, kept(atlas).outside_email, chased(kept(atlas))) == (None, None, user("tom"))
    edited(atlas, 1, outside="Jan Jansen", outside_email="jan@x.nl")
    assert (kept(atlas).owner, kept(atlas).outside) == (None, "Jan Jansen")
    taken_back(atlas, 1, "sanne")
    assert (kept(atlas).owner, kept(atlas).outside) == (user("tom"), None)


def test_somebody_of_the_workspace_is_no_outsider(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.people.put(person("priya", email="priya@x.nl"))
    item = raised(atlas, owner=None, outside="Priya", outside_email="Priya@x.nl")
    assert (item.owner, item.outside, item.outside_email) == (user("priya"), None, None)


@pytest.mark.parametrize(
    ("terms", "reasons"),
    [
        ({"outside": "Jan"}, {"outside_email": NoAddress}),
        ({"outside": "Jan", "outside_email": "jan at x.nl"}, {"outside_email": NoAddress}),
        ({"outside": "", "outside_email": "jan@x.nl"}, {"outside": NoNameOutside}),
        ({"owner": "UTOM", "outside": "Jan", "outside_email": "jan@x.nl"}, {"outside": OneOwner}),
    ],
)
def test_an_owner_from_outside_is_one_with_a_name_and_an_address(
    atlas: Atlas, terms: dict[str, Any], reasons: dict[str, type[Rejected]]
) -> None:
    raised(atlas)
    assert refused(atlas, 1, **terms) == reasons
    assert kept(atlas).version == 1


# Repeating


def test_what_repeats_begins_on_its_first_day_and_comes_back_when_it_is_done(atlas: Atlas) -> None:
    item = raised(atlas, due=None, repeats=FIRST_MONDAYS, helpers=[user("priya")])
    assert (item.due, item.original_due) == (date(2026, 12, 7), date(2026, 12, 7))
    done(atlas, 1)
    done(atlas, 1, "priya")
    second = kept(atlas, 2)
    assert (second.due, second.original_due, second.owner) == (date(2027, 1, 4),) * 2 + (user("tom"),)
    assert (second.helpers, second.repeats, second.raised_by) == (
        [user("priya")],
        FIRST_MONDAYS,
        user("sanne"),
    )
    assert events(atlas) == [(1, "created", "USANNE"), (1, "done", "UTOM"), (2, "created", "spil")]
    assert told(atlas, "mine") == [user("tom"), user("tom")]
    with atlas.unit() as uow:
        assert next_of(uow, kept_in(uow, atlas, 1)) == second


def test_done_too_late_it_comes_back_on_a_day_to_come(atlas: Atlas) -> None:
    raised(atlas, due=date(2026, 12, 1), repeats="FREQ=WEEKLY;INTERVAL=2;BYDAY=TU")
    done(atlas, 1, now=datetime(2026, 12, 16, 9, tzinfo=UTC))
    assert kept(atlas, 2).due == date(2026, 12, 29)  # its weeks are the 1st, the 15th, the 29th


def test_over_the_clock_change_only_days_count(atlas: Atlas) -> None:
    raised(atlas, due=date(2027, 3, 28), repeats="FREQ=WEEKLY;BYDAY=SU")
    done(atlas, 1, now=datetime(2027, 3, 28, 22, 30, tzinfo=UTC))  # 0:30 on Monday in Amsterdam
    assert kept(atlas, 2).due == date(2027, 4, 4)


def test_postponed_it_keeps_its_rhythm_and_its_own_lead(atlas: Atlas) -> None:
    raised(atlas, due=date(2026, 12, 1), starts=date(2026, 11, 30), repeats="FREQ=WEEKLY;BYDAY=TU")
    edited(atlas, 1, due=date(2026, 12, 3))
    done(atlas, 1)
    assert (kept(atlas, 2).due, kept(atlas, 2).starts) == (date(2026, 12, 8), date(2026, 12, 7))


def test_opened_again_the_next_one_that_nobody_touched_is_cancelled(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    done(atlas, 1)
    act(atlas, action_items.reopen, 1)
    assert (kept(atlas).status, kept(atlas, 2).status) == (Status.open, Status.cancelled)
    done(atlas, 1)
    assert taken_back(atlas, 1).status == Status.open
    assert kept(atlas, 3).status == Status.cancelled
    assert len({event.batch for event in rows(atlas.storage, EventRow) if event.batch}) == 4


def test_one_that_was_touched_stays_and_is_the_next_one_also_when_it_is_done_again(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    done(atlas, 1)
    edited(atlas, 2, text="write the plan with care")
    act(atlas, action_items.reopen, 1)
    assert kept(atlas, 2).open
    done(atlas, 1)
    with atlas.unit() as uow:
        assert uow.action_items.get(atlas.project.id, 3) is None


def test_dropped_it_does_not_come_back(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats=FIRST_MONDAYS)
    act(atlas, action_items.drop, 1)
    with atlas.unit() as uow:
        assert uow.action_items.get(atlas.project.id, 2) is None


def test_a_rule_that_has_ended_makes_no_next_one(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats="FREQ=WEEKLY;BYDAY=TU;UNTIL=20261201")
    done(atlas, 1)
    done(atlas, 2)
    assert events(atlas)[-1] == (2, "done", "UTOM")


def test_of_three_times_two_are_left_and_then_one(atlas: Atlas) -> None:
    raised(atlas, due=None, repeats="FREQ=WEEKLY;BYDAY=TU;COUNT=3")
    done(atlas, 1)
    assert (kept(atlas, 2).due, kept(atlas, 2).repeats) == (
        date(2026, 12, 1),
        "FREQ=WEEKLY;BYDAY=TU;COUNT=2",
    )
    done(atlas, 2)
    assert (kept(atlas, 3).due, kept(atlas, 3).repeats) == (date(2026, 12, 8), None)


@pytest.mark.parametrize(
    "rule",
    [
        "every Monday",
        "FREQ=SOMETIMES",
        "FREQ=HOURLY",
        "FREQ=DAILY;INTERVAL=0",
        "FREQ=DAILY;BYHOUR=9,15",
        "FREQ=MONTHLY;BYDAY=1XX",
        "FREQ=WEEKLY;UNTIL=20200101",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "BYDAY=MO",
    ],
)
def test_what_is_no_rule_is_refused(atlas: Atlas, rule: str) -> None:
    raised(atlas)
    assert refused(atlas, 1, repeats=rule) == {"repeats": NoRepetition}


# Waiting


def test_when_what_it_waited_for_is_done_it_can_go_on_and_its_owner_is_told(atlas: Atlas) -> None:
    raised(atlas, text="sign the contract")
    raised(atlas, owner=user("priya"), waits_for=1)
    assert kept(atlas, 2).waiting
    done(atlas, 1)
    assert not kept(atlas, 2).waiting and told(atlas, "freed") == [user("priya")]
    assert events(atlas)[-2:] == [(1, "done", "UTOM"), (2, "freed", "spil")]
    taken_back(atlas, 1)
    assert kept(atlas, 2).waits_for == 1
    act(atlas, action_items.drop, 1)
    assert not kept(atlas, 2).waiting


def test_who_closes_the_first_himself_needs_no_message_of_it(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    done(atlas, 1, "tom")
    assert told(atlas, "freed") == []


def test_nothing_waits_for_itself_or_for_what_is_closed_or_never_was(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    raised(atlas, waits_for=2)
    assert refused(atlas, 1, waits_for=1) == {"waits_for": WaitsInCircle}
    with pytest.raises(Misfilled) as wrong:
        edited(atlas, 1, waits_for=3)
    [reason] = wrong.value.reasons.values()
    assert isinstance(reason, WaitsInCircle) and reason.numbers == (1, 3, 2, 1)
    assert refused(atlas, 1, waits_for=99) == {"waits_for": UnknownNumber}
    done(atlas, 1)
    assert refused(atlas, 3, waits_for=1) == {"waits_for": ClosedAlready}


def test_an_undo_brings_back_no_circle_and_no_wait_for_what_is_closed(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    edited(atlas, 2, "tom", waits_for=None)
    edited(atlas, 1, waits_for=2)
    taken_back(atlas, 2)
    assert (kept(atlas, 1).waits_for, kept(atlas, 2).waits_for) == (2, None)


def test_taken_back_together_one_waits_for_the_other_again(atlas: Atlas) -> None:
    raised(atlas)
    raised(atlas, waits_for=1)
    with atlas.unit() as uow:
        batch = new_batch(uow, atlas.project.id)
        for number in (1, 2):
            action_items.finish(uow, MONDAY, person("tom"), atlas.project.id, number, batch=batch)
        undo_batch(uow, MONDAY, person("tom"), batch)
    assert (kept(atlas, 1).open, kept(atlas, 2).open, kept(atlas, 2).waits_for) == (True, True, 1)


# Starting later


def starts(atlas: Atlas) -> list[JobRow]:
    return [job for job in rows(atlas.storage, JobRow) if job.kind == STARTS]


def test_its_owner_gets_it_in_the_morning_of_the_day_that_it_starts(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY - DAY)
    assert told(atlas, "mine") == [] and not kept(atlas).begun(MONDAY.date())
    [job] = starts(atlas)
    assert job.due_at.astimezone(UTC) == datetime(2026, 11, 26, 9, tzinfo=UTC)  # 9:00 in London
    with atlas.unit() as uow:
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == [user("tom")]


def test_put_forward_it_is_his_at_once_and_put_off_only_later(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY - DAY)
    [first] = starts(atlas)
    edited(atlas, 1, starts=FRIDAY)
    [second] = starts(atlas)
    assert told(atlas, "mine") == [] and second.due_at > first.due_at
    edited(atlas, 1, starts=None)
    assert told(atlas, "mine") == [user("tom")] and starts(atlas) == []


def test_who_is_away_that_day_gets_it_when_he_is_back(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY)
    [job] = starts(atlas)
    with atlas.unit() as uow:
        tuesday = FRIDAY + 4 * DAY
        uow.absences.add(Absence(team="T1", user=user("tom"), first=FRIDAY, last=tuesday))
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == []
    again = max(starts(atlas), key=lambda job: job.due_at)
    assert again.due_at.astimezone(UTC) == datetime(2026, 12, 2, 9, tzinfo=UTC)


def test_what_is_closed_or_given_away_starts_for_nobody(atlas: Atlas) -> None:
    raised(atlas, starts=FRIDAY)
    [job] = starts(atlas)
    done(atlas, 1)
    assert starts(atlas) == []
    with atlas.unit() as uow:
        start(uow, job.due_at, job)
    assert told(atlas, "mine") == []


def test_nothing_starts_behind_its_date(atlas: Atlas) -> None:
    raised(atlas)
    assert refused(atlas, 1, starts=FRIDAY + DAY) == {"starts": StartsAfterDue}
    edited(atlas, 1, starts=FRIDAY)
    assert refused(atlas, 1, due=FRIDAY - DAY) == {"due": StartsAfterDue}
