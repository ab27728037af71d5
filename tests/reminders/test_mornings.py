"""Mornings: at nine on each person's clock, through clock changes, standstills and moves."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.action_items import change
from bot.core.jobs import Job, Notice, State
from bot.people.preferences import Absence, Absences, Preferences, PreferencesBook
from bot.reminders import mornings
from bot.reminders.daily_summary import bundle
from bot.reminders.summary_parts import Part
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.storage.examples import sent_message

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def add(atlas: Atlas, due: date | None, owner: str = "tom", now: datetime = MONDAY) -> int:
    with atlas.unit() as uow:
        return change.create(atlas.ctx(uow, now, "sanne"), text="write", owner=user(owner), due=due).number


def wish(atlas: Atlas, name: str, **wishes: object) -> None:
    with atlas.unit() as uow:
        uow.of(PreferencesBook).put(Preferences.model_validate({"team": TEAM, "user": user(name), **wishes}))


def planned(atlas: Atlas) -> list[Job]:
    return [Job.model_validate(row) for row in rows(atlas.storage, JobRow) if row.kind == "morning"]


def shown(atlas: Atlas) -> list[JobRow]:
    return [row for row in rows(atlas.storage, JobRow) if row.payload.get("kind") == "morning"]


def run(atlas: Atlas, job: Job, at: datetime) -> Job:
    """Work the job off and return the one that comes after it."""
    with atlas.unit() as uow:
        mornings.run(uow, at, job)
    return planned(atlas)[-1]


def test_who_becomes_an_owner_gets_a_morning_at_nine_and_only_one(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    assert job.due_at == datetime(2026, 11, 23, 9, tzinfo=UTC)
    assert (job.payload, job.expires_at) == ({"team": TEAM, "user": user("tom")}, None)


def test_each_has_their_own_nine_o_clock(atlas: Atlas) -> None:
    for name in ("sanne", "tom", "priya"):
        add(atlas, TUESDAY, name)
    hours = {job.payload["user"]: job.due_at.strftime("%d %H:%M") for job in planned(atlas)}
    assert hours == {"USANNE": "24 08:00", "UTOM": "23 09:00", "UPRIYA": "25 03:30"}, (
        "the 24th is a holiday in India"
    )


def test_it_shows_the_day_until_the_evening_and_plans_the_next(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    after = run(atlas, job, job.due_at)
    [message] = shown(atlas)
    assert message.payload["about"] == {"day": "2026-11-23"}
    assert message.expires_at == datetime(2026, 11, 23, 18, tzinfo=UTC)
    assert after.due_at == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_without_anything_due_it_is_silent_and_goes_on(atlas: Atlas) -> None:
    add(atlas, date(2026, 12, 24))
    [job] = planned(atlas)
    assert run(atlas, job, job.due_at).due_at > job.due_at
    assert shown(atlas) == []


def test_without_any_open_item_it_ends_until_there_is_one_again(atlas: Atlas) -> None:
    number = add(atlas, TUESDAY)
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), number)
    [job] = planned(atlas)
    assert run(atlas, job, job.due_at) == job
    with atlas.unit() as uow:
        change.reopen(atlas.ctx(uow, job.due_at, "tom"), number)
    assert len(planned(atlas)) == 2


@pytest.mark.parametrize(
    ("before", "due_at"),
    [
        (datetime(2027, 3, 27, 10, tzinfo=UTC), datetime(2027, 3, 28, 8, tzinfo=UTC)),
        (datetime(2027, 10, 30, 10, tzinfo=UTC), datetime(2027, 10, 31, 9, tzinfo=UTC)),
    ],
)
def test_through_both_clock_changes_it_stays_nine(atlas: Atlas, before: datetime, due_at: datetime) -> None:
    wish(atlas, "tom", working_days=list(range(7)), country="")
    add(atlas, TUESDAY, "tom", now=before)
    assert [job.due_at for job in planned(atlas)] == [due_at]
    after = run(atlas, planned(atlas)[0], due_at)
    assert after.due_at == due_at + timedelta(days=1)


def test_after_a_standstill_it_is_said_late_on_the_day_itself_and_not_for_days_gone(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    after = run(atlas, job, datetime(2026, 11, 25, 13, tzinfo=UTC))
    assert [row.payload["about"]["day"] for row in shown(atlas)] == ["2026-11-25"]
    assert after.due_at == datetime(2026, 11, 26, 9, tzinfo=UTC)


def test_a_standstill_that_ends_in_the_evening_waits_for_the_next_morning(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    after = run(atlas, job, datetime(2026, 11, 23, 20, tzinfo=UTC))
    assert shown(atlas) == []
    assert after.due_at == datetime(2026, 11, 24, 9, tzinfo=UTC)


def test_who_moved_west_is_not_woken_but_told_at_their_new_nine(atlas: Atlas) -> None:
    add(atlas, TUESDAY, "priya")
    [job] = planned(atlas)
    with atlas.unit() as uow:
        uow.people.put(person("priya", zone="America/New_York"))
    after = run(atlas, job, job.due_at)
    assert shown(atlas) == []
    assert after.due_at == datetime(2026, 11, 25, 14, tzinfo=UTC)


def test_the_weekend_is_quiet_unless_they_and_the_project_work_then(atlas: Atlas) -> None:
    add(atlas, date(2026, 11, 27))
    saturday = datetime(2026, 11, 28, 9, tzinfo=UTC)
    [job] = planned(atlas)
    run(atlas, job, saturday)
    wish(atlas, "tom", working_days=[0, 5])
    run(atlas, job, saturday)
    assert shown(atlas) == []
    with atlas.unit() as uow:
        uow.projects.put(atlas.project.model_copy(update={"working_days": [0, 5]}))
    run(atlas, job, saturday)
    assert len(shown(atlas)) == 1


def test_who_has_left_has_no_mornings(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    with atlas.unit() as uow:
        uow.people.put(person("tom", gone=True))
    assert run(atlas, job, job.due_at) == job
    assert shown(atlas) == []


def test_who_may_not_see_the_project_any_more_hears_nothing_of_it(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    with atlas.unit() as uow:
        uow.people.remove_member(TEAM, "C1", user("tom"))
        assert not bundle(anywhere(uow, MONDAY, "tom"), TUESDAY)
    [job] = planned(atlas)
    assert run(atlas, job, job.due_at).due_at > job.due_at, "they may come back"


def test_a_bundle_is_overdue_today_and_tomorrow(atlas: Atlas) -> None:
    for days in (-3, 0, 1, 2):
        add(atlas, TUESDAY + timedelta(days=days))
    add(atlas, None)
    with atlas.unit() as uow:
        found = bundle(anywhere(uow, MONDAY, "tom"), TUESDAY)
    assert [section.part for section in found.sections] == [Part.overdue, Part.today, Part.tomorrow]
    assert [item.number for item in found.items] == [1, 2, 3]


def test_a_change_shows_in_the_morning_of_the_deputy_and_of_who_raised_it_and_hears_much(
    atlas: Atlas,
) -> None:
    wish(atlas, "sanne", profile="active")
    number, day = add(atlas, TUESDAY), date(2026, 11, 23)
    with atlas.unit() as uow:
        uow.of(Absences).add(Absence(team=TEAM, user=user("tom"), first=day, last=day, deputy=user("priya")))
        for name in ("sanne", "priya"):
            key = mornings.notice_of(person(name), day).key
            uow.sent_messages.put(sent_message(key))
        change.finish(atlas.ctx(uow, MONDAY, "tom"), number)
    assert {row.payload["to"] for row in shown(atlas)} == {user("sanne"), user("priya")}


def test_a_day_has_one_message_wherever_they_are_and_whatever_they_wish(atlas: Atlas) -> None:
    add(atlas, TUESDAY)
    [job] = planned(atlas)
    run(atlas, job, job.due_at)
    with atlas.unit() as uow:
        uow.people.put(person("tom", zone="America/New_York"))
    nine_there = datetime(2026, 11, 23, 14, tzinfo=UTC)
    run(atlas, job.model_copy(update={"key": "another", "due_at": nine_there}), nine_there)
    keys = {Notice.model_validate(row.payload).key for row in shown(atlas)}
    assert (len(shown(atlas)), len(keys)) == (2, 1), "the second changes the first where it stands"


def test_a_change_shows_in_the_last_morning_message_that_stands(atlas: Atlas) -> None:
    number = add(atlas, TUESDAY)
    key = f"morning(day=2026-11-20)@{TEAM}:{user('tom')}"
    with atlas.unit() as uow:
        uow.sent_messages.put(sent_message(key))
    with atlas.unit() as uow:
        change.finish(atlas.ctx(uow, MONDAY, "tom"), number)
    [message] = shown(atlas)
    assert (message.payload["about"], message.payload["only_update"]) == ({"day": "2026-11-20"}, True)
    assert message.state == State.open
