"""An item that is there already is found among 10,000 open ones while who typed it waits."""

from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from sqlalchemy import insert

from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.typed import look, twin
from bot.core.context import by_clock
from bot.core.project import Project
from storage.core.engine import migrate, open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row
from tests.kit.databases import wired_storage

OPEN, ROUNDS, BAR = 10_000, 20, 200.0
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
VERBS = "write update test call check plan order review send approve".split()
THINGS = "risk log|budget|contract|progress report|room|invoice|test plan|server|minutes|demo".split("|")
WHOM = "supplier|customer|steering group|sponsor|team|auditor|user group|builder|bank|council".split("|")


def bench_duplicates() -> list[Row]:
    with TemporaryDirectory() as folder:
        engine = open_engine(f"sqlite:///{Path(folder, 'open.db')}")
        migrate(engine)
        storage = wired_storage(engine)
        project = _filled(storage)
        known = KnownTexts()
        times = [_took(storage, project, known, number) for number in range(ROUNDS)]
        engine.dispose()
    title = f"looking for one that says the same among {OPEN:,} open items"
    took = round(median(times), 1)
    return [Row("duplicates", title, took, BAR, f"{took} ms")]


def _took(storage: Storage, project: Project, known: KnownTexts, number: int) -> float:
    began = perf_counter()
    text = f"please plan a test plan for the sponsor of part {number % 10}"
    with storage.reading() as uow:
        looked = look(by_clock(uow, NOW, project), known, text)
    with storage.unit_of_work() as uow:
        found = twin(by_clock(uow, NOW, project), looked)
    assert found is not None and found.text.endswith(f"sponsor of part {number % 10}")
    return (perf_counter() - began) * 1000


def _filled(storage: Storage) -> Project:
    with storage.unit_of_work() as uow:
        given = {"team": "T1", "channel": "C1", "name": "Atlas", "manager": "U1"}
        project = uow.projects.add(Project.model_validate(given))
        texts = (f"{verb} the {thing} for the {whom}" for verb, thing, whom in product(VERBS, THINGS, WHOM))
        parts = (f"{text} of part {part}" for text, part in product(texts, range(OPEN // 1000)))
        items = [
            ActionItem(project_id=project.id, number=number, text=text, raised_by="U1", raised_at=NOW)
            for number, text in enumerate(parts, start=1)
        ]
        values = [item.model_dump() for item in items]
        uow.session.connection().execute(insert(metadata.tables["action_item"]), values)
    return project
