"""The clock's part in a meeting: a reminder before it, and the question for notes after it."""

from datetime import datetime

from bot.core import records
from bot.core.calendar import local
from bot.core.context import Context, notice_of
from bot.core.jobs import Job, post
from bot.core.ports import UnitOfWork
from bot.meetings.model import Answer, Meeting, Meetings, Status, with_status
from bot.meetings.notifications import NOTES_WANTED, NOUN, REMINDER, asked_for_notes
from bot.meetings.series import plan_ahead
from bot.people.hours import contact_hours_of, wants
from bot.people.preferences import Rule
from bot.people.quiet_hours import notify


def remind(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """All who did not say no, in person."""
    found = _planned(uow, now, job)
    if found is None:
        return
    ctx, meeting = found
    for user in meeting.who_may_come():
        if _reminded(ctx, meeting, user):
            reminder = notice_of(REMINDER, ctx, meeting, user, sequence=meeting.sequence)
            uow.jobs.add(post(reminder, job.key, now, expires_at=meeting.starts_at))


def end(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """It was held, as far as we know; somebody is asked for notes. A series goes on."""
    found = _planned(uow, now, job)
    if found is None:
        return
    ctx, meeting = found
    records.put(ctx, uow.nouns[NOUN], "held", meeting, with_status(meeting, Status.held))
    writer = uow.people.get(ctx.project.team, asked_for_notes(uow, ctx.project, meeting))
    if writer is not None and wants(uow, writer, Rule.notes_wanted):
        notify(ctx, notice_of(NOTES_WANTED, ctx, meeting, writer.user), job.key)
    whole = uow.of(Meetings).get(meeting.project_id, meeting.series) if meeting.series else None
    if whole is not None:
        plan_ahead(ctx, whole)


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
    found = records.of_job(uow, now, Meetings, job)
    same = found is not None and found[1].planned and found[1].sequence == job.payload["sequence"]
    return found if same else None
