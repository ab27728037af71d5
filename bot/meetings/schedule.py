"""The jobs of a meeting: its reminder and its end."""

from datetime import datetime, timedelta

from bot.core.context import Context
from bot.core.jobs import Job, job_of
from bot.meetings.model import Meeting

REMIND, ENDED = "meeting_reminder", "meeting_ended"
"""Kinds of jobs."""
AHEAD = timedelta(minutes=10)


def schedule(ctx: Context, meeting: Meeting) -> None:
    """Plan its reminder and its end by its present version, instead of those of an earlier one."""
    for kind in (REMIND, ENDED):
        ctx.uow.jobs.withdraw(f"{_key(kind, meeting)}:")
    if not meeting.planned:
        return
    if meeting.starts_at - ctx.now >= AHEAD:
        ctx.uow.jobs.add(_job(REMIND, meeting, meeting.starts_at - AHEAD, expires_at=meeting.starts_at))
    ctx.uow.jobs.add(_job(ENDED, meeting, meeting.ends_at))


def lane(meeting: Meeting) -> str:
    """Of its reminder and its end."""
    return f"meeting:{meeting.project_id}:{meeting.number}"


def _key(kind: str, meeting: Meeting) -> str:
    return f"{kind}:{meeting.project_id}:{meeting.number}"


def _job(kind: str, meeting: Meeting, due_at: datetime, expires_at: datetime | None = None) -> Job:
    key = f"{_key(kind, meeting)}:{meeting.sequence}"
    about = {"project": meeting.project_id, "number": meeting.number, "sequence": meeting.sequence}
    return job_of(kind, key, lane(meeting), about, due_at, expires_at)
