"""Jobs in lanes on PostgreSQL: how a backlog grows what it takes, and what more processes take off it."""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import timedelta
from statistics import median
from time import monotonic, perf_counter, sleep

from sqlalchemy import Engine, insert, text

from bot.core.jobs import Job, JobResult
from bot.runtime.clock import Clock
from bot.runtime.worker import Worker
from storage.core.engine import open_engine
from storage.core.jobs import JOB
from storage.unit_of_work import Storage
from tests.benchmarks.jobs_sqlite import JOBS, NINE, reminders
from tests.benchmarks.rows import Row, ratio
from tests.kit.databases import PostgresServer, postgres_server

LANES = 100
PROCESSES = 3
SECONDS_EACH = 0.005
TURNS = 3
TIMEOUT = 120


def bench_jobs_backlog() -> list[Row]:
    """Three times the jobs in as many lanes."""
    with postgres_server() as server:
        turns = [(work(server, 3 * JOBS, LANES), work(server, JOBS, LANES)) for _ in range(TURNS)]
    large, small = (median(times) for times in zip(*turns, strict=True))
    return [ratio("jobs-backlog", "30,000 jobs in 100 lanes / 10,000 in 100", large, small, 3.3)]


def bench_jobs_processes() -> list[Row]:
    with postgres_server() as server:
        turns = [(_share(server, PROCESSES), _share(server, 1)) for _ in range(TURNS)]
    three, one = (median(times) for times in zip(*turns, strict=True))
    return [ratio("jobs-processes", "100 lanes of 100, 5 ms a job: 3 processes / 1", three, one, 0.6)]


def in_lanes(jobs: int, lanes: int) -> list[dict[str, object]]:
    """All due at the same moment, the lanes' jobs in turn."""
    return [{**row, "lane": f"T1:D{number % lanes}"} for number, row in enumerate(reminders(jobs))]


def work(server: PostgresServer, jobs: int, lanes: int) -> float:
    """Seconds until one worker has done all and noted it."""
    done: list[tuple[str, int]] = []

    def answer(job: Job) -> JobResult:
        done.append((job.lane, job.id))
        return JobResult(job)

    with _filled(server, jobs, lanes) as engine:
        worker = Worker(Storage(engine).jobs, {"remind": answer}, lambda: NINE + timedelta(seconds=1))
        started = perf_counter()
        worker.work_until_idle()
        took = perf_counter() - started
        worker.stop()
        assert _count(engine, "SELECT count(*) FROM job WHERE state = 'done' AND attempts = 1") == jobs
    check_order(done, jobs)
    return took


def check_order(done: Sequence[tuple[str, int]], jobs: int, *, in_lanes: bool = True) -> None:
    """Each once, and those of a lane one after another."""
    by_lane: dict[str, list[int]] = defaultdict(list)
    for lane, number in done:
        by_lane[lane].append(number)
    assert len({number for _, number in done}) == len(done) == jobs, f"{len(done)} runs of {jobs} jobs"
    assert not in_lanes or all(numbers == sorted(numbers) for numbers in by_lane.values()), "out of order"


@contextmanager
def _filled(server: PostgresServer, jobs: int, lanes: int) -> Iterator[Engine]:
    url = server.create()
    engine = open_engine(url)
    with engine.begin() as connection:
        connection.execute(insert(JOB), in_lanes(jobs, lanes))
    yield engine
    engine.dispose()
    server.drop(url)


def _share(server: PostgresServer, processes: int) -> float:
    """Seconds from when all processes are ready until the last job is noted."""
    with _filled(server, JOBS, LANES) as engine:
        url = engine.url.render_as_string(hide_password=False)
        command = [sys.executable, "-m", __name__, url]
        workers = [
            subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) for _ in range(processes)
        ]
        try:
            return _time(engine, workers)
        finally:
            for worker in workers:
                worker.kill()
                worker.wait()


def _time(engine: Engine, workers: Sequence["subprocess.Popen[bytes]"]) -> float:
    for worker in workers:
        assert worker.stdout is not None
        worker.stdout.readline()
    started = perf_counter()
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write(b"go\n")
        worker.stdin.flush()
    deadline = monotonic() + TIMEOUT
    while left := _count(engine, "SELECT count(*) FROM job WHERE state = 'open'"):
        assert monotonic() < deadline, f"{left} of {JOBS} left after {TIMEOUT} s"
        sleep(0.02)
    took = perf_counter() - started
    again = _count(engine, "SELECT count(*) FROM job WHERE attempts <> 1")
    assert not again, f"{again} jobs begun more than once"
    return took


def _count(engine: Engine, query: str) -> int:
    with engine.connect() as connection:
        return int(connection.execute(text(query)).scalar_one())


def run_worker(url: str) -> None:
    """One of the processes, until it is killed; begins when it is told to."""

    def answer(job: Job) -> JobResult:
        sleep(SECONDS_EACH)
        return JobResult(job)

    clock = Clock()
    now = NINE + timedelta(seconds=1)
    worker = Worker(Storage(open_engine(url)).jobs, {"remind": answer}, lambda: now, wake=clock.wake)
    clock.every(0.1, worker.work_due, "work")
    print("ready", flush=True)
    sys.stdin.readline()
    clock.start()
    sys.stdin.readline()


if __name__ == "__main__":
    run_worker(sys.argv[1])
