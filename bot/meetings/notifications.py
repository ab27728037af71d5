"""A changed meeting is logged, all messages that show it are brought up to date, and calendars hear of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.changes import record, show, show_again
from bot.core.jobs import Notice, post
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.model import Meeting

NOUN = "meetings"
CARD, INVITATION = "meetings.card", "meetings.invitation"
NEWS = "meetings.news"
"""A line of its own, as nobody notices that a message was edited. `about["since"]` is the event of the
first change that it tells of."""
FILE = "meetings.file"
REMINDER = "meetings.reminder"
NOTES_WANTED = "meetings.notes_wanted"

BURST = timedelta(minutes=1)
"""Changes within it are told together, as one."""
SOON = timedelta(minutes=15)
"""Before a meeting that begins so soon, changes are told at once."""


def changed(
    uow: UnitOfWork,
    now: datetime,
    who: str,
    project: Project,
    what: str,
    before: Meeting | None,
    meeting: Meeting,
    *,
    to: Iterable[str] | None = None,
) -> int:
    """Log it, and show the channel's card and the invitations of `to`, by default of all who are or were
    asked; only who was not asked before is written to. Returns the event's id."""
    event = record(uow, now, who, NOUN, what, before=before, after=meeting)
    show(uow, now, card(project, meeting), event)
    former = before.people if before else []
    for user in dict.fromkeys([*former, *meeting.people] if to is None else to):
        notice = invitation(project, meeting, user)
        show(uow, now, notice.model_copy(update={"only_update": user in former}), event)
    return event


def send_files(
    uow: UnitOfWork, now: datetime, project: Project, users: Iterable[str], meeting: Meeting
) -> None:
    """A file for each one's calendar, under his invitation."""
    for user in users:
        notice = Notice(
            kind=FILE,
            team=project.team,
            to=user,
            about={**_about(meeting), "sequence": meeting.sequence},
            thread_of=invitation(project, meeting, user).key,
        )
        uow.jobs.add(post(notice, str(meeting.sequence), now))


def news_shown_anew(
    uow: UnitOfWork, now: datetime, project: Project, user: str, meeting: Meeting, event: int
) -> None:
    """Where somebody was told of changes, he sees his answer as well."""
    for earlier in uow.log.of_item(project.id, NOUN, meeting.number):
        show_again(uow, now, _news(project, user, meeting, earlier.id), event)


def tell(
    uow: UnitOfWork, project: Project, users: Iterable[str], meeting: Meeting, since: int, at: datetime
) -> None:
    for user in users:
        uow.jobs.add(post(_news(project, user, meeting, since), str(since), at))


def waiting_news(uow: UnitOfWork, now: datetime, meeting: Meeting) -> tuple[int, datetime] | None:
    """News of this meeting that is still to be told: since which event, and when."""
    about = f"number={meeting.number},project={meeting.project_id},since="
    job = uow.jobs.next_of(f"post:{NEWS}({about}")
    if job is None or job.due_at <= now:
        return None
    return job.payload["about"]["since"], job.due_at


def card(project: Project, meeting: Meeting) -> Notice:
    return Notice(kind=CARD, team=project.team, to=project.channel, about=_about(meeting))


def invitation(project: Project, meeting: Meeting, user: str) -> Notice:
    return Notice(kind=INVITATION, team=project.team, to=user, about=_about(meeting))


def _news(project: Project, user: str, meeting: Meeting, since: int) -> Notice:
    return Notice(kind=NEWS, team=project.team, to=user, about={**_about(meeting), "since": since})


def _about(meeting: Meeting) -> dict[str, int]:
    return {"project": meeting.project_id, "number": meeting.number}
