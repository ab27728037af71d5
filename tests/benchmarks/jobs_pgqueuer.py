"""10,000 jobs due in the same second on PostgreSQL: our job table against pgqueuer at its defaults."""

import asyncio
from importlib.util import find_spec
from statistics import median
from time import perf_counter

from sqlalchemy.engine import make_url

from tests.benchmarks.jobs_lanes import check_order, work
from tests.benchmarks.rows import Row, ratio
from tests.kit.databases import PostgresServer, postgres_server

JOBS = 10_000
TURNS = 3
TIMEOUT = 120


class NotInstalled(Exception):
    """There is nothing to measure against; says how to get it."""


def bench_jobs_pgqueuer() -> list[Row]:
    """Each measured several times in turn, the median counts. Raises NotInstalled."""
    if find_spec("pgqueuer") is None:
        raise NotInstalled("pgqueuer is not installed, so nothing was measured: pip install -e .[dev]")
    with postgres_server() as server:
        return [
            _beside(server, JOBS, "10,000 due at once, each in a lane of its own / pgqueuer"),
            _beside(server, 100, "100 lanes of 100 / pgqueuer, whose entrypoints keep them in order"),
        ]


def _beside(server: PostgresServer, lanes: int, what: str) -> Row:
    turns = [(work(server, JOBS, lanes), _pgqueuer(server, lanes)) for _ in range(TURNS)]
    ours, theirs = (median(times) for times in zip(*turns, strict=True))
    return ratio(f"jobs-pgqueuer-{lanes}-lanes", what, ours, theirs, 0.7)


def _pgqueuer(server: PostgresServer, lanes: int) -> float:
    """Seconds until the last of the jobs ran: what pgqueuer has still to write then is not counted."""
    url = server.create()
    try:
        return asyncio.run(asyncio.wait_for(_run_pgqueuer(url, lanes), TIMEOUT))
    finally:
        server.drop(url)


async def _run_pgqueuer(url: str, lanes: int) -> float:
    from pgqueuer import PgQueuer
    from pgqueuer.db import PsycopgDriver
    from pgqueuer.models import Job
    from pgqueuer.types import QueueExecutionMode
    from psycopg import AsyncConnection

    # Without lanes that must be kept in order one entrypoint does, and it is pgqueuer's quickest.
    ordered = lanes < JOBS
    names = [f"lane {number}" for number in range(lanes if ordered else 1)]
    marks: list[tuple[str, int]] = []
    ended: list[float] = []

    async def run(job: Job) -> None:
        marks.append((job.entrypoint, int(job.payload or b"0")))
        if len(marks) == JOBS:
            ended.append(perf_counter())

    dsn = make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)
    async with await AsyncConnection.connect(dsn, autocommit=True) as connection:
        queuer = PgQueuer(PsycopgDriver(connection))
        await queuer.qm.queries.install()
        for name in names:
            queuer.entrypoint(name, concurrency_limit=int(ordered))(run)
        entrypoints = [names[number % len(names)] for number in range(JOBS)]
        payloads: list[bytes | None] = [b"%d" % number for number in range(JOBS)]
        await queuer.qm.queries.enqueue(entrypoints, payloads, [0] * JOBS)
        started = perf_counter()
        await queuer.run(mode=QueueExecutionMode.drain)
    check_order(marks, JOBS, in_lanes=ordered)
    return ended[0] - started
