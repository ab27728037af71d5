"""A changed meeting is logged, all messages that show it are brought up to date, and calendars hear of it."""

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.core.changes import record, show, show_again
from bot.core.context import Context
from bot.core.jobs import Notice, post
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
    ctx: Context, what: str, before: Meeting | None, meeting: Meeting, *, to: Iterable[str] | None = None
) -> int:
    """Log it, and show the channel's card and the invitations of `to`, by default of all who are or were
    asked; only who was not asked before is written to. Returns the event's id."""
    event = record(ctx, NOUN, what, before=before, after=meeting)
    show(ctx, card(ctx.project, meeting), event)
    former = before.people if before else []
    for user in dict.fromkeys([*former, *meeting.people] if to is None else to):
        notice = invitation(ctx.project, meeting, user)
        show(ctx, notice.model_copy(update={"only_update": user in former}), event)
    return event


def send_files(ctx: Context, users: Iterable[str], meeting: Meeting, at: datetime | None = None) -> None:
    """A file for each one's calendar, under their invitation; now, or at `at`."""
    for user in users:
        notice = Notice(
            kind=FILE,
            team=ctx.project.team,
            to=user,
            about={**_about(meeting), "sequence": meeting.sequence},
            thread_of=invitation(ctx.project, meeting, user).key,
        )
        ctx.uow.jobs.add(post(notice, str(meeting.sequence), at or ctx.now))


def news_shown_anew(ctx: Context, meeting: Meeting, event: int) -> None:
    """Show their answer also where they were told of changes."""
    for earlier in ctx.uow.log.of_item(ctx.project.id, NOUN, meeting.number):
        show_again(ctx, _news(ctx.project, ctx.who.user, meeting, earlier.id), event)


def tell(ctx: Context, users: Iterable[str], meeting: Meeting, since: int, at: datetime) -> None:
    for user in users:
        ctx.uow.jobs.add(post(_news(ctx.project, user, meeting, since), str(since), at))


def waiting_news(ctx: Context, meeting: Meeting) -> tuple[int, datetime] | None:
    """News of this meeting that is still to be told: since which event, and when."""
    about = f"number={meeting.number},project={meeting.project_id},since="
    job = ctx.uow.jobs.next_of(f"post:{NEWS}({about}")
    if job is None or job.due_at <= ctx.now:
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
