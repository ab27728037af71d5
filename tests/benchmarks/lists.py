"""The list, Home and the morning bundle of one project among 200, against the same project alone."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import partial
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, insert, text

from bot.action_items.model import ActionItem, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.context import PersonContext, in_project
from bot.core.people import Person
from bot.core.project import Project
from bot.core.record_lists import Wanted
from bot.core.records import listed
from bot.reminders.daily_summary import bundle
from bot.texts import texts_in
from handlers.action_items.desk import DESK
from handlers.home.views import home
from handlers.records.lists import listing
from handlers.slack.request import See
from storage.core.engine import migrate, open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage
from tests.benchmarks.rows import Row
from tests.kit.databases import postgres_server, wired_storage

PROJECTS, ITEMS, TEAM_OF = 200, 500, 10
OURS = 100
"""The project that is looked at: one in the middle."""
ROUNDS = 200
BAR = 1.3
TEAM, NOW, TODAY = "T1", datetime(2026, 11, 23, 8, tzinfo=UTC), date(2026, 11, 23)
VERBS, THINGS = ("write", "test", "call", "check", "plan"), ("risk log", "budget", "contract", "café", "team")
LONG = "so that the steering group can decide about it in its next meeting"

Look = Callable[[Storage], object]


def bench_lists_sqlite() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        alone, among = (Path(folder, name) for name in ("alone.db", "among.db"))
        yield from _rows("sqlite", f"sqlite:///{alone}", f"sqlite:///{among}")


def bench_lists_postgresql() -> Iterator[Row]:
    with postgres_server() as server:
        yield from _rows("postgresql", server.create(), server.create())


def _rows(database: str, alone: str, among: str) -> Iterator[Row]:
    one, many = _filled(alone, [OURS]), _filled(among, range(1, PROJECTS + 1))
    try:
        for what, look in LOOKS.items():
            yield _compared(database, what, look, one, many)
    finally:
        one.engine.dispose()
        many.engine.dispose()


def _compared(database: str, what: str, look: Look, one: Storage, many: Storage) -> Row:
    """Medians of looks taken in turns, so that whatever else the machine does slows both."""
    times: dict[int, list[float]] = {0: [], 1: []}
    for turn in range(ROUNDS):
        for which in (0, 1) if turn % 2 else (1, 0):
            began = perf_counter()
            look((one, many)[which])
            times[which].append((perf_counter() - began) * 1000)
    alone, among = median(times[0]), median(times[1])
    title = f"{what}: 1 project of {PROJECTS} with {PROJECTS * ITEMS:,} items / alone"
    return Row(f"lists-{database}", title, round(among / alone, 2), BAR, f"{among:.2f} ms", f"{alone:.2f} ms")


def _list(wanted: Wanted, first: int, storage: Storage) -> object:
    with storage.unit_of_work() as uow:
        see = See(in_project(uow, NOW, _person(OURS, 0), OURS), texts_in(_person(OURS, 0).language))
        page = listed(see.ctx, ACTION_ITEM, wanted, first)
        assert page.records
        return listing(DESK, page, see, "/action")


def _home(storage: Storage) -> object:
    person = _person(OURS, 0)
    with storage.reading() as uow:
        return home(PersonContext(uow, NOW, person), texts_in(person.language))


def _bundle(storage: Storage) -> object:
    with storage.reading() as uow:
        due = bundle(PersonContext(uow, NOW, _person(OURS, 0)), TODAY)
        assert due
        return due


LOOKS: dict[str, Look] = {
    "list": partial(_list, Wanted(), 0),
    "list, page 10": partial(_list, Wanted(), 180),
    "list @who overdue": partial(_list, Wanted(values={"owner": ["U100.3"], "due": ["overdue"]}), 0),
    "list done": partial(_list, Wanted(values={"status": ["done"]}), 0),
    "list by owner": partial(_list, Wanted(values={"order": ["owner"]}), 0),
    "list risk log": partial(_list, Wanted(words=["risk", "log"]), 0),
    "Home": _home,
    "bundle": _bundle,
}


def _filled(url: str, projects: Iterator[int] | list[int] | range) -> Storage:
    """Items in the order in which time brings them: of all projects in turn."""
    engine, numbers = open_engine(url, sqlite_synchronous="NORMAL"), list(projects)
    migrate(engine)
    with engine.begin() as connection:
        _put(connection, "project", (_project(number).model_dump() for number in numbers))
        people = [_person(project, number) for project in numbers for number in range(TEAM_OF)]
        _put(connection, "person", (person.model_dump() for person in people))
        members = [(project, _user(project, number)) for project in numbers for number in range(TEAM_OF)]
        rows = ({"team": TEAM, "channel": f"C{project}", "user": user} for project, user in members)
        _put(connection, "member", rows)
        items = (_item(project, number) for number in range(1, ITEMS + 1) for project in numbers)
        _put(connection, "action_item", (item.model_dump() for item in items))
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
    return wired_storage(engine)


def _put(connection: Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, 1000)):
        connection.execute(insert(metadata.tables[table]), some)


def _project(number: int) -> Project:
    return Project(
        id=number, team=TEAM, channel=f"C{number}", name=f"Project {number}", manager=_user(number, 0)
    )


def _user(project: int, number: int) -> str:
    return f"U{project}.{number}"


def _person(project: int, number: int) -> Person:
    return Person(team=TEAM, user=_user(project, number), name=f"Person {number}", known_at=NOW)


def _item(project: int, number: int) -> ActionItem:
    """Three in five are open, some without an owner or a date, due from a month ago to three ahead."""
    status = (Status.open, Status.done, Status.open, Status.cancelled, Status.open)[number % 5]
    words = f"{VERBS[number % 5]} the {THINGS[number // 5 % 5]} of part {number} {LONG}"
    return ActionItem(
        project_id=project,
        number=number,
        text=words,
        owner=_user(project, number // 7 % TEAM_OF) if number % 11 else None,
        raised_by=_user(project, number // 3 % TEAM_OF),
        raised_at=NOW - timedelta(days=ITEMS - number),
        due=TODAY + timedelta(days=number * 37 % 120 - 30) if number % 13 else None,
        status=status,
        done_at=NOW - timedelta(hours=number) if status is Status.done else None,
        waits_for=number - 1 if number % 50 == 0 else None,
    )
