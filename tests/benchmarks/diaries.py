"""When 50 people are busy in four weeks, asked of the calendars that they linked."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import process_time

from bot.availability.links import diaries
from bot.availability.model import CalendarLink, CalendarLinks
from bot.availability.reading import Reading
from storage.core.engine import migrate, open_engine
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row
from tests.kit.clock import MONDAY

PEOPLE, A_WEEK, WEEKS = 50, 15, 8
"""60 busy times in four weeks, each."""
TIMES = 20


def bench_diaries() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder) / 'spil.db'}")
        migrate(engine)
        storage = Storage(engine)
        link_all(storage)
        users, took = [f"U{at}" for at in range(PEOPLE)], []
        for _ in range(TIMES):
            began = process_time()
            with storage.reading() as uow:
                found = diaries(uow, "T1", users, MONDAY, MONDAY + timedelta(weeks=4))
            took.append((process_time() - began) * 1000)
        assert all(len(diary.busy) == 4 * A_WEEK for diary in found.values())
        engine.dispose()
    title = f"{PEOPLE} people, 4 weeks of {WEEKS}, {4 * A_WEEK} busy times each: one question, in CPU time"
    yield Row("diaries", title, median(took), 20, f"{median(took):.1f} ms")


def link_all(storage: Storage) -> None:
    busy = [
        (int(begins.timestamp()), int(begins.timestamp()) + 3600)
        for week in range(WEEKS)
        for at in range(A_WEEK)
        for begins in [MONDAY + timedelta(weeks=week, hours=8 * at)]
    ]
    with storage.unit_of_work() as uow:
        for at in range(PEOPLE):
            link = CalendarLink(team="T1", user=f"U{at}", address="https://example.org", linked_at=MONDAY)
            uow.of(CalendarLinks).add(link.after(Reading(busy), MONDAY))
