"""One transaction over all nouns: all or nothing, numbers without gaps, each thing once."""

from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta, timezone
from time import monotonic

import pytest
from sqlalchemy import text
from sqlalchemy.exc import StatementError

from bot.action_items.model import ActionItems
from bot.core.jobs import Busy
from bot.core.project import Project
from storage.core.engine import OVERFLOW, open_engine
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, a_project, item, job


def test_state_and_jobs_are_kept_together_or_not_at_all(storage: Storage) -> None:
    project = a_project(storage)
    with pytest.raises(ZeroDivisionError), storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, uow.next_number(project.id, "action_items")))
        uow.jobs.add(job("a"))
        raise ZeroDivisionError
    with storage.unit_of_work() as uow:
        assert uow.of(ActionItems).get(project.id, 1) is None
        assert uow.jobs.next_of("a") is None
        assert uow.next_number(project.id, "action_items") == 1


@pytest.mark.usefixtures("patient")
def test_numbers_have_no_gap_and_no_double_when_many_ask_at_once(storage: Storage) -> None:
    first, second = a_project(storage), a_project(storage, "C2")

    def caller(project: Project) -> int:
        with storage.unit_of_work() as uow:
            number = uow.next_number(project.id, "action_items")
            uow.of(ActionItems).add(item(project, number))
            return number

    with ThreadPoolExecutor(8) as pool:
        given = list(pool.map(caller, [first, second] * 40))
    assert sorted(given[::2]) == sorted(given[1::2]) == list(range(1, 41))
    with storage.unit_of_work() as uow:
        assert uow.next_number(first.id, "meetings") == 1


@pytest.mark.usefixtures("patient")
def test_of_the_same_click_at_once_only_one_counts(storage: Storage) -> None:
    def click(_: int) -> bool:
        with storage.unit_of_work() as uow:
            return uow.claim_key("click:1", NOON)

    with ThreadPoolExecutor(8) as pool:
        assert sorted(pool.map(click, range(16))) == [False] * 15 + [True]


@pytest.mark.usefixtures("patient")
def test_two_who_change_one_item_at_once_both_leave_their_change(storage: Storage) -> None:
    project = a_project(storage)
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, 1))

    def postpone(_: int) -> None:
        with storage.unit_of_work() as uow:
            found = uow.of(ActionItems).get(project.id, 1)
            assert found is not None
            found.times_postponed += 1
            uow.of(ActionItems).put(found)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(postpone, range(40)))
    with storage.unit_of_work() as uow:
        kept = uow.of(ActionItems).get(project.id, 1)
    assert kept is not None
    assert kept.times_postponed == 40


def test_who_only_looks_waits_for_nobody(storage: Storage) -> None:
    project = a_project(storage)
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, 1))

    def look() -> bool:
        with storage.reading() as uow:
            return uow.of(ActionItems).get(project.id, 1) is not None

    with ThreadPoolExecutor(1) as pool:
        with storage.unit_of_work() as uow:
            uow.of(ActionItems).get(project.id, 1)
            looked = pool.submit(look)
            wait([looked], 30)
            done = looked.done()
        assert looked.result()
    assert done


def test_a_database_without_a_free_connection_is_busy_before_slack_loses_patience(postgres_url: str) -> None:
    engine = open_engine(postgres_url, pool_size=1)
    storage = Storage(engine)
    with ExitStack() as taken:
        for _ in range(1 + OVERFLOW):
            taken.enter_context(engine.connect())
        began = monotonic()
        with pytest.raises(Busy), storage.unit_of_work() as uow:
            uow.projects.all()
        with pytest.raises(Busy):
            storage.jobs.claim(NOON, NOON, 1)
    assert monotonic() - began < 30, "as long as one of both would take by default"
    engine.dispose()


def test_a_commit_rings_for_what_is_due_and_a_rollback_does_not(sqlite_storage: Storage) -> None:
    rung: list[datetime] = []
    storage = Storage(sqlite_storage.engine, lambda: rung.append(NOON), lambda: NOON)
    with storage.unit_of_work() as uow:
        uow.jobs.add(job("tomorrow", due_at=NOON + timedelta(days=1)))
    assert rung == []
    with storage.unit_of_work() as uow:
        uow.jobs.add(job("later", due_at=NOON + timedelta(days=1)))
        uow.jobs.add(job("now"))
        assert rung == []
    with storage.unit_of_work() as uow:
        uow.jobs.add(job("now"))
    with pytest.raises(ZeroDivisionError), storage.unit_of_work() as uow:
        uow.jobs.add(job("never"))
        raise ZeroDivisionError
    assert rung == [NOON]


def test_an_instant_comes_back_as_the_same_instant_in_utc(storage: Storage) -> None:
    project = a_project(storage)
    raised = datetime(2026, 10, 25, 2, 30, 15, 123456, tzinfo=timezone(timedelta(hours=2)))
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).add(item(project, 1, raised_at=raised))
    with storage.unit_of_work() as uow:
        found = uow.of(ActionItems).get(project.id, 1)
    assert found is not None
    assert found.raised_at == raised
    assert found.raised_at.tzinfo is UTC


def test_a_naive_instant_is_refused_rather_than_guessed(storage: Storage) -> None:
    with pytest.raises(StatementError), storage.unit_of_work() as uow:
        uow.claim_key("key", NOON.replace(tzinfo=None))


def test_sqlite_is_opened_safe(sqlite_url: str) -> None:
    engine = open_engine(sqlite_url)
    with engine.connect() as connection:
        asked = ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        assert [connection.execute(text(f"PRAGMA {name}")).scalar() for name in asked] == ["wal", 2, 1, 1000]
    engine.dispose()
