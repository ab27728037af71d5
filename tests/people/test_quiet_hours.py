"""What waits for somebody's morning, what does not, and that none of it is lost."""

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.core.jobs import Job, Notice, State
from bot.people import delegation
from bot.people.preferences import Preferences, Profile, Rule, with_profile
from bot.people.quiet_hours import (
    HELD,
    hold,
    hold_for_morning,
    morning_notice,
    notify,
    send_now,
    waiting,
    waiting_of,
)
from bot.reminders import mornings
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import TEAM, Atlas, anywhere, open_atlas, person, user
from tests.kit.rows import rows
from tests.storage.examples import sent_message

EVENING = datetime(2026, 11, 23, 20, tzinfo=UTC)
"""Monday; Tom's next morning, in London, is at 9:00 on Tuesday."""
MORNING = datetime(2026, 11, 24, 9, tzinfo=UTC)
TUESDAY = date(2026, 11, 24)


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    return open_atlas(sqlite_storage)


def a_notice(name: str = "tom", number: int = 1) -> Notice:
    about = {"project": 1, "number": number}
    return Notice(kind="action_items.mine", team=TEAM, to=user(name), about=about)


def posted(atlas: Atlas, kind: str = "action_items.mine") -> list[JobRow]:
    jobs = [row for row in rows(atlas.storage, JobRow) if row.kind == "post"]
    return [row for row in jobs if row.payload["kind"] == kind]


def held(atlas: Atlas, name: str = "tom") -> list[datetime]:
    with atlas.unit() as uow:
        return [each.due_at for each in waiting(uow, TEAM, user(name))]


@pytest.mark.parametrize(
    ("now", "who", "terms", "waits"),
    [
        (EVENING, "sanne", {}, True),
        (EVENING, "tom", {}, False),
        (EVENING, "sanne", {"due": TUESDAY}, True),
        (EVENING, "sanne", {"due": date(2026, 11, 23)}, False),
        (EVENING, "sanne", {"begins": MORNING}, False),
        (EVENING, "sanne", {"begins": MORNING + timedelta(minutes=1)}, True),
        (datetime(2026, 11, 24, 7, 59, tzinfo=UTC), "sanne", {}, True),
        (datetime(2026, 11, 24, 8, 0, tzinfo=UTC), "sanne", {}, False),
        (datetime(2026, 11, 24, 17, 59, tzinfo=UTC), "sanne", {}, False),
    ],
)
def test_outside_their_hours_it_waits_unless_it_is_their_own_or_would_be_late(
    atlas: Atlas, now: datetime, who: str, terms: dict[str, object], waits: bool
) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, now, who), a_notice(), "x", **terms)  # type: ignore[arg-type]
    assert (bool(held(atlas)), bool(posted(atlas))) == (waits, not waits)


def test_it_waits_once_and_what_stands_is_edited_at_once(atlas: Atlas) -> None:
    for number in (1, 2):
        with atlas.unit() as uow:
            notify(anywhere(uow, EVENING, "sanne"), a_notice(), str(number))
    assert held(atlas) == [MORNING]
    with atlas.unit() as uow:
        uow.sent_messages.put(sent_message(a_notice(number=7).key))
        notify(anywhere(uow, EVENING, "sanne"), a_notice(number=7), "3")
    assert held(atlas) == [MORNING] and len(posted(atlas)) == 1


def test_sent_now_it_does_not_come_again(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, EVENING, "sanne"), a_notice(), "x")
        assert waiting_of(uow, TEAM, "action_items:1:1") == {user("tom"): MORNING}
    for users in ([user("tom")], []):
        with atlas.unit() as uow:
            assert send_now(anywhere(uow, EVENING, "sanne"), "action_items:1:1") == users
    assert held(atlas) == [] and len(posted(atlas)) == 1


def work(atlas: Atlas, at: datetime, name: str = "tom") -> None:
    """Work off what waits for them and is due."""
    with atlas.unit() as uow:
        for job in uow.jobs.starting(f"{HELD}:{TEAM}:{user(name)}:"):
            if job.due_at <= at:
                mornings.run_held(uow, at, job)


def test_when_its_morning_comes_it_is_shown_in_the_message_of_the_day(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, EVENING, "sanne"), a_notice(), "x")
    work(atlas, MORNING)
    [morning] = posted(atlas, "morning")
    assert morning.payload["about"] == {"day": "2026-11-24"} and morning.due_at == MORNING


def test_it_waits_on_for_who_is_away_by_then_and_comes_when_they_are_back(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, EVENING, "sanne"), a_notice(), "x")
    with atlas.unit() as uow:
        delegation.go_away(anywhere(uow, EVENING, "tom"), TUESDAY, date(2026, 11, 26), None)
    assert held(atlas) == [datetime(2026, 11, 27, 9, tzinfo=UTC)]


def test_due_over_a_weekend_of_standstill_it_is_in_mondays_message(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, EVENING, "sanne"), a_notice(), "x")
    monday = datetime(2026, 11, 30, 10, tzinfo=UTC)
    work(atlas, monday)
    assert posted(atlas, "morning") == [] and monday in held(atlas)


@pytest.mark.parametrize("stands", [False, True])
def test_what_was_in_a_message_that_was_never_sent_is_in_the_next(atlas: Atlas, stands: bool) -> None:
    wednesday = MORNING + timedelta(days=1)
    with atlas.unit() as uow:
        hold(anywhere(uow, EVENING, "sanne"), a_notice(), person("tom"), MORNING)
        [job] = uow.jobs.starting(f"{HELD}:")
        uow.jobs.withdraw(job.key)
        uow.jobs.add(job.model_copy(update={"id": None, "state": State.done}))
        if stands:
            uow.sent_messages.put(sent_message(morning_notice(TEAM, user("tom"), TUESDAY).key))
    about = {"team": TEAM, "user": user("tom")}
    with atlas.unit() as uow:
        mornings.run(uow, wednesday, Job(key="m", kind="morning", lane="m", payload=about, due_at=wednesday))
    assert held(atlas) == ([] if stands else [wednesday])


def test_a_clock_that_ran_ahead_made_it_wait_too_long(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        notify(anywhere(uow, EVENING + timedelta(days=30), "sanne"), a_notice(), "x")
        [job] = uow.jobs.starting(f"{HELD}:")
    with atlas.unit() as uow:
        mornings.plan_all_anew(uow, EVENING, [job])
    assert held(atlas) == [MORNING]


def test_for_the_morning_means_todays_if_it_is_to_come_or_came_just_now(atlas: Atlas) -> None:
    for number, minutes in enumerate((-30, 5, 20)):
        with atlas.unit() as uow:
            now = MORNING + timedelta(minutes=minutes)
            hold_for_morning(anywhere(uow, now, "sanne"), a_notice(number=number), person("tom"))
    assert held(atlas) == [MORNING, MORNING + timedelta(minutes=5), MORNING + timedelta(days=1)]


def test_who_had_turned_all_off_before_sponsors_could_has_all_of_it_again() -> None:
    off = ["bundle", "ladder", "meeting_reminder", "notes_wanted"]
    before = Preferences(team=TEAM, user="U1", off=off)
    assert with_profile(before, Profile.standard).off == []
    assert before.wants(Rule.sponsor)
