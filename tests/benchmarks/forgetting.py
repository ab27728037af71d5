"""A project of 100,000 events is over and forgotten, all at once: how long anybody else waits to write."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event, Thread
from time import perf_counter, sleep

from sqlalchemy import insert

from bot.action_items.model import ActionItem, Status
from bot.core.events import Event as Logged
from bot.core.jobs import SentMessage, record_subject
from bot.core.project import Project
from storage.core.engine import migrate, open_engine
from storage.retention import forget
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row
from tests.kit.databases import wired_storage

ITEMS, EVENTS_EACH, MESSAGES_EACH = 10_000, 10, 3
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
LONG_AGO = NOW - timedelta(days=800)
BAR = 200
PAUSE = 0.005
"""Seconds between two writes of somebody else."""
ALONE = 5
"""Seconds in which they write before: how long a busy machine keeps them waiting anyway."""


def bench_forgetting() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        storage = _filled(f"sqlite:///{Path(folder, 'spil.db')}")
        with _somebody_else(storage) as alone:
            sleep(ALONE)
        with _somebody_else(storage) as waits:
            began = perf_counter()
            assert forget(storage, NOW) == ITEMS
            took = perf_counter() - began
        with storage.reading() as uow:
            assert not uow.log.of_item(1, "action_items", 1)
        storage.engine.dispose()
    longest, usual = (max(each) * 1000 for each in (waits, alone))
    what = f"ms that a writer waits at most while {ITEMS * EVENTS_EACH:,} events are forgotten"
    ours = f"{longest:.0f} ms of {took:.1f} s"
    yield Row("forgetting", what, round(longest), BAR, ours, f"{usual:.0f} ms alone")


@contextmanager
def _somebody_else(storage: Storage) -> Iterator[list[float]]:
    """Writes again and again; how long it took each time, in seconds."""
    waits, over = [], Event()

    def write() -> None:
        while not over.wait(PAUSE):
            began = perf_counter()
            with storage.unit_of_work() as uow:
                uow.claim_key(str(began), NOW)
            waits.append(perf_counter() - began)

    other = Thread(target=write)
    other.start()
    yield waits
    over.set()
    other.join()


def _filled(url: str) -> Storage:
    engine = open_engine(url)
    migrate(engine)
    project = Project(id=1, team="T1", channel="C1", name="Atlas", manager="U1")
    with engine.begin() as connection:
        for table, rows in {
            "project": [project],
            "action_item": map(_item, range(1, ITEMS + 1)),
            "event": (_event(number) for _ in range(EVENTS_EACH) for number in range(1, ITEMS + 1)),
            "posting": (
                _message(number, part) for part in range(MESSAGES_EACH) for number in range(1, ITEMS + 1)
            ),
        }.items():
            values = [row.model_dump(exclude={"id"} if table == "event" else set()) for row in rows]
            connection.execute(insert(metadata.tables[table]), values)
    return wired_storage(engine)


def _item(number: int) -> ActionItem:
    given = {"text": f"write part {number} of the plan", "status": Status.done, "raised_by": "U1"}
    return ActionItem.model_validate({**given, "project_id": 1, "number": number, "raised_at": LONG_AGO})


def _event(number: int) -> Logged:
    item = _item(number).model_dump(mode="json")
    about = {"project_id": 1, "noun": "action_items", "number": number, "batch": f"1:{number // 3}"}
    given = {**about, "at": LONG_AGO, "who": "U1", "what": "edited", "before": item, "after": item}
    return Logged.model_validate(given)


def _message(number: int, part: int) -> SentMessage:
    subject = record_subject("action_items", 1, number)
    given = {"team": "T1", "channel": "C1", "ts": f"{number}.{part}", "fingerprint": "0" * 32}
    return SentMessage.model_validate(
        {**given, "key": f"{subject}:{part}", "subject": subject, "shown_at": LONG_AGO}
    )
