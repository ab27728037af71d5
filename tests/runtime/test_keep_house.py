"""The hourly round: each project by itself."""

from datetime import UTC, datetime

import pytest
from structlog.testing import capture_logs

from bot.core.jobs import Busy
from bot.runtime.job_handlers import for_each_project, keep_house
from storage.unit_of_work import Storage
from tests.storage.examples import a_project

NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)


def test_what_is_missing_is_plannedfor_each_project(sqlite_storage: Storage) -> None:
    projects = [a_project(sqlite_storage, channel) for channel in ("C1", "C2")]
    keep_house(sqlite_storage, lambda: NOW)
    with sqlite_storage.reading() as uow:
        assert all(uow.jobs.next_of(f"digest:{project.id}:") for project in projects)


def test_a_fault_of_one_project_does_not_end_the_round(sqlite_storage: Storage) -> None:
    first, *others = [a_project(sqlite_storage, channel).id for channel in ("C1", "C2", "C3")]
    done: list[int] = []

    def work(project_id: int) -> None:
        if project_id == first:
            raise ValueError
        done.append(project_id)

    with capture_logs() as logs:
        for_each_project(sqlite_storage, work)
    assert done == others
    assert [(line["event"], line["project"]) for line in logs] == [("house.bug", first)]


def test_a_busy_database_ends_the_round_so_that_the_clock_comes_back(sqlite_storage: Storage) -> None:
    a_project(sqlite_storage)

    def work(_project_id: int) -> None:
        raise Busy

    with pytest.raises(Busy):
        for_each_project(sqlite_storage, work)
