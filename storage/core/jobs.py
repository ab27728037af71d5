"""The job table: what is written in a transaction, and what workers take from it and note."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Engine,
    Table,
    and_,
    bindparam,
    delete,
    or_,
    select,
    text,
    update,
)
from sqlmodel import Session

from bot.core.job_results import Busy, JobResult
from bot.core.jobs import Job, SentMessage, State, shown_late
from storage.core.engine import UNAVAILABLE
from storage.core.repository import insert_or_ignore, starts, upsert
from storage.core.tables import JobRow, SentMessageRow

JOB: Table = JobRow.metadata.tables["job"]
POSTING: Table = SentMessageRow.metadata.tables["posting"]


class Jobs:
    """Jobs as a unit of work adds them at `now`; `ring` is told when each is due."""

    def __init__(self, session: Session, wake: Callable[[datetime], None], now: datetime | None) -> None:
        self.session = session
        self.wake = wake
        self.now = now

    def add(self, job: Job) -> bool:
        values = {**job.model_dump(exclude={"id"}), "added_at": self.now}
        new = insert_or_ignore(self.session.connection(), JOB, values)
        if new:
            self.wake(job.due_at)
        return new

    def withdraw(self, key_prefix: str) -> int:
        gone = delete(JOB).where(JOB.c.state == State.open, starts(JOB.c.key, key_prefix))
        return int(self.session.connection().execute(gone).rowcount)

    def next_of(self, key_prefix: str) -> Job | None:
        return next(iter(self.starting(key_prefix, 1)), None)

    def starting(self, key_prefix: str, limit: int | None = None) -> list[Job]:
        return self._open(starts(JOB.c.key, key_prefix), limit)

    def hasten(self, job: Job, due_at: datetime) -> None:
        later = update(JOB).where(JOB.c.id == job.id, JOB.c.due_at > due_at)
        self.session.connection().execute(later.values(due_at=due_at))

    def in_lanes(self, lanes: Iterable[str]) -> list[Job]:
        return self._open(JOB.c.lane.in_(list(lanes)))

    def _open(self, which: ColumnElement[bool], limit: int | None = None) -> list[Job]:
        query = select(JOB).where(JOB.c.state == State.open, which)
        rows = self.session.connection().execute(query.order_by(JOB.c.due_at, JOB.c.id).limit(limit))
        return [_job(row) for row in rows]


class JobQueue:
    """The job table as workers see it. A lease is all there is to being in hand: when it runs out, because
    its worker died, another takes the job over. Each call is one short
    transaction and raises Busy when the database is."""

    def __init__(self, engine: Engine, writing: Callable[[], AbstractContextManager[object]]) -> None:
        self.engine = engine
        self.writing = writing

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        try:
            with self.writing(), self.engine.begin() as connection:
                yield connection
        except UNAVAILABLE as fault:
            raise Busy from fault

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> list[Job]:
        """Up to `limit` jobs that are due, at most one a lane and that the lane's first; the attempt is
        counted before it is made."""
        with self._transaction() as connection:
            if connection.dialect.name == "postgresql":
                # Two claims that do not see each other could take two jobs of one lane.
                connection.execute(CLAIM_LOCK)
            taken = connection.execute(CLAIM, {"now": now, "lease": lease_until, "at_most": limit})
            jobs = [_job(row) for row in taken]
        return sorted(jobs, key=lambda job: (job.due_at, job.id))

    def note(self, outcomes: Sequence[JobResult]) -> list[JobResult]:
        """Keep how attempts ended, with the messages that they made, in one transaction.

        An attempt that outlived its lease has no say: its job is another's by now. It may have shown
        something all the same, so a job is added that puts that right. Returns those attempts.
        """
        if not outcomes:
            return []
        with self._transaction() as connection:
            rows = connection.execute(ATTEMPTS, {"jobs": [each.job.id for each in outcomes]})
            by_now = {row.id: row.attempts for row in rows}
            # One that was withdrawn meanwhile is nobody else's.
            kept = [each for each in outcomes if by_now.get(each.job.id) in (None, each.job.attempts)]
            lost = [each for each in outcomes if by_now.get(each.job.id) not in (None, each.job.attempts)]
            if kept:
                connection.execute(NOTE, [_noted(outcome) for outcome in kept])
            for sent_message in (outcome.sent_message for outcome in kept if outcome.sent_message):
                put_sent_message(connection, sent_message)
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

    def expire(self, now: datetime) -> list[Job]:
        """Drop what is too late to be of use and return it, to be logged."""
        with self._transaction() as connection:
            return [_job(row) for row in connection.execute(EXPIRE, {"now": now})]

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


def put_sent_message(connection: Connection, sent_message: SentMessage) -> None:
    upsert(connection, POSTING, sent_message.model_dump())


def _job(row: Any) -> Job:
    """Rows are valid: checking each again would take longer than reading it."""
    return Job.model_construct(**{**row._mapping, "state": State(row.state)})


def _noted(outcome: JobResult) -> dict[str, Any]:
    return {
        "job": outcome.job.id,
        "attempt": outcome.job.attempts,
        "new_state": outcome.state,
        "new_lease": outcome.retry_at,
        "new_error": outcome.error,
        "new_ts": outcome.slack_ts,
        "failed": int(outcome.error is not None),
        "was_bug": int(outcome.bug),
    }


def _claim() -> Any:
    in_hand, first = JOB.alias("in_hand"), JOB.alias("first")
    now = bindparam("now", type_=JOB.c.due_at.type)
    # Asked once for all lanes, not once for each job: lanes in hand or at rest are few.
    busy = select(in_hand.c.lane).where(in_hand.c.lease_until > now)
    # A scalar, so that no planner makes a join of it that is quadratic in the length of a lane.
    first_of_lane = (
        select(first.c.id)
        .where(first.c.lane == JOB.c.lane, first.c.state == State.open)
        .order_by(first.c.due_at, first.c.id)
        .limit(1)
        .scalar_subquery()
    )
    due = (
        select(JOB.c.id)
        .where(JOB.c.state == State.open, JOB.c.due_at <= now)
        .where(JOB.c.lane.not_in(busy), JOB.c.id == first_of_lane)
        .order_by(JOB.c.due_at, JOB.c.id)
        .limit(bindparam("at_most"))
        .with_for_update(skip_locked=True)
    )
    taken = update(JOB).where(JOB.c.id.in_(due)).values(lease_until=bindparam("lease"))
    # An error marks a job that rests: one in hand, were it its tenth attempt, may be taken over at a start.
    return taken.values(attempts=JOB.c.attempts + 1, error=None).returning(*JOB.c)


REST = timedelta(minutes=5)
KILLS = 5
"""In a row: claims beyond the attempts whose end was noted."""
CLAIM_LOCK = text("SELECT pg_advisory_xact_lock(23314)")
CLAIM = _claim()
# Locked, so that nobody claims one between this look and the note.
ATTEMPTS = (
    select(JOB.c.id, JOB.c.attempts)
    .where(JOB.c.id.in_(bindparam("jobs", expanding=True)))
    .order_by(JOB.c.id)
    .with_for_update()
)
OURS = and_(JOB.c.id == bindparam("job"), JOB.c.state == State.open, JOB.c.attempts == bindparam("attempt"))
NOTE = (
    update(JOB)
    .where(OURS)
    .values(state=bindparam("new_state"), lease_until=bindparam("new_lease"))
    .values(error=bindparam("new_error"), slack_ts=bindparam("new_ts"))
    .values(failures=JOB.c.failures + bindparam("failed"), bugs=JOB.c.bugs + bindparam("was_bug"))
)
EXPIRE = (
    update(JOB)
    .where(JOB.c.state == State.open, JOB.c.expires_at <= bindparam("now"))
    .where(or_(JOB.c.lease_until.is_(None), JOB.c.lease_until <= bindparam("now")))
    .values(state=State.expired, lease_until=None)
    .returning(*JOB.c)
)
RENEW = update(JOB).where(OURS).values(lease_until=bindparam("lease"))
RELEASE = update(JOB).where(OURS).values(lease_until=None, attempts=JOB.c.attempts - 1)
TAKE_OVER = (
    update(JOB)
    .where(JOB.c.state == State.open, JOB.c.lease_until.is_not(None), JOB.c.error.is_(None))
    .values(lease_until=None)
)
REST_AFTER_KILLS = (
    update(JOB)
    .where(JOB.c.state == State.open, JOB.c.lease_until.is_(None))
    .where(JOB.c.attempts - JOB.c.failures >= KILLS)
    .values(lease_until=bindparam("lease"), error="killed")
)
