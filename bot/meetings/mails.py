"""Invitations by e-mail, where the bot has a mail server: each change of the plan once for each person.

A mail takes the place of the file in Slack; where it cannot be sent, the file comes after all, and who
organises the meeting hears so.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any

from bot.core.calendar_event import is_address
from bot.core.context import Context, by_clock, notice_of, sees
from bot.core.jobs import Job
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings import notifications
from bot.meetings.model import Meeting, Meetings
from bot.people.hours import wants
from bot.people.preferences import Rule
from bot.people.quiet_hours import notify

MAIL, UNMAILED = "meetings.mail", "meetings.unmailed"
"""Kinds of jobs: of a mail, and of one that cannot be sent; the second also of the notice that says so."""
LANE = "mail"
"""One mail at a time: a mail server that hangs keeps one thread waiting."""
A_DAY = timedelta(days=1)
REST, MOST_TRIES = timedelta(minutes=1), 7
"""Rests double: an hour in all."""


class News(StrEnum):
    invited = "invited"
    moved = "moved"
    changed = "changed"
    cancelled = "cancelled"
    off = "off"
    """Not asked any more."""


@dataclass(frozen=True)
class Told:
    project: Project
    meeting: Meeting
    person: Person
    news: News
    before: Meeting | None
    """As they knew it; None when it is new to them, or its log is gone."""


def by_mail(uow: UnitOfWork, person: Person) -> bool:
    """Whether mail brings somebody their calendar's entries, where there is a mail server."""
    return is_address(person.email) and not person.gone and wants(uow, person, Rule.mail)


def meeting_changed(ctx: Context, fact: notifications.MeetingChanged) -> None:
    """A mail to each whom the new plan concerns. A burst of changes is one, a little later."""
    before, meeting = fact.before, fact.after
    planned_anew = before is None or before.sequence != meeting.sequence
    if not planned_anew or _over(meeting, ctx.now) or notifications.told_by_its_series(ctx, before, meeting):
        return
    about = {"team": ctx.project.team, "project": meeting.project_id, "number": meeting.number}
    for user in dict.fromkeys([*(before.people if before else ()), *meeting.people]):
        since = _withdrawn(ctx, meeting, user) or fact.event
        told = {**about, "user": user, "sequence": meeting.sequence, "since": since, "tries": 0}
        at = ctx.now + notifications.BURST if _may_wait(ctx, before, meeting, user) else ctx.now
        ctx.uow.jobs.add(_job(told, at, at + A_DAY if meeting.of_series else meeting.ends_at))


def _over(meeting: Meeting, now: datetime) -> bool:
    return not meeting.of_series and meeting.ends_at <= now


def _withdrawn(ctx: Context, meeting: Meeting, user: str) -> int | None:
    """The event from which on the mail told that waited for them; this one takes its place."""
    waits = ctx.uow.jobs.next_of(_prefix(meeting.project_id, meeting.number, user))
    if waits is None or waits.due_at <= ctx.now:
        return None
    ctx.uow.jobs.withdraw(waits.key)
    return int(waits.payload["since"])


def _may_wait(ctx: Context, before: Meeting | None, meeting: Meeting, user: str) -> bool:
    """What was edited may be edited again; who is asked, or is not any more, reads so at once."""
    if before is None or before.status != meeting.status:
        return False
    soon = min(before.starts_at, meeting.starts_at) - ctx.now <= notifications.SOON
    return not soon and user in before.people and user in meeting.people


def news_of(uow: UnitOfWork, now: datetime, about: dict[str, Any]) -> Told | None:
    """What is to be mailed by now; None when a later mail says it, or there is nothing to say any more."""
    project = uow.projects.get(about["project"])
    meeting = uow.of(Meetings).get(about["project"], about["number"])
    person = uow.people.get(about["team"], about["user"])
    if project is None or meeting is None or person is None:
        return None
    asked = person.user in meeting.people
    stale = asked and meeting.sequence != about["sequence"]
    if stale or _over(meeting, now) or not sees(uow, person, project) or not by_mail(uow, person):
        return None
    since = uow.log.get(about["since"])
    before = Meeting.model_validate(since.before) if since and since.before else None
    news = _news(before, meeting, person.user)
    return Told(project, meeting, person, news, before) if news else None


def _news(before: Meeting | None, meeting: Meeting, user: str) -> News | None:
    """None when only others were asked, or are not any more."""
    if user not in meeting.people:
        return News.off
    if meeting.cancelled:
        return News.cancelled
    if before is None or before.cancelled or user not in before.people:
        return News.invited
    if (before.starts_at, before.minutes) != (meeting.starts_at, meeting.minutes):
        return News.moved
    told = {"title", "place", "repeats"}
    return News.changed if before.model_dump(include=told) != meeting.model_dump(include=told) else None


def failed(uow: UnitOfWork, now: datetime, job: Job, said: str, *, for_good: bool) -> None:
    """Try once more later, in another job, so that the lane goes on; in the end say that it failed."""
    tries = job.payload["tries"] + 1
    if not for_good and tries < MOST_TRIES:
        later = {**job.payload, "tries": tries}
        uow.jobs.add(_job(later, now + REST * 2 ** (tries - 1), job.expires_at))
        return
    about = job.payload
    key = f"{_unmailed(about['project'], about['number'], about['sequence'])}:{about['user']}"
    uow.jobs.add(Job(key=key, kind=UNMAILED, lane=key, payload={**about, "said": said}, due_at=now))


def unmailed(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """The file comes in Slack after all, and who organises the meeting hears why."""
    about = job.payload
    project = uow.projects.get(about["project"])
    meeting = uow.of(Meetings).get(about["project"], about["number"])
    if project is None or meeting is None:
        return
    ctx = by_clock(uow, now, project)
    file = notifications.file_notice(ctx, meeting, about["user"], sequence=about["sequence"], unmailed=1)
    notify(ctx, file, job.key, begins=meeting.starts_at)
    told = notice_of(UNMAILED, ctx, meeting, meeting.organiser, sequence=about["sequence"])
    notify(ctx, told, job.key, begins=meeting.starts_at)


def unmailed_of(uow: UnitOfWork, meeting: Meeting, sequence: int) -> dict[str, str]:
    """To whom a change of the plan could not be mailed, and what the mail server said, by user id."""
    kept = uow.jobs.kept(f"{_unmailed(meeting.project_id, meeting.number, sequence)}:")
    return {job.payload["user"]: job.payload["said"] for job in kept}


def _unmailed(project_id: int, number: int, sequence: int) -> str:
    return f"{UNMAILED}:{project_id}:{number}:{sequence}"


def _job(about: dict[str, Any], due_at: datetime, expires_at: datetime | None) -> Job:
    key = f"{_prefix(about['project'], about['number'], about['user'])}{about['sequence']}:{about['tries']}"
    return Job(key=key, kind=MAIL, lane=LANE, payload=about, due_at=due_at, expires_at=expires_at)


def _prefix(project_id: int, number: int, user: str) -> str:
    return f"{MAIL}:{project_id}:{number}:{user}:"
