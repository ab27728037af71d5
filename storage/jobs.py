"""The job table: what is written in a transaction, and what workers take from it and note."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Engine, Table, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from bot.domain.jobs import Job, State
from bot.usecases.outcomes import Outcome
from storage.tables import JobRow, PostingRow

JOB: Table = JobRow.metadata.tables["job"]
POSTING: Table = PostingRow.metadata.tables["posting"]


def insert_or_ignore(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Insert one row; False when a row of its unique key is there already."""
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    done = connection.execute(dialect.insert(table).values(**values).on_conflict_do_nothing())
    return done.rowcount == 1


class Jobs:
    """Jobs as a unit of work adds them; `rings` gathers when they are due."""

    def __init__(self, session: Session, ring: Callable[[datetime], None]) -> None:
        self.session = session
        self.ring = ring

    def add(self, job: Job) -> bool:
        new = insert_or_ignore(self.session.connection(), JOB, job.model_dump(exclude={"id"}))
        if new:
            self.ring(job.due_at)
        return new

    def withdraw(self, key_prefix: str) -> int:
        return int(
            self.session.connection()
            .execute(delete(JOB).where(JOB.c.state == State.open, _starts(key_prefix)))
            .rowcount
        )

    def next_of(self, key_prefix: str) -> Job | None:
        query = select(JOB).where(JOB.c.state == State.open, _starts(key_prefix))
        row = self.session.connection().execute(query.order_by(JOB.c.due_at, JOB.c.id).limit(1)).first()
        return None if row is None else Job.model_validate(dict(row._mapping))


def _starts(key_prefix: str) -> Any:
    return col(JobRow.key).startswith(key_prefix, autoescape=True)


class JobQueue:
    """The job table as workers see it. A lease is all there is to being in hand: when it runs out, because
    its worker died, another takes the job over. Each call is one short transaction."""

    def __init__(self, engine: Engine, writing: Callable[[], Any]) -> None:
        self.engine = engine
        self.writing = writing

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> list[Job]:
        """Up to `limit` jobs that are due, at most one a lane and that the lane's first; the attempt is
        counted before it is made."""
        with self.writing(), self.engine.begin() as connection:
            due = _claimable(now).limit(limit)
            if connection.dialect.name == "postgresql":
                due = due.with_for_update(skip_locked=True)
            taken = connection.execute(
                update(JOB)
                .where(JOB.c.id.in_(due))
                .values(lease_until=lease_until, attempts=JOB.c.attempts + 1)
                .returning(*JOB.c)
            )
            jobs = [Job.model_construct(**row._mapping) for row in taken]
        return sorted(jobs, key=lambda job: (job.due_at, job.id))

    def note(self, outcomes: Sequence[Outcome]) -> None:
        """Keep how attempts ended, with the messages that they made, in one transaction."""
        with self.writing(), self.engine.begin() as connection:
            connection.execute(
                update(JOB)
                .where(JOB.c.id == bindparam("job_id"))
                .values(
                    state=bindparam("new_state"),
                    lease_until=bindparam("new_lease"),
                    error=bindparam("new_error"),
                    slack_ts=bindparam("new_ts"),
                ),
                [
                    {
                        "job_id": outcome.job.id,
                        "new_state": outcome.state,
                        "new_lease": outcome.retry_at,
                        "new_error": outcome.error,
                        "new_ts": outcome.slack_ts,
                    }
                    for outcome in outcomes
                ],
            )
            for posting in (outcome.posting for outcome in outcomes if outcome.posting):
                connection.execute(delete(POSTING).where(POSTING.c.key == posting.key))
                connection.execute(insert(POSTING).values(**posting.model_dump()))

    def expire(self, now: datetime) -> list[Job]:
        """Drop what is too late to be of use and return it, to be logged."""
        with self.writing(), self.engine.begin() as connection:
            late = connection.execute(
                update(JOB)
                .where(JOB.c.state == State.open, JOB.c.expires_at <= now, _free(JOB, now))
                .values(state=State.expired)
                .returning(*JOB.c)
            )
            return [Job.model_construct(**row._mapping) for row in late]

    def release(self, jobs: Sequence[Job]) -> None:
        """Give leases back untried, at shutdown."""
        with self.writing(), self.engine.begin() as connection:
            connection.execute(
                update(JOB)
                .where(JOB.c.id.in_([job.id for job in jobs]), JOB.c.state == State.open)
                .values(lease_until=None, attempts=JOB.c.attempts - 1)
            )


def _free(job: Any, now: datetime) -> Any:
    return or_(job.c.lease_until.is_(None), job.c.lease_until <= now)


def _claimable(now: datetime) -> Any:
    other = JOB.alias("other")
    before_it = or_(
        other.c.lease_until > now,
        other.c.due_at < JOB.c.due_at,
        and_(other.c.due_at == JOB.c.due_at, other.c.id < JOB.c.id),
    )
    in_its_way = select(other.c.id).where(
        other.c.lane == JOB.c.lane, other.c.state == State.open, other.c.id != JOB.c.id, before_it
    )
    return (
        select(JOB.c.id)
        .where(JOB.c.state == State.open, JOB.c.due_at <= now, _free(JOB, now), ~in_its_way.exists())
        .order_by(JOB.c.due_at, JOB.c.id)
    )
