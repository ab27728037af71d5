"""10,000 reminders due in the same second: our job table against APScheduler's own job store."""

from datetime import UTC, datetime, timedelta
from statistics import median
from tempfile import TemporaryDirectory
from threading import Event
from time import perf_counter

from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from sqlalchemy import create_engine, event, insert

from bot.core.jobs import Job, JobResult
from bot.runtime.worker import Worker
from storage.core.engine import migrate, open_engine
from storage.core.jobs import JOB
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row, ratio

JOBS = 10_000
NINE = datetime(2026, 11, 30, 9, tzinfo=UTC)
TIMEOUT = 120

fired: list[int] = []
"""What APScheduler called; it stores a function by name, so this cannot be a local."""
all_fired = Event()


def fire(number: int) -> None:
    fired.append(number)
    if len(fired) == JOBS:
        all_fired.set()


def bench_jobs_sqlite() -> list[Row]:
    """Each measured three times in turn, the median counts; by URL once, since it takes so long."""
    runs = [_run_all() for _ in range(3)]
    full, normal, wal = (median(times) for times in zip(*runs, strict=True))
    with TemporaryDirectory() as folder:
        # By URL it has SQLite's own defaults: a rollback journal, FULL.
        by_url = _apscheduler(folder, "DELETE", "FULL")
    return [
        ratio("jobs-sqlite-url", "10,000 due at once, FULL / APScheduler by URL", full, by_url, 0.15),
        ratio("jobs-sqlite-wal", "the same, FULL / APScheduler on WAL + NORMAL", full, wal, 0.7),
        ratio("jobs-sqlite-wal-normal", "the same, both on WAL + NORMAL", normal, wal, 0.7),
    ]


def _run_all() -> tuple[float, float, float]:
    with TemporaryDirectory() as folder:
        return _ours(folder, "FULL"), _ours(folder, "NORMAL"), _apscheduler(folder, "WAL", "NORMAL")


def reminders(jobs: int = JOBS) -> list[dict[str, object]]:
    """Each in a lane of its own."""
    return [
        Job(
            key=f"remind:{number}",
            kind="remind",
            lane=f"T1:D{number}",
            payload={
                "kind": "action_items.reminder",
                "team": "T1",
                "to": f"U{number}",
                "about": {"number": 1},
            },
            due_at=NINE,
        ).model_dump(exclude={"id"})
        for number in range(jobs)
    ]


def _ours(folder: str, synchronous: str) -> float:
    engine = open_engine(f"sqlite:///{folder}/{synchronous}.db", sqlite_synchronous=synchronous)
    migrate(engine)
    with engine.begin() as connection:
        connection.execute(insert(JOB), reminders())
    done: list[int] = []

    def answer(job: Job) -> JobResult:
        done.append(job.id)
        return JobResult(job)

    worker = Worker(Storage(engine).jobs, {"remind": answer}, lambda: NINE + timedelta(seconds=1))
    started = perf_counter()
    worker.work_until_idle()
    took = perf_counter() - started
    worker.stop()
    engine.dispose()
    assert sorted(done) == list(range(1, JOBS + 1)), f"{len(done)} handed over"
    return took


def _apscheduler(folder: str, journal_mode: str, synchronous: str) -> float:
    level = "OFF"  # while it is filled: writing them is not what is measured
    engine = create_engine(f"sqlite:///{folder}/apscheduler.db")
    event.listen(engine, "connect", lambda raw, _: raw.execute(f"PRAGMA journal_mode={journal_mode}"))
    event.listen(engine, "checkout", lambda raw, *_: raw.execute(f"PRAGMA synchronous={level}"))
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(engine=engine)},
        job_defaults={"misfire_grace_time": None},
        timezone="UTC",
    )
    fired.clear()
    all_fired.clear()
    scheduler.start(paused=True)
    for number in range(JOBS):
        scheduler.add_job(fire, "date", run_date=NINE - timedelta(days=365), args=[number], id=f"{number}")
    level = synchronous
    started = perf_counter()
    scheduler.resume()
    assert all_fired.wait(TIMEOUT), f"APScheduler fired {len(fired)}"
    took = perf_counter() - started
    scheduler.shutdown()
    engine.dispose()
    return took
