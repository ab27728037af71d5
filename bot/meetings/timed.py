"""The clock's part in a meeting: a reminder before it, and the question for notes after it."""

from datetime import datetime, timedelta

from bot.core import records
from bot.core.calendar import local
from bot.core.context import Context, by_clock
from bot.core.jobs import Job, post
from bot.core.ports import UnitOfWork
from bot.meetings.model import Answer, Meeting, Status, with_status
from bot.meetings.notifications import NOTES_WANTED, NOUN, REMINDER, notice
from bot.meetings.ports import Meetings
from bot.people.hours import contact_hours_of, wants
from bot.people.preferences import Rule
from bot.people.quiet_hours import notify

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


def remind(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """All who did not say no, in person."""
    found = _planned(uow, now, job)
    if found is None:
        return
    ctx, meeting = found
    for user in meeting.who_may_come():
        if _reminded(ctx, meeting, user):
            reminder = notice(REMINDER, ctx, meeting, user, sequence=meeting.sequence)
            uow.jobs.add(post(reminder, job.key, now, expires_at=meeting.starts_at))


def end(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """It was held, as far as we know; its organiser is asked for notes."""
    found = _planned(uow, now, job)
    if found is None:
        return
    ctx, meeting = found
    records.put(ctx, uow.nouns[NOUN], "held", meeting, with_status(meeting, Status.held))
    organiser = uow.people.get(ctx.project.team, meeting.organiser)
    if organiser is not None and wants(uow, organiser, Rule.notes_wanted):
        question = notice(NOTES_WANTED, ctx, meeting, organiser.user)
        notify(ctx, question, job.key)


def _reminded(ctx: Context, meeting: Meeting, user: str) -> bool:
    """Unless they turned it off; who is away is reminded only of what they said yes to."""
    person = ctx.uow.people.get(ctx.project.team, user)
    if person is None or not wants(ctx.uow, person, Rule.meeting_reminder):
        return False
    if meeting.answers.get(user) == Answer.yes:
        return True
    return not contact_hours_of(ctx.uow, person, ctx.now).away(local(ctx.now, person.zone).date())


def _planned(uow: UnitOfWork, now: datetime, job: Job) -> tuple[Context, Meeting] | None:
    """None when the meeting has changed since the job was planned."""
    project = uow.projects.get(job.payload["project"])
    meeting = uow.of(Meetings).get(job.payload["project"], job.payload["number"])
    if project is None or meeting is None or not meeting.planned:
        return None
    return (by_clock(uow, now, project), meeting) if meeting.sequence == job.payload["sequence"] else None


def lane(meeting: Meeting) -> str:
    """Of its reminder and its end."""
    return f"meeting:{meeting.project_id}:{meeting.number}"


def _key(kind: str, meeting: Meeting) -> str:
    return f"{kind}:{meeting.project_id}:{meeting.number}"


def _job(kind: str, meeting: Meeting, due_at: datetime, expires_at: datetime | None = None) -> Job:
    about = meeting.model_dump(include={"number", "sequence"})
    return Job(
        key=f"{_key(kind, meeting)}:{meeting.sequence}",
        kind=kind,
        lane=lane(meeting),
        payload={"project": meeting.project_id, **about},
        due_at=due_at,
        expires_at=expires_at,
    )
