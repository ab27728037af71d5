"""What a clock wrote that ran ahead, once it is set back."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from bot.core.events import CLOCK, Event
from bot.core.jobs import Job, JobResult, State
from storage.clock_back import set_right
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, job

MINUTE, YEAR = timedelta(minutes=1), timedelta(days=365)
HOLD = timedelta(minutes=6)
THEN = NOON + YEAR
"""By the wrong clock."""


def repair(storage: Storage, recurring: tuple[str, ...] = ("digest",)) -> list[str]:
    with storage.unit_of_work() as uow:
        return [job.key for job in set_right(uow.session.connection(), NOON, HOLD, recurring)]


def claimed(storage: Storage, after: timedelta) -> list[str]:
    return [each.key for each in storage.jobs.claim(NOON + after, NOON + after + MINUTE, 100)]


def add_then(storage: Storage, *jobs: Job) -> None:
    with Storage(storage.engine, now=lambda: THEN).unit_of_work() as uow:
        for each in jobs:
            uow.jobs.add(each)


def test_a_lease_and_a_rest_of_a_clock_that_was_ahead_last_a_minute(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for key in ("killed", "resting", "rests rightly"):
            uow.jobs.add(job(key))
    storage.jobs.claim(THEN, THEN + MINUTE, 1)
    [failed] = storage.jobs.claim(THEN, THEN + MINUTE, 1)
    storage.jobs.note([JobResult(failed, State.open, retry_at=THEN + 5 * MINUTE, error="slow down")])
    [failed] = storage.jobs.claim(NOON, NOON + MINUTE, 1)
    storage.jobs.note([JobResult(failed, State.open, retry_at=NOON + 5 * MINUTE, error="slow down")])
    repair(storage)
    assert claimed(storage, 0.9 * MINUTE) == []
    assert claimed(storage, MINUTE) == ["killed", "resting"]
    assert claimed(storage, 5 * MINUTE) == ["killed", "resting", "rests rightly"]


def test_what_was_due_at_once_is_due_now_and_what_was_planned_is_returned(storage: Storage) -> None:
    add_then(storage, job("at once", due_at=THEN), job("planned", due_at=THEN + MINUTE))
    with storage.unit_of_work() as uow:
        uow.jobs.add(job("calendar", due_at=NOON + MINUTE))
    assert claimed(storage, 0 * MINUTE) == []
    assert repair(storage) == ["planned"]
    assert repair(storage) == []
    assert claimed(storage, 0 * MINUTE) == ["at once"]


def test_what_was_dropped_before_its_time_is_taken_up_again(storage: Storage) -> None:
    soon = job("soon", due_at=NOON + MINUTE, expires_at=NOON + 2 * MINUTE)
    with storage.unit_of_work() as uow:
        for each in (soon, job("late", expires_at=NOON)):
            uow.jobs.add(each)
    late = storage.jobs.claim(THEN, THEN + MINUTE, 2)
    storage.jobs.note([JobResult(each, State.expired) for each in late])
    repair(storage)
    assert claimed(storage, MINUTE) == ["soon"]


@pytest.mark.parametrize("cleaned", [False, True])
def test_what_recurs_and_was_worked_before_its_time_can_be_planned_again(
    storage: Storage, cleaned: bool
) -> None:
    digest = Job(key="digest:1", kind="digest", lane="d", due_at=NOON + timedelta(days=2))
    with storage.unit_of_work() as uow:
        uow.jobs.add(digest)
        uow.claim_key("worked:digest:1", THEN)
        uow.claim_key("worked:digest:0", NOON - MINUTE)
        uow.claim_key("worked:event:1", THEN)
    [taken] = storage.jobs.claim(THEN, THEN + MINUTE, 1)
    storage.jobs.note([JobResult(taken)])
    if cleaned:
        with storage.engine.begin() as connection:
            connection.execute(text("DELETE FROM job"))
    assert repair(storage) == ([] if cleaned else ["digest:1"])
    with storage.unit_of_work() as uow:
        assert uow.jobs.add(digest) and uow.claim_key("worked:digest:1", NOON)
        assert not uow.claim_key("worked:digest:0", NOON) and not uow.claim_key("worked:event:1", NOON)


def test_what_happened_did_so_no_later_than_now(storage: Storage) -> None:
    project = a_project(storage)
    with storage.unit_of_work() as uow:
        for at in (NOON - MINUTE, THEN):
            event = Event(at=at, who=CLOCK, project_id=project.id, noun="digests", number=0, what="posted")
            uow.log.add(event)
        uow.claim_key("a click", THEN)
    repair(storage)
    with storage.unit_of_work() as uow:
        assert [each.at for each in uow.log.since(project.id, NOON - YEAR)] == [NOON - MINUTE, NOON]
