"""10,000 jobs, three processes, one of them killed half-way: each reaches the outside world exactly once."""

import subprocess
import sys
from datetime import datetime, timedelta
from threading import Event
from time import monotonic, perf_counter, sleep, time

from sqlalchemy import Engine, insert, text

from bot.core.jobs import Job, JobResult
from bot.runtime.clock import Clock
from bot.runtime.worker import Worker
from storage.core.engine import open_engine
from storage.core.jobs import JOB
from storage.unit_of_work import Storage
from tests.benchmarks.jobs_sqlite import JOBS, NINE, reminders
from tests.benchmarks.rows import Row
from tests.kit.databases import postgres_server

PROCESSES = 3
SPEED = 20
"""Seconds on the workers' clock in one of ours, so that a dead one's leases run out soon."""
TIMEOUT = 120


def bench_jobs_postgresql() -> list[Row]:
    with postgres_server() as server:
        engine = open_engine(server.create())
        with engine.begin() as connection:
            # The outside world keeps what it is sent, twice if it is sent twice, as Slack does.
            connection.execute(text("CREATE TABLE world (mark integer)"))
            connection.execute(text("CREATE INDEX ON world (mark)"))
            connection.execute(insert(JOB), reminders())
        started = perf_counter()
        _work(engine)
        took = perf_counter() - started
        sent, different = _sent(engine)
        taken_over = _count(engine, "SELECT count(*) FROM job WHERE attempts > 1")
        engine.dispose()
    return [
        Row(
            "jobs-postgresql",
            "10,000 jobs, 3 processes, 1 killed half-way: lost or sent twice",
            (JOBS - different) + (sent - different),
            0,
            f"{different} of {JOBS}, {taken_over} taken over, {took:.1f} s",
        )
    ]


def _work(engine: Engine) -> None:
    url = engine.url.render_as_string(hide_password=False)
    workers = [subprocess.Popen([sys.executable, "-m", __name__, url, str(time())]) for _ in range(PROCESSES)]
    try:
        _wait_until(engine, "SELECT count(*) FROM world", JOBS // 2)
        workers[0].kill()
        _wait_until(engine, "SELECT count(*) FROM job WHERE state = 'done'", JOBS)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()


def _wait_until(engine: Engine, query: str, count: int) -> None:
    deadline = monotonic() + TIMEOUT
    while (found := _count(engine, query)) < count:
        assert monotonic() < deadline, f"{found} of {count} after {TIMEOUT} s"
        sleep(0.02)


def _count(engine: Engine, query: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(query)).scalar_one())


def _sent(engine: Engine) -> tuple[int, int]:
    query = "SELECT count({}mark) FROM world"
    return _count(engine, query.format("")), _count(engine, query.format("DISTINCT "))


def run_worker(url: str, began: float) -> None:
    """One of the processes, until it is killed."""
    engine = open_engine(url, pool_size=20)
    clock = Clock()

    def now() -> datetime:
        return NINE + timedelta(seconds=1 + (time() - began) * SPEED)

    def send(job: Job) -> JobResult:
        """As the sender does it: after an attempt that ended unclear, look before sending again."""
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as world:
            mark = {"mark": job.id}
            look = text("SELECT count(*) FROM world WHERE mark = :mark")
            if job.attempts == 1 or not world.execute(look, mark).scalar_one():
                world.execute(text("INSERT INTO world VALUES (:mark)"), mark)
        return JobResult(job, slack_ts=str(job.id))

    worker = Worker(Storage(engine).jobs, {"remind": send}, now, wake=clock.wake)
    clock.every(0.1, worker.work_due, "work")
    clock.start()
    Event().wait()


if __name__ == "__main__":
    run_worker(sys.argv[1], float(sys.argv[2]))
