"""How attempts ended, in the job table."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    ARRAY,
    Connection,
    and_,
    any_,
    bindparam,
    column,
    func,
    select,
    update,
)

from bot.core.job_results import JobResult
from storage.core.job_claims import JOB, OPEN

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


def note(connection: Connection, outcomes: Sequence[JobResult]) -> int:
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
        update(JOB)
        .where(and_(JOB.c.id == new("job"), OPEN, JOB.c.attempts == new("attempt")))
        .values(state=new("new_state"), lease_until=new("new_lease"))
        .values(error=new("new_error"), slack_ts=new("new_ts"))
        .values(failures=JOB.c.failures + new("failed"), bugs=JOB.c.bugs + new("was_bug"))
    )


def _together() -> Any:
    """One statement for all, which costs PostgreSQL a fraction of one for each."""
    arrays = {name: bindparam(name, type_=ARRAY(like.type)) for name, like in VALUES.items()}
    columns = [column(name, like.type) for name, like in VALUES.items()]
    ended = func.unnest(*arrays.values()).table_valued(*columns, name="ended").render_derived()
    # An index is asked for them, however many they are: a join would rather read the whole table.
    ids = func.array(select(func.unnest(arrays["job"])).scalar_subquery())
    return _noting(ended.c.__getitem__).where(JOB.c.id == any_(ids))


EACH = _noting(bindparam)
TOGETHER = _together()
