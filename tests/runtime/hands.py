"""A worker whose jobs do what a test says."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from threading import Lock
from typing import Any

from sqlalchemy import text

from bot.core.jobs import Job, JobResult
from bot.runtime.worker import Worker
from storage.unit_of_work import Storage

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
PATIENCE = 30


class Hands:
    """A handler that keeps what it was given, and does with it what `does` says for that key."""

    def __init__(self) -> None:
        self.now = NOON
        self.done: list[str] = []
        self.does: dict[str, Callable[[Job], JobResult]] = {}
        self._lock = Lock()

    def __call__(self, job: Job) -> JobResult:
        with self._lock:
            self.done.append(job.key)
        return self.does.get(job.key, JobResult)(job)

    def clock(self) -> datetime:
        return self.now


@contextmanager
def working(storage: Storage, hands: Hands, **options: Any) -> Iterator[Worker]:
    worker = Worker(storage.jobs, {"test": hands}, hands.clock, **options)
    yield worker
    worker.stop()


def add(storage: Storage, *keys: str, lane: str = "", **fields: Any) -> None:
    with storage.unit_of_work() as uow:
        for key in keys:
            fields.setdefault("due_at", NOON)
            uow.jobs.add(Job(key=key, kind=fields.get("kind", "test"), lane=lane or key, **_but_kind(fields)))


def _but_kind(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "kind"}


def stored(storage: Storage, key: str) -> Any:
    with storage.engine.connect() as connection:
        return connection.execute(text("SELECT * FROM job WHERE key = :key"), {"key": key}).one()


def failing(error: Exception) -> Callable[[Job], JobResult]:
    def fail(_job: Job) -> JobResult:
        raise error

    return fail
