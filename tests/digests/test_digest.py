"""The weekly digest, with rows to look at: when it is made, what it tells, and when it is silent."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.action_items import change as action_items
from bot.core.context import by_clock, in_project
from bot.core.errors import NotAllowed
from bot.core.jobs import Job, State
from bot.digests import digest as digests
from bot.digests.model import Section
from bot.projects import set_up
from storage.tables import EventRow, JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import OUTSIDERS, Atlas, open_atlas, person, user
from tests.kit.clock import MONDAY
from tests.kit.rows import rows

HOUR, DAY, WEEK = timedelta(hours=1), timedelta(days=1), timedelta(weeks=1)
NEXT_MONDAY = MONDAY + WEEK


@pytest.fixture
def atlas(sqlite_storage: Storage) -> Atlas:
    """With its first digest planned for Monday 30 November, 9:00 in Amsterdam."""
    opened = open_atlas(sqlite_storage)
    with opened.unit() as uow:
        digests.schedule(by_clock(uow, MONDAY, opened.project))
    return opened


def raised(atlas: Atlas, text: str, at: datetime = MONDAY, due: date | None = None) -> int:
    with atlas.unit() as uow:
        item = action_items.create(atlas.ctx(uow, at, "sanne"), text=text, owner=user("tom"), due=due)
    return item.number


def planned(atlas: Atlas) -> list[datetime]:
    return [
        job.due_at
        for job in rows(atlas.storage, JobRow)
        if job.kind == digests.KIND and job.state == State.open
    ]


def work(atlas: Atlas, at: datetime) -> bool:
    """Do the planned digest as the worker does; whether it was posted."""
    before = len(posts(atlas))
    with atlas.unit() as uow:
        job = uow.jobs.next_of(f"{digests.KIND}:")
        assert job is not None
        if uow.claim_key(f"worked:{job.key}", at):
            digests.run(uow, at, job)
        uow.jobs.withdraw(job.key)
    return len(posts(atlas)) > before


def posts(atlas: Atlas) -> list[Job]:
    jobs = [job for job in rows(atlas.storage, JobRow) if job.kind == "post"]
    return [job for job in jobs if job.payload["kind"].startswith("digests.")]


def change_project(atlas: Atlas, at: datetime, **changes: object) -> None:
    with atlas.unit() as uow:
        project = uow.projects.get(atlas.project.id)
        assert project is not None
        settings = project.settings.model_copy(update=changes)
        ctx = atlas.ctx(uow, at, "sanne")
        set_up.change(ctx, settings, set_up.version(ctx))


def test_a_posted_digest_is_a_headline_and_its_thread_and_the_next_one_is_planned(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    assert planned(atlas) == [NEXT_MONDAY]
    assert work(atlas, NEXT_MONDAY)
    headline, detail = posts(atlas)
    assert headline.payload["to"] == "C1" and "thread_of" not in headline.payload
    assert detail.payload["thread_of"].startswith("digests.headline(")
    assert headline.payload["about"] == detail.payload["about"]
    assert headline.expires_at == NEXT_MONDAY + DAY
    assert planned(atlas) == [NEXT_MONDAY + WEEK]


def test_it_is_silent_when_nothing_happened_and_says_so_in_the_log_only(atlas: Atlas) -> None:
    assert not work(atlas, NEXT_MONDAY)
    raised(atlas, "write the plan", NEXT_MONDAY + timedelta(days=2))
    assert work(atlas, NEXT_MONDAY + WEEK)
    assert not work(atlas, NEXT_MONDAY + 2 * WEEK)
    made = [row.what for row in rows(atlas.storage, EventRow) if row.noun == "digests"]
    assert made == ["silent", "posted", "silent"]


def test_what_is_overdue_or_due_this_week_breaks_the_silence(atlas: Atlas) -> None:
    raised(atlas, "write the plan", due=date(2026, 12, 11))
    assert work(atlas, NEXT_MONDAY)
    assert work(atlas, NEXT_MONDAY + WEEK)
    assert work(atlas, NEXT_MONDAY + 2 * WEEK)


def test_at_nine_on_the_wall_through_both_clock_changes(atlas: Atlas) -> None:
    for change in (date(2027, 3, 22), date(2027, 10, 25)):
        at = datetime(change.year, change.month, change.day, tzinfo=UTC)
        for _ in range(2):
            with atlas.unit() as uow:
                digests.schedule(by_clock(uow, at, atlas.project))
            [at] = planned(atlas)
            local = at.astimezone(atlas_zone(atlas))
            assert (local.weekday(), local.time()) == (0, time(9))


def atlas_zone(atlas: Atlas) -> ZoneInfo:
    return ZoneInfo(atlas.project.zone)


def test_down_over_the_moment_it_comes_once_on_return_within_a_day(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    assert work(atlas, NEXT_MONDAY + timedelta(hours=23))
    assert planned(atlas) == [NEXT_MONDAY + WEEK]


def test_later_than_a_day_it_is_left_out_and_the_next_one_tells_of_both_weeks(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    assert not work(atlas, NEXT_MONDAY + timedelta(hours=25))
    assert planned(atlas) == [NEXT_MONDAY + WEEK]
    with atlas.unit() as uow:
        digest = digests.up_to(atlas.ctx(uow, NEXT_MONDAY + WEEK - DAY, "tom"))
    assert [item.text for item in digest.items[Section.new]] == ["write the plan"]


def test_worked_twice_it_is_posted_once(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    with atlas.unit() as uow:
        job = uow.jobs.next_of(f"{digests.KIND}:")
        assert job is not None
        digests.run(uow, NEXT_MONDAY, job)
        digests.run(uow, NEXT_MONDAY, job)
    assert len(posts(atlas)) == 2
    assert planned(atlas) == [NEXT_MONDAY, NEXT_MONDAY + WEEK]


@pytest.mark.parametrize(
    ("changes", "then"),
    [
        ({"digest_time": time(10)}, MONDAY + HOUR),
        ({"digest_day": 2}, datetime(2026, 11, 25, 8, tzinfo=UTC)),
        ({"zone": "Asia/Kolkata"}, datetime(2026, 11, 30, 3, 30, tzinfo=UTC)),
        ({"name": "Atlas 2"}, NEXT_MONDAY),
    ],
)
def test_another_moment_or_zone_plans_it_anew(
    atlas: Atlas, changes: dict[str, object], then: datetime
) -> None:
    change_project(atlas, MONDAY, **changes)
    assert planned(atlas) == [then]


def test_switched_off_there_is_none_and_on_again_there_is_one(atlas: Atlas) -> None:
    change_project(atlas, MONDAY, digest_day=None)
    assert planned(atlas) == []
    change_project(atlas, MONDAY, digest_day=4)
    assert planned(atlas) == [datetime(2026, 11, 27, 8, tzinfo=UTC)]


def test_put_off_by_an_hour_after_it_was_posted_it_does_not_come_twice_that_day(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    assert work(atlas, NEXT_MONDAY)
    change_project(atlas, NEXT_MONDAY + timedelta(minutes=1), digest_time=time(10))
    assert planned(atlas) == [NEXT_MONDAY + WEEK + HOUR]


def test_a_digest_in_hand_while_its_moment_changes_leaves_it_to_the_new_moment(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    with atlas.unit() as uow:
        in_hand = uow.jobs.next_of(f"{digests.KIND}:")
    assert in_hand is not None
    change_project(atlas, NEXT_MONDAY, digest_time=time(10))
    with atlas.unit() as uow:
        digests.run(uow, NEXT_MONDAY, in_hand)
    assert posts(atlas) == []
    assert planned(atlas) == [NEXT_MONDAY + HOUR]


def test_a_project_without_a_planned_digest_gets_one(atlas: Atlas) -> None:
    with atlas.unit() as uow:
        uow.jobs.withdraw(f"{digests.KIND}:")
        digests.ensure_all(uow, MONDAY)
        digests.ensure_all(uow, MONDAY)
    assert planned(atlas) == [NEXT_MONDAY]


def test_posted_by_two_who_saw_the_same_it_stands_once(atlas: Atlas) -> None:
    raised(atlas, "write the plan")
    for name in ("tom", "tom", "priya"):
        with atlas.unit() as uow:
            digests.post_now(atlas.ctx(uow, MONDAY, name), MONDAY - WEEK, MONDAY)
    assert len(posts(atlas)) == 2


@pytest.mark.parametrize("name", OUTSIDERS)
def test_who_may_not_see_the_project_posts_nothing(atlas: Atlas, name: str) -> None:
    who = person(name, **OUTSIDERS[name])
    with atlas.unit() as uow, pytest.raises(NotAllowed):
        digests.post_now(in_project(uow, MONDAY, who, atlas.project.id), MONDAY - WEEK, MONDAY)
    assert posts(atlas) == []
