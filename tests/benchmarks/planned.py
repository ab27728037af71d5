"""What a busy manager asks for most: the time and the SQL statements of one answer, at 100 projects of 1,000
items. One has 150 overdue, the others a dozen; many of each are away, and have meetings."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time
from typing import Any

from sqlalchemy import Connection, event, insert, text

from bot.action_items.model import ActionItem, Status
from bot.core.context import by_clock
from bot.core.events import CLOCK, Event
from bot.core.jobs import SentMessage
from bot.core.people import Person
from bot.core.project import Project
from bot.digests import digest
from bot.escalations import notifications as escalations
from bot.meetings import schedule
from bot.meetings.model import Meeting, Meetings
from bot.nouns import NOUNS
from bot.people.preferences import Absence, Preferences, Rule
from bot.runtime.wiring import SUBSCRIBERS, open_registry
from bot.texts import texts_in
from handlers.action_items import files
from handlers.slack.request import Command, Fields, Submission
from storage.core.engine import migrate, open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage, UnitOfWork
from tests.benchmarks.rows import Row

PROJECTS, ITEMS, TEAM_OF, MANAGERS = 100, 1000, 10, 10
OURS, MANAGER = 51, "UM0"
"""The project with many overdue, and who manages ten others and is in all."""
ROUNDS, MILLISECONDS, STATEMENTS = 9, 100, 40
PASTED, MONTHS = 2000, ("January", "February", "March", "April", "May", "June")
TEAM, NOW, TODAY = "T1", datetime(2026, 11, 23, 8, 30, tzinfo=UTC), date(2026, 11, 23)
WEEK, DAY = timedelta(days=7), timedelta(days=1)
VERBS, THINGS = ("write", "test", "call", "check", "plan"), ("risk log", "budget", "contract", "café", "team")

Look = Callable[[UnitOfWork], object]


def bench_planned() -> Iterator[Row]:
    with TemporaryDirectory() as folder:
        storage = _filled(f"sqlite:///{Path(folder, 'planned.db')}")
        try:
            for what, look in LOOKS.items():
                yield from _measured(storage, what, look)
        finally:
            storage.engine.dispose()


def _measured(storage: Storage, what: str, look: Look) -> Iterator[Row]:
    statements: list[str] = []

    def heard(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(storage.engine, "before_cursor_execute", heard)
    at_work, by_clock = [], []
    for _ in range(ROUNDS):
        statements.clear()
        began, working = perf_counter(), process_time()
        with storage.unit_of_work() as uow:
            look(uow)
            at_work.append((process_time() - working) * 1000)
            by_clock.append((perf_counter() - began) * 1000)
            uow.session.rollback()
    event.remove(storage.engine, "before_cursor_execute", heard)
    # Of this process, SQLite's part in it: whatever else the machine does slows the clock alone.
    wall = f"{median(by_clock):.0f} ms by the clock"
    yield Row("planned", f"{what}, ms of CPU", round(median(at_work)), MILLISECONDS, wall)
    yield Row("planned", f"{what}, SQL statements", len(statements), STATEMENTS)


def _planned(uow: UnitOfWork) -> object:
    return _typed(uow, "planned", "")


def _digest(uow: UnitOfWork) -> object:
    return _typed(uow, "digest", "")


def _pasted(uow: UnitOfWork) -> object:
    about = {"project": OURS, "channel": f"C{OURS}", "command": "/action lines"}
    rows = {"rows": {"value": {"value": "\n".join(map(_row, range(PASTED)))}}}
    request = Submission(
        uow=uow,
        now=NOW,
        who=_manager(0),
        channel=f"C{OURS}",
        texts=texts_in(_manager(0).language),
        about=about,
        fields=Fields(rows),
    )
    return files.filled_in(request)


def _waiting(uow: UnitOfWork) -> object:
    return _typed(uow, "action", "lines")


LOOKS: dict[str, Look] = {
    f"/spil planned of a manager of {PROJECTS // MANAGERS} projects": _planned,
    "/digest with 150 overdue": _digest,
    f"{PASTED:,} pasted rows": _pasted,
}


def _typed(uow: UnitOfWork, word: str, rest: str) -> object:
    registry = open_registry()
    return registry.commands[word](
        Command(
            uow=uow,
            now=NOW,
            who=_manager(0),
            channel=f"C{OURS}",
            texts=texts_in(_manager(0).language),
            word=word,
            typed=f"/spil {word}",
            text=rest,
        )
    )


def _row(number: int) -> str:
    """One in ten with one of sixty names that nobody has, one in ten without a date."""
    owner = f"Person {OURS} {number % TEAM_OF}" if number % 10 else f"Nobody Known{number // 10 % 60}"
    due = f"{1 + number % 28} {MONTHS[number // 28 % 6]} 2027" if number % 9 else ""
    return f"{VERBS[number % 5]} the {THINGS[number // 5 % 5]} of part {number} again\t{owner}\t{due}"


def _filled(url: str) -> Storage:
    engine, numbers = open_engine(url, sqlite_synchronous="NORMAL"), range(1, PROJECTS + 1)
    migrate(engine)
    projects = [_project(number) for number in numbers]
    with engine.begin() as connection:
        _put(connection, "project", (project.model_dump() for project in projects))
        _put(connection, "person", (person.model_dump() for person in _people(numbers)))
        _put(connection, "member", _members(numbers))
        items = [_item(project, number) for number in range(1, ITEMS + 1) for project in numbers]
        _put(connection, "action_item", (item.model_dump() for item in items))
        _put(connection, "event", (each.model_dump(exclude={"id"}) for each in _events(items)))
        _put(connection, "absence", (each.model_dump(exclude={"id"}) for each in _absences(numbers)))
        _put(connection, "preferences", (each.model_dump() for each in _preferences(numbers)))
        _put(connection, "posting", (each.model_dump() for each in _proposals()))
    storage = Storage(engine, subscribers=SUBSCRIBERS, nouns=NOUNS)
    with storage.unit_of_work() as uow:
        digest.ensure_all(uow, NOW - DAY)
        for project in projects:
            for meeting in _meetings(project):
                uow.of(Meetings).add(meeting)
                schedule.schedule(by_clock(uow, NOW, project), meeting)
    with engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))
    return storage


def _put(connection: Connection, table: str, rows: Iterator[dict[str, Any]]) -> None:
    while some := list(islice(rows, 1000)):
        connection.execute(insert(metadata.tables[table]), some)


def _project(number: int) -> Project:
    manager = _manager(number % MANAGERS).user
    return Project(id=number, team=TEAM, channel=f"C{number}", name=f"Project {number}", manager=manager)


def _manager(number: int) -> Person:
    return Person(team=TEAM, user=f"UM{number}", name=f"Manager {number}", known_at=NOW)


def _user(project: int, number: int) -> str:
    return f"U{project}X{number}"


def _people(projects: range) -> Iterator[Person]:
    yield from map(_manager, range(MANAGERS))
    for project in projects:
        for number in range(TEAM_OF):
            name = f"Person {project} {number}"
            yield Person(team=TEAM, user=_user(project, number), name=name, known_at=NOW)


def _members(projects: range) -> Iterator[dict[str, Any]]:
    """All managers are in all projects."""
    for project in projects:
        users = [_user(project, number) for number in range(TEAM_OF)]
        for user in (*users, *(_manager(number).user for number in range(MANAGERS))):
            yield {"team": TEAM, "channel": f"C{project}", "user": user}


def _item(project: int, number: int) -> ActionItem:
    """Three in five of ours are open, one in five of the others'; some have no owner, no date or moved too
    often, some are the manager's."""
    status = (Status.open, Status.done, Status.open, Status.cancelled, Status.open)[number % 5]
    if project != OURS and number % 5:
        status = Status.done
    ahead = number * 37 % 120 - 30 if project == OURS else number * 37 % 90
    if project != OURS and number % 65 == 0:
        ahead = -(number // 65)
    owner = MANAGER if number % 400 == 100 else _user(project, number // 7 % TEAM_OF)
    return ActionItem(
        project_id=project,
        number=number,
        text=f"{VERBS[number % 5]} the {THINGS[number // 5 % 5]} of part {number}",
        owner=owner if number % 11 else None,
        raised_by=_user(project, number // 3 % TEAM_OF),
        raised_at=NOW - timedelta(days=(ITEMS - number) / 4),
        due=TODAY + timedelta(days=ahead) if number % 7 else None,
        times_postponed=3 if number % 150 == 0 else 0,
        status=status,
        done_at=NOW - timedelta(hours=number) if status is Status.done else None,
        waits_for=number - 1 if number % 50 == 1 else None,
    )


def _events(items: list[ActionItem]) -> Iterator[Event]:
    """Each was made; of those overdue some were decided on, and of others the manager was asked."""
    for item in items:
        about: dict[str, Any] = {
            "project_id": item.project_id,
            "noun": "action_items",
            "number": item.number,
        }
        after = item.model_dump(mode="json")
        yield Event(at=item.raised_at, who=item.raised_by, what="created", after=after, **about)
        if not item.overdue(TODAY):
            continue
        manager = _manager(item.project_id % MANAGERS).user
        if item.number % 4 == 0:
            at = NOW - timedelta(days=3)
            yield Event(at=at, who=manager, what=escalations.DECIDED, before=after, after=after, **about)
        if item.number % 3 == 0:
            asked = {"why": "overdue", "mark": str(item.due), "to": manager, "day": str(TODAY - DAY)}
            about["noun"] = escalations.NOUN
            yield Event(at=NOW - DAY, who=CLOCK, what=escalations.PROPOSED, after=asked, **about)


def _proposals() -> Iterator[SentMessage]:
    for number in range(MANAGERS):
        notice = escalations.notice_of(TEAM, _manager(number).user, TODAY - DAY)
        yield SentMessage(
            key=notice.key, team=TEAM, channel=f"D{number}", ts="1.1", fingerprint="", shown_at=NOW - DAY
        )


def _absences(projects: range) -> Iterator[Absence]:
    """Three in ten of a project are away, one of them for whom the manager is the deputy, in some."""
    for project in projects:
        for number, deputy in (
            (3, _user(project, 4)),
            (5, None),
            (6, MANAGER if project % 20 == 0 else None),
        ):
            user = _user(project, number)
            yield Absence(team=TEAM, user=user, first=TODAY - DAY, last=TODAY + WEEK, deputy=deputy)


def _preferences(projects: range) -> Iterator[Preferences]:
    for project in projects[::5]:
        yield Preferences(team=TEAM, user=_user(project, 4), off=[Rule.bundle])
    yield Preferences(team=TEAM, user=MANAGER, morning=time(10))


def _meetings(project: Project) -> Iterator[Meeting]:
    """One that was held and three that come, all of the project's manager."""
    for number in range(1, 5):
        starts = (NOW + timedelta(days=number * 2 - 3)).replace(tzinfo=None, hour=14)
        yield Meeting(
            project_id=project.id,
            number=number,
            title=f"Weekly {number}",
            organiser=project.manager,
            starts=starts,
            zone="UTC",
            people=[project.manager, *(_user(project.id, each) for each in range(5))],
            raised_at=NOW - WEEK,
        )
