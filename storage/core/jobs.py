"""The job table and the event log: what is written in a transaction, and what workers take and note."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime, timedelta
from itertools import chain
from typing import Any

import sqlalchemy as sa
from sqlmodel import Session

from bot.core.events import Event
from bot.core.jobs import Busy, Job, JobResult, State, shown_late
from storage.core.engine import UNAVAILABLE
from storage.core.job_claims import OPEN, claim, note
from storage.core.repository import Repository, add, in_range, insert_or_ignore, keys_in, range_of, upsert
from storage.core.tables import JobRow, SentMessageRow, metadata

JOB: sa.Table = JobRow.metadata.tables["job"]
POSTING: sa.Table = SentMessageRow.metadata.tables["posting"]


class Jobs:
    """Jobs as a unit of work adds them at `now`; `added` is told of each."""

    def __init__(self, session: Session, added: Callable[[Job], None], now: datetime | None) -> None:
        self.session = session
        self.added = added
        self.now = now

    def add(self, job: Job) -> bool:
        values = {**job.model_dump(exclude={"id"}), "added_at": self.now}
        new = insert_or_ignore(self.session.connection(), JOB, values)
        if new:
            self.added(job)
        return new

    def withdraw(self, key_prefix: str) -> int:
        return int(self.session.connection().execute(WITHDRAW, range_of(key_prefix)).rowcount)

    def next_of(self, key_prefix: str) -> Job | None:
        return next(iter(self._found(NEXT, range_of(key_prefix))), None)

    def starting(self, key_prefix: str) -> list[Job]:
        return self._found(OPEN_ONES, range_of(key_prefix))

    def kept(self, key_prefix: str) -> list[Job]:
        return self._found(KEPT, range_of(key_prefix))

    def hasten(self, job: Job, due_at: datetime) -> None:
        later = sa.update(JOB).where(JOB.c.id == job.id, JOB.c.due_at > due_at)
        self.session.connection().execute(later.values(due_at=due_at))

    def in_lanes(self, lanes: Iterable[str]) -> list[Job]:
        return self._found(IN_LANES, {"lanes": list(lanes)})

    def _found(self, query: sa.Select[Any], about: dict[str, Any]) -> list[Job]:
        return [_job(row) for row in self.session.connection().execute(query, about)]


class JobQueue:
    """The job table as workers see it. A lease is all there is to being in hand: when it runs out, because
    its worker died, another takes the job over. Each call is one short
    transaction and raises Busy when the database is."""

    def __init__(self, engine: sa.Engine, writing: Callable[[], AbstractContextManager[object]]) -> None:
        self.engine = engine
        self.writing = writing

    @contextmanager
    def _transaction(self) -> Iterator[sa.Connection]:
        try:
            with self.writing(), self.engine.begin() as connection:
                yield connection
        except UNAVAILABLE as fault:
            raise Busy from fault

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> list[Job]:
        """Up to `limit` due jobs, at most the first of a lane; the attempt is counted before it is made."""
        with self._transaction() as connection:
            jobs = [_job(row) for row in claim(connection, now, lease_until, limit)]
        return sorted(jobs, key=lambda job: (job.due_at, job.id))

    def note(self, outcomes: Sequence[JobResult]) -> list[JobResult]:
        """Keep how attempts ended, with the messages that they made, in one transaction.

        An attempt that outlived its lease has no say: its job is another's by now. It may have shown
        something all the same, so a job is added that puts that right. Returns those attempts.
        """
        if not outcomes:
            return []
        with self._transaction() as connection:
            lost = [] if note(connection, outcomes) == len(outcomes) else _lost(connection, outcomes)
            for outcome in outcomes:
                if outcome.sent_message and outcome not in lost:
                    upsert(connection, POSTING, outcome.sent_message.model_dump())
            for late in filter(None, (shown_late(outcome.job) for outcome in lost)):
                insert_or_ignore(connection, JOB, late.model_dump(exclude={"id"}))
        return lost

    def renew(self, jobs: Sequence[Job], lease_until: datetime) -> list[Job]:
        """Keep jobs that take long in hand; returns those that no other took over in the meantime."""
        with self._transaction() as connection:
            return [
                job
                for job in jobs
                if connection.execute(
                    RENEW, {"job": job.id, "attempt": job.attempts, "lease": lease_until}
                ).rowcount
            ]

    def release(self, jobs: Sequence[Job]) -> None:
        """Give leases back untried, at shutdown."""
        if not jobs:
            return
        with self._transaction() as connection:
            connection.execute(RELEASE, [{"job": job.id, "attempt": job.attempts} for job in jobs])

    def take_over(self, now: datetime) -> None:
        """Free what a process that is no more had in hand. Only for one that is known to be alone; attempts
        that rest after an error go on resting.

        A job that was in hand at several kills in a row may be what kills: it rests, so that all else is done
        before its next attempt.
        """
        with self._transaction() as connection:
            connection.execute(TAKE_OVER)
            connection.execute(REST_AFTER_KILLS, {"lease": now + REST})


def _job(row: Any) -> Job:
    """Rows are valid: checking each again would take longer than reading it."""
    return ANY.model_copy(update={**row._mapping, "state": State(row.state)})


def _lost(connection: sa.Connection, outcomes: Sequence[JobResult]) -> list[JobResult]:
    """Those whose job another took over. One that was withdrawn meanwhile is nobody else's."""
    rows = connection.execute(ATTEMPTS, {"jobs": [each.job.id for each in outcomes]})
    by_now = {row.id: row.attempts for row in rows}
    return [each for each in outcomes if by_now.get(each.job.id) not in (None, each.job.attempts)]


ANY = Job(key="", kind="", lane="", due_at=datetime.min.replace(tzinfo=UTC))
"""Copied rather than made anew, which takes three times as long."""
REST = timedelta(minutes=5)
KILLS = 5
"""In a row: claims beyond the attempts whose end was noted."""
IN_TIME = sa.select(JOB).order_by(JOB.c.due_at, JOB.c.id)
KEPT = IN_TIME.where(in_range(JOB.c.key))
OPEN_ONES = KEPT.where(OPEN)
NEXT = OPEN_ONES.limit(1)
IN_LANES = IN_TIME.where(OPEN, JOB.c.lane.in_(sa.bindparam("lanes", expanding=True)))
WITHDRAW = sa.delete(JOB).where(OPEN, in_range(JOB.c.key))
ATTEMPTS = sa.select(JOB.c.id, JOB.c.attempts).where(JOB.c.id.in_(sa.bindparam("jobs", expanding=True)))
OURS = sa.and_(JOB.c.id == sa.bindparam("job"), OPEN, JOB.c.attempts == sa.bindparam("attempt"))
RENEW = sa.update(JOB).where(OURS).values(lease_until=sa.bindparam("lease"))
RELEASE = sa.update(JOB).where(OURS).values(lease_until=None, attempts=JOB.c.attempts - 1)
TAKE_OVER = (
    sa.update(JOB).where(OPEN, JOB.c.lease_until.is_not(None), JOB.c.error.is_(None)).values(lease_until=None)
)
REST_AFTER_KILLS = (
    sa.update(JOB)
    .where(OPEN, JOB.c.lease_until.is_(None))
    .where(JOB.c.attempts - JOB.c.failures >= KILLS)
    .values(lease_until=sa.bindparam("lease"), error="killed")
)


EVENT = metadata.tables["event"]
OF = EVENT.c
NEWEST = sa.select(sa.func.max(OF.id))
NUMBERS_AFTER = (
    sa.select(OF.id, OF.number)
    .where(OF.id > sa.bindparam("after"))
    .where(OF.project_id == sa.bindparam("project"), OF.noun == sa.bindparam("of"))
    .limit(sa.bindparam("most"))
)
HAPPENED = EVENT.alias("happened")


class Log(Repository):
    def add(self, event: Event) -> int:
        return add(self.session, EVENT, event).id

    def get(self, event_id: int) -> Event | None:
        return self.value_at(Event, EVENT, id=event_id)

    def newest(self) -> int:
        return self.session.connection().execute(NEWEST).scalar() or 0

    def numbers_after(self, event_id: int, project_id: int, noun: str, limit: int) -> dict[int, int]:
        about = {"after": event_id, "project": project_id, "of": noun, "most": limit}
        rows = self.session.connection().execute(NUMBERS_AFTER, about)
        return {row.id: row.number for row in rows}

    def of_item(self, project_id: int, noun: str, number: int) -> list[Event]:
        return self._found(OF.project_id == project_id, OF.noun == noun, OF.number == number)

    def of_items(self, items: Iterable[tuple[int, int]], noun: str, what: str) -> list[Event]:
        same = (HAPPENED.c[name] == OF[name] for name in ("project_id", "noun", "number"))
        happened = sa.exists().where(*same, HAPPENED.c.what == what)
        found = [self._found(some, OF.noun == noun, happened) for some in keys_in(EVENT, items)]
        return sorted(chain.from_iterable(found), key=lambda event: event.id)

    def since(self, project_id: int, at: datetime, until: datetime | None = None) -> list[Event]:
        return self._found(OF.project_id == project_id, OF.at > at, *([OF.at <= until] if until else ()))

    def last_of(self, project_id: int, who: str, noun: str) -> Event | None:
        return next(iter(self.of_who(project_id, who, noun, None, 1)), None)

    def of_who(self, project_id: int, who: str, noun: str, before: int | None, limit: int) -> list[Event]:
        theirs = (OF.project_id == project_id, OF.who == who, OF.noun == noun)
        earlier = () if before is None else (OF.id < before,)
        return self._found(*theirs, *earlier, order=OF.id.desc(), limit=limit)

    def of_batch(self, batch: str, after: int = 0, limit: int | None = None) -> list[Event]:
        return self._found(OF.batch == batch, OF.id > after, limit=limit)

    def _found(
        self,
        *which: sa.ColumnElement[bool],
        order: sa.ColumnElement[Any] | None = None,
        limit: int | None = None,
    ) -> list[Event]:
        """The first of them first, unless in another order."""
        query = sa.select(EVENT).where(*which).order_by(OF.id if order is None else order).limit(limit)
        return [Event.model_validate(row._mapping) for row in self.session.connection().execute(query)]
