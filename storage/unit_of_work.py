"""One transaction over all nouns; what it adds for now rings the clock once it is committed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from itertools import groupby
from operator import attrgetter
from threading import RLock
from typing import Any

from sqlalchemy import Connection, Engine, bindparam, update
from sqlmodel import Session

from bot.action_items import model as action_items
from bot.availability import model as availability
from bot.core import ports
from bot.core.context import TELL
from bot.core.jobs import Busy, Job
from bot.core.nouns import Noun
from bot.core.ports import Port, Subscriber, ToTell
from bot.decisions import noun as decisions
from bot.meetings import feed
from bot.meetings import model as meetings
from bot.minutes import ports as minutes
from bot.people import preferences as people
from bot.polls import model as polls
from storage.action_items import ActionItems, ListColumns
from storage.availability import CalendarLinks
from storage.closed_records import Retention
from storage.core.engine import UNAVAILABLE
from storage.core.jobs import JobQueue, Jobs, Log
from storage.core.people import People, Projects
from storage.core.repository import insert_or_ignore
from storage.core.sent_messages import PendingRequests, SentMessages
from storage.core.tables import CounterRow, IdempotencyKeyRow
from storage.decisions import Decisions
from storage.meetings import Meetings, Subscriptions
from storage.minutes import MinutesBook, WordTemplates
from storage.people import Absences, OtherNames, PreferencesBook
from storage.polls import Polls

COUNTER = CounterRow.metadata.tables["counter"]
SEEN = IdempotencyKeyRow.metadata.tables["seen"]
REPOSITORIES: dict[type, Callable[[Session], object]] = {
    people.PreferencesBook: PreferencesBook,
    people.Absences: Absences,
    people.OtherNames: OtherNames,
    availability.CalendarLinks: CalendarLinks,
    action_items.ActionItems: ActionItems,
    action_items.ListColumns: ListColumns,
    meetings.Meetings: Meetings,
    polls.Polls: Polls,
    feed.Subscriptions: Subscriptions,
    minutes.MinutesBook: MinutesBook,
    minutes.WordTemplates: WordTemplates,
    decisions.Decisions: Decisions,
    ports.Retention: Retention,
}
"""Ports of the capabilities, and what implements them: one line for each that is added."""
PROJECT_OF = attrgetter("project_id")
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
        self,
        session: Session,
        added: Callable[[Job], None],
        now: datetime | None = None,
        subscribers: Sequence[Subscriber] = (),
        nouns: Mapping[str, Noun[Any]] | None = None,
    ) -> None:
        self.session = session
        self.subscribers = subscribers
        self.nouns = nouns or {}
        self.people = People(session)
        self.projects = Projects(session)
        self.log = Log(session)
        self.jobs = Jobs(session, added, now)
        self.sent_messages = SentMessages(session)
        self.pending_requests = PendingRequests(session)
        self.to_tell: list[ToTell] = []
        self._opened: dict[type, Any] = {}

    def of(self, port: type[Port]) -> Port:
        if port not in self._opened:
            self._opened[port] = REPOSITORIES[port](self.session)
        found: Port = self._opened[port]
        return found

    def next_number(self, project_id: int, noun: str) -> int:
        connection = self.session.connection()
        insert_or_ignore(connection, COUNTER, {"project_id": project_id, "noun": noun, "last": 0})
        return int(connection.execute(COUNT_UP, {"project": project_id, "of": noun}).scalar_one())

    def claim_key(self, key: str, at: datetime) -> bool:
        return insert_or_ignore(self.session.connection(), SEEN, {"key": key, "at": at})


def _telling(told: Sequence[ToTell]) -> Iterator[Job]:
    """One job for each project of what a transaction is to tell."""
    for project_id, group in groupby(sorted(told, key=PROJECT_OF), PROJECT_OF):
        each = list(group)
        about = {"project": project_id, "events": [[one.event, one.in_batch] for one in each]}
        # The lane keeps the order: who got an item hears so before it is another's.
        key, lane = f"{TELL}:{each[0].event}", f"{TELL}:{project_id}"
        yield Job(key=key, kind=TELL, lane=lane, payload=about, due_at=each[0].at)


class _Transaction(Session):
    """A session's one transaction, whose connection is found once: it is asked for by each statement."""

    _its_own: Connection | None = None

    def connection(self, *args: Any, **options: Any) -> Connection:
        if self._its_own is None:
            self._its_own = super().connection(*args, **options)
        return self._its_own


class _OneWriter:
    """SQLite has one writer; waiting here is quicker than its polling. Raises Busy rather than wait long."""

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
        wake: Callable[[], None] = lambda: None,
        now: Callable[[], datetime] | None = None,
        subscribers: Sequence[Subscriber] = (),
        nouns: Mapping[str, Noun[Any]] | None = None,
        hold: Callable[[list[Job]], None] = lambda _added: None,
    ) -> None:
        self.engine = engine
        self.subscribers = subscribers
        self.nouns = nouns or {}
        self.wake = wake
        self.now = now
        self.hold = hold
        self._writer: AbstractContextManager[object] = (
            _OneWriter() if engine.dialect.name == "sqlite" else nullcontext()
        )
        self.jobs = JobQueue(engine, lambda: self._writer)
        self._for_reading = engine.execution_options(reading=True)

    @contextmanager
    def unit_of_work(self) -> Iterator[UnitOfWork]:
        added: list[Job] = []
        try:
            with self._writer, _Transaction(self.engine, expire_on_commit=False) as session:
                now = self.now() if self.now else None
                uow = UnitOfWork(session, added.append, now, self.subscribers, self.nouns)
                yield uow
                for job in _telling(uow.to_tell):
                    uow.jobs.add(job)
                self.hold(added)
                session.commit()
        except UNAVAILABLE as fault:
            raise Busy from fault
        if added and self.now and min(job.due_at for job in added) <= self.now():
            self.wake()

    @contextmanager
    def reading(self) -> Iterator[UnitOfWork]:
        """One look at how things stand, beside whoever writes; nothing of it is kept."""
        try:
            with _Transaction(self._for_reading) as session:
                yield UnitOfWork(session, lambda _job: None, nouns=self.nouns)
        except UNAVAILABLE as fault:
            raise Busy from fault
