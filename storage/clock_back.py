"""After the clock ran ahead and was set back: nobody waits for what was written by it."""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection, delete, or_, update

from bot.core.jobs import Job, State
from storage.core.job_claims import OPEN
from storage.core.repository import starts
from storage.retention import OPEN_WORK
from storage.tables import metadata

JOB, SEEN, EVENT = (metadata.tables[name] for name in ("job", "seen", "event"))
SKEW = timedelta(minutes=5)
"""By which the clocks of several processes may differ."""


def set_right(
    connection: Connection, now: datetime, longest_hold: timedelta, recurring: Collection[str]
) -> list[Job]:
    """Correct what only a clock that ran ahead of `now` can have written, and return the jobs of which only
    their capability knows when they should be: those planned by that clock, and those of `recurring` kinds
    that it worked before their time.

    Nothing is in hand or at rest for longer than `longest_hold`. What was due at once is due now. What was
    dropped as too late is not too late. What happened did so no later than now.
    """
    ahead = now + SKEW
    _cut_leases(connection, now, longest_hold)
    _revive(connection, now)
    undone = _forget_early(connection, ahead, recurring)
    planned = _due_at_once(connection, now, ahead)
    if _bring_back(connection, SEEN, now, ahead) or undone or planned:
        _bring_back(connection, EVENT, now, ahead)
    return [*undone, *planned]


def _cut_leases(connection: Connection, now: datetime, longest_hold: timedelta) -> None:
    """To a little more than nothing: whoever has the job and lives will renew it."""
    held = (OPEN, JOB.c.lease_until > now + longest_hold)
    connection.execute(update(JOB).where(*held).values(lease_until=now + timedelta(minutes=1)))


def _revive(connection: Connection, now: datetime) -> None:
    dropped = (JOB.c.state == State.expired, JOB.c.expires_at > now)
    connection.execute(update(JOB).where(*dropped).values(state=State.open))


def _forget_early(connection: Connection, ahead: datetime, recurring: Collection[str]) -> list[Job]:
    """So that they can be planned again under the same key."""
    early = (JOB.c.state != State.open, JOB.c.due_at > ahead, JOB.c.kind.in_(recurring))
    jobs = _jobs(connection.execute(delete(JOB).where(*early).returning(*JOB.c)))
    # By the moment of working: the cleanup of that clock may have removed the rows of the jobs.
    worked = or_(*(starts(SEEN.c.key, f"worked:{kind}:") for kind in recurring))
    connection.execute(delete(SEEN).where(worked, SEEN.c.at > ahead, SEEN.c.key.not_in(OPEN_WORK)))
    return jobs


def _due_at_once(connection: Connection, now: datetime, ahead: datetime) -> list[Job]:
    """Returns the jobs that were planned for later."""
    added = (OPEN, JOB.c.added_at > ahead)
    at_once = update(JOB).where(*added, JOB.c.due_at <= JOB.c.added_at)
    connection.execute(at_once.values(due_at=now, added_at=now))
    return _jobs(connection.execute(update(JOB).where(*added).values(added_at=now).returning(*JOB.c)))


def _bring_back(connection: Connection, table: Any, now: datetime, ahead: datetime) -> bool:
    return connection.execute(update(table).where(table.c.at > ahead).values(at=now)).rowcount > 0


def _jobs(rows: Any) -> list[Job]:
    return [Job.model_validate(dict(row._mapping)) for row in rows]
