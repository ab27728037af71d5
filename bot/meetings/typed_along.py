"""Lines for the minutes that people type along in the thread of a meeting, while it is on."""

from datetime import datetime, timedelta

from bot.core.jobs import State, job_of
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.model import Meeting, Meetings, Status
from bot.meetings.notifications import CARD

NOTED = "meeting_noted"
"""Kind of the job that acknowledges one line."""
AHEAD, BEHIND = timedelta(minutes=15), timedelta(hours=1)
"""Before its start and after its end: meetings begin early and run late."""
LATEST = timedelta(hours=12)
"""After its end what is said in its thread is still of it: one of a series shares it with the others."""


def around(uow: UnitOfWork, now: datetime, project: Project) -> list[Meeting]:
    """Meetings of the project that are on, begin soon or were on just now; the last to begin first."""
    found = [
        each
        for each in uow.of(Meetings).of_projects([project.id], now - BEHIND)
        if each.status in (Status.planned, Status.held)
        and each.starts_at - AHEAD <= now < each.ends_at + BEHIND
    ]
    return sorted(found, key=lambda each: each.starts_at, reverse=True)


def thread_of(uow: UnitOfWork, project: Project, meeting: Meeting) -> str | None:
    """The `ts` that begins the thread in which its card stands, or that of its series; None without one."""
    if meeting.thread:
        return meeting.thread
    for number in filter(None, (meeting.number, meeting.series)):
        if stands := uow.sent_messages.get(project.notice(CARD, project.channel, number=number).key):
            return stands.thread_ts or stands.ts
    return None


def typed_in(uow: UnitOfWork, now: datetime, project: Project, thread_ts: str) -> Meeting | None:
    """The meeting in whose thread that is, while it is on."""
    threads = ((each, thread_of(uow, project, each)) for each in around(uow, now, project))
    return next((meeting for meeting, thread in threads if thread == thread_ts), None)


def period(meeting: Meeting) -> tuple[float, float]:
    """The seconds, as in a `ts`, between which its lines are typed."""
    return (meeting.starts_at - AHEAD).timestamp(), (meeting.ends_at + LATEST).timestamp()


def note(uow: UnitOfWork, now: datetime, project: Project, meeting: Meeting, thread: str, ts: str) -> None:
    """Have a line of the thread acknowledged, if a draft takes it: Slack holds what it says, and is asked."""
    about = {"team": project.team, "channel": project.channel, "project": project.id}
    lane = f"{NOTED}:{project.team}:{project.channel}"
    said = {"meeting": meeting.number, "what": thread, "ts": ts}
    uow.jobs.add(job_of(NOTED, f"{_key(meeting)}{ts}", lane, {**about, **said}, now))


def count(uow: UnitOfWork, meeting: Meeting) -> int:
    """How many messages were typed along."""
    return sum(job.state is State.open or job.slack_ts is not None for job in uow.jobs.kept(_key(meeting)))


def _key(meeting: Meeting) -> str:
    return f"{NOTED}:{meeting.project_id}:{meeting.number}:"
