"""The job table's statements: which jobs a worker may take, and how attempts ended."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from bot.core.jobs import JobResult, State
from storage.core.tables import JobRow

JOB: sa.Table = JobRow.metadata.tables["job"]
OPEN: sa.ColumnElement[bool] = JOB.c.state == sa.literal_column("'open'")
"""Spelled out, since an index of what is open cannot serve a state that is known only when asked."""
ENDED = (State.done, State.expired, State.failed)
LOCK = sa.text(
    "SELECT pg_advisory_xact_lock(23314), set_config('plan_cache_mode', 'force_generic_plan', true),"
    " set_config('enable_seqscan', 'off', true), set_config('enable_bitmapscan', 'off', true)"
)
"""Two claims that do not see each other could take two jobs of one lane. And the way by the indexes is always
the right one: PostgreSQL, which learns late how many jobs were added, would plan it anew each time, and take
them for so few that it could as well read and sort them all."""
NOW: sa.ColumnElement[datetime] = sa.bindparam("now", type_=JOB.c.due_at.type)
AT_MOST: sa.ColumnElement[int] = sa.bindparam("at_most", type_=sa.Integer())
VALUES = {
    "job": JOB.c.id,
    "attempt": JOB.c.attempts,
    "new_state": JOB.c.state,
    "new_lease": JOB.c.lease_until,
    "new_error": JOB.c.error,
    "new_ts": JOB.c.slack_ts,
    "failed": JOB.c.failures,
    "was_bug": JOB.c.bugs,
}
"""What is noted of an attempt, and of which type it is."""


def claim(connection: sa.Connection, now: datetime, lease_until: datetime, limit: int) -> list[Any]:
    """Rows of up to `limit` jobs, with their new leases and attempts."""
    if connection.dialect.name == "postgresql":
        connection.execute(LOCK)
        at_front, by_lane = POSTGRESQL
    else:
        at_front, by_lane = SQLITE
    asked = {"now": now, "lease": lease_until}
    taken = list(connection.execute(at_front, {**asked, "at_most": limit}))
    if len(taken) < limit and connection.execute(MORE, {"now": now, "at_most": limit}).first():
        taken += connection.execute(by_lane, {**asked, "at_most": limit - len(taken)})
    return taken


def _window() -> sa.ColumnElement[int]:
    """How many we look at of those that are due: those in hand, which stand in front, and twice `AT_MOST`."""
    in_hand = JOB.alias("held")
    return sa.select(sa.func.count() + 2 * AT_MOST).where(in_hand.c.lease_until > NOW).scalar_subquery()


def _first_due() -> sa.CTE:
    due = sa.select(JOB.c.id, JOB.c.lane, JOB.c.due_at).where(OPEN, JOB.c.due_at <= NOW)
    return due.order_by(JOB.c.due_at, JOB.c.id).limit(_window()).cte("first_due")


def _busy() -> sa.Select[Any]:
    """Lanes in hand or at rest."""
    in_hand = JOB.alias("in_hand")
    return sa.select(in_hand.c.lane).where(in_hand.c.lease_until > NOW)


def _at_front() -> sa.Select[Any]:
    """A lane's first among the first that are due is its first of all."""
    due = _first_due()
    place = (
        sa.func.row_number().over(partition_by=due.c.lane, order_by=(due.c.due_at, due.c.id)).label("place")
    )
    free = sa.select(due.c.id, due.c.due_at, place).where(due.c.lane.not_in(_busy())).subquery("free")
    return sa.select(free.c.id).where(free.c.place == 1).order_by(free.c.due_at, free.c.id)


def _by_lane() -> sa.Select[Any]:
    """For when more are due than `_at_front` looked at.

    Each step to the next lane, and to its first job, is a look into the index; as scalars, so that no planner
    makes a join of them that reads the whole table.
    """
    lanes = sa.select(sa.func.min(JOB.c.lane).label("lane")).where(OPEN).cte("lanes", recursive=True)
    further = sa.select(sa.func.min(JOB.c.lane)).where(OPEN, JOB.c.lane > lanes.c.lane).scalar_subquery()
    lanes = lanes.union_all(sa.select(further).where(lanes.c.lane.is_not(None)))
    of_lane = (OPEN, JOB.c.lane == lanes.c.lane, JOB.c.due_at <= NOW)
    first = sa.select(JOB.c.id).where(*of_lane).order_by(JOB.c.due_at, JOB.c.id).limit(1).scalar_subquery()
    since = sa.select(sa.func.min(JOB.c.due_at)).where(*of_lane).scalar_subquery()
    heads = sa.select(first.label("id"), since.label("due_at")).where(lanes.c.lane.not_in(_busy()))
    each = heads.subquery("heads")
    return sa.select(each.c.id).where(each.c.id.is_not(None)).order_by(each.c.due_at, each.c.id)


def _taking(found: sa.Select[Any], *, postgresql: bool) -> Any:
    chosen = found.limit(AT_MOST)
    # Asked once more of the row itself: it may have changed since it was found. In other words than `OPEN`,
    # lest an index of all that is open be read for the few that were chosen.
    free = (JOB.c.state.not_in(ENDED), sa.or_(JOB.c.lease_until.is_(None), JOB.c.lease_until <= NOW))
    locked = sa.select(JOB.c.id).where(_among(chosen, postgresql), *free).with_for_update(skip_locked=True)
    taken = sa.update(JOB).where(_among(locked, postgresql)).values(lease_until=sa.bindparam("lease"))
    # An error marks a job that rests: one in hand, were it its tenth attempt, may be taken over at a start.
    return taken.values(attempts=JOB.c.attempts + 1, error=None).returning(*JOB.c)


def _among(ids: sa.Select[Any], postgresql: bool) -> sa.ColumnElement[bool]:
    """PostgreSQL looks up each id of an array; of a query it may make a join that reads the whole table."""
    return JOB.c.id == sa.any_(sa.func.array(ids.scalar_subquery())) if postgresql else JOB.c.id.in_(ids)


MORE = (
    sa.select(JOB.c.id)
    .where(OPEN, JOB.c.due_at <= NOW)
    .order_by(JOB.c.due_at, JOB.c.id)
    .offset(_window() - 1)
    .limit(1)
)
"""Whether `_at_front` may have left something: it looked at as many as it looks at at most."""
POSTGRESQL = tuple(_taking(found, postgresql=True) for found in (_at_front(), _by_lane()))
SQLITE = tuple(_taking(found, postgresql=False) for found in (_at_front(), _by_lane()))


def note(connection: sa.Connection, outcomes: Sequence[JobResult]) -> int:
    """Return how many were noted. Not those whose job has another attempt by now, or is open no more."""
    # In one order, lest two that note the same jobs wait for each other.
    noted = [_noted(outcome) for outcome in sorted(outcomes, key=lambda outcome: outcome.job.id)]
    if connection.dialect.name != "postgresql":
        return connection.execute(EACH, noted).rowcount
    return connection.execute(TOGETHER, {name: [each[name] for each in noted] for name in VALUES}).rowcount


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


def _noting(new: Any) -> Any:
    return (
        sa.update(JOB)
        .where(sa.and_(JOB.c.id == new("job"), OPEN, JOB.c.attempts == new("attempt")))
        .values(state=new("new_state"), lease_until=new("new_lease"))
        .values(error=new("new_error"), slack_ts=new("new_ts"))
        .values(failures=JOB.c.failures + new("failed"), bugs=JOB.c.bugs + new("was_bug"))
    )


def _together() -> Any:
    """One statement for all, which costs PostgreSQL a fraction of one for each."""
    arrays = {name: sa.bindparam(name, type_=sa.ARRAY(like.type)) for name, like in VALUES.items()}
    columns = [sa.column(name, like.type) for name, like in VALUES.items()]
    ended = sa.func.unnest(*arrays.values()).table_valued(*columns, name="ended").render_derived()
    # An index is asked for them, however many they are: a join would rather read the whole table.
    ids = sa.func.array(sa.select(sa.func.unnest(arrays["job"])).scalar_subquery())
    return _noting(ended.c.__getitem__).where(JOB.c.id == sa.any_(ids))


EACH = _noting(sa.bindparam)
TOGETHER = _together()
