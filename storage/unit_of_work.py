"""One transaction over all nouns; what it adds for now rings the clock once it is committed."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from threading import RLock

from sqlalchemy import Engine, bindparam, update
from sqlmodel import Session

from bot.usecases.outcomes import Busy
from storage.action_items import ActionItems
from storage.engine import UNAVAILABLE
from storage.jobs import JobQueue, Jobs
from storage.log import Log
from storage.meetings import Meetings
from storage.minutes import Decisions, MinutesBook
from storage.people import People
from storage.postings import Drafts, Postings
from storage.preferences import Absences, PreferencesBook
from storage.projects import Projects
from storage.rows import insert_or_ignore
from storage.tables import CounterRow, SeenRow

COUNTER = CounterRow.metadata.tables["counter"]
SEEN = SeenRow.metadata.tables["seen"]
PATIENCE = 1
"""Seconds for which one waits for the other writers of this process."""
COUNT_UP = (
    update(COUNTER)
    .where(COUNTER.c.project_id == bindparam("project"), COUNTER.c.noun == bindparam("of"))
    .values(last=COUNTER.c.last + 1)
    .returning(COUNTER.c.last)
)


class UnitOfWork:
    def __init__(
        self, session: Session, ring: Callable[[datetime], None], now: datetime | None = None
    ) -> None:
        self.session = session
        self.people = People(session)
        self.preferences = PreferencesBook(session)
        self.absences = Absences(session)
        self.projects = Projects(session)
        self.action_items = ActionItems(session)
        self.meetings = Meetings(session)
        self.minutes = MinutesBook(session)
        self.decisions = Decisions(session)
        self.log = Log(session)
        self.jobs = Jobs(session, ring, now)
        self.postings = Postings(session)
        self.drafts = Drafts(session)

    def next_number(self, project_id: int, noun: str) -> int:
        connection = self.session.connection()
        insert_or_ignore(connection, COUNTER, {"project_id": project_id, "noun": noun, "last": 0})
        return int(connection.execute(COUNT_UP, {"project": project_id, "of": noun}).scalar_one())

    def once(self, key: str, at: datetime) -> bool:
        return insert_or_ignore(self.session.connection(), SEEN, {"key": key, "at": at})


class _OneWriter:
    """SQLite has one writer; waiting here, in order, is far quicker than its own polling.

    Raises Busy rather than wait long: a listener must answer within Slack's three seconds.
    """

    def __init__(self) -> None:
        self._lock = RLock()

    def __enter__(self) -> None:
        if not self._lock.acquire(timeout=PATIENCE):
            raise Busy

    def __exit__(self, *_: object) -> None:
        self._lock.release()


class Storage:
    """All access to one database."""

    def __init__(
        self,
        engine: Engine,
        ring: Callable[[datetime], None] = lambda _due_at: None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        self.engine = engine
        self.ring = ring
        self.now = now
        self._writer: AbstractContextManager[object] = (
            _OneWriter() if engine.dialect.name == "sqlite" else nullcontext()
        )
        self.jobs = JobQueue(engine, lambda: self._writer)
        self._for_reading = engine.execution_options(reading=True)

    @contextmanager
    def unit_of_work(self) -> Iterator[UnitOfWork]:
        due: list[datetime] = []
        try:
            with self._writer, Session(self.engine, expire_on_commit=False) as session:
                yield UnitOfWork(session, due.append, self.now() if self.now else None)
                session.commit()
        except UNAVAILABLE as fault:
            raise Busy from fault
        if due:
            self.ring(min(due))

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """One look at how things stand, beside whoever writes; nothing of it is kept."""
        try:
            with Session(self._for_reading) as session:
                yield UnitOfWork(session, lambda _due_at: None)
        except UNAVAILABLE as fault:
            raise Busy from fault
