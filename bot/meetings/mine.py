"""Meetings that are not over: a person's, over the projects that they can see, or all of some projects. When
somebody who is asked to one leaves, its card says so, and whose meeting it is hears it once."""

from collections.abc import Iterable, Sequence

from bot.core.changes import notice_of, show_again
from bot.core.context import Context, PersonContext, projects_of, sees
from bot.core.project import may_see
from bot.meetings.model import Answer, Meeting, Meetings
from bot.meetings.notifications import CARD, LEFT
from bot.people.quiet_hours import notify


def my_meetings(ctx: PersonContext, seen: Sequence[int] | None = None) -> list[Meeting]:
    """Those to which they are asked, the first one first; `seen`: ids of the projects that they may see,
    where those are known already."""
    projects = [project.id for project in projects_of(ctx.uow, ctx.who)] if seen is None else seen
    return sorted(ahead(ctx, projects, ctx.who.user), key=lambda meeting: meeting.starts_at)


def ahead(ctx: PersonContext, projects: Sequence[int], user: str | None = None) -> list[Meeting]:
    """Those that are planned and not over; `user`: to which they are asked."""
    found = ctx.uow.of(Meetings).of_projects(projects, ctx.now, user)
    return [meeting for meeting in found if meeting.planned and meeting.ends_at > ctx.now]


def came_or_went(ctx: Context, user: str) -> None:
    """Bring the cards of meetings to which `user` is asked up to date; of one who left, tell who organises
    them, unless they would not have come."""
    for meeting in ahead(ctx, [ctx.project.id], user):
        show_again(ctx, notice_of(CARD, ctx, meeting, ctx.project.channel), ctx.now.isoformat())
        organiser = ctx.uow.people.get(ctx.project.team, meeting.organiser)
        missed = user in departed(ctx, meeting) and meeting.answers.get(user) != Answer.no
        if missed and organiser is not None and sees(ctx.uow, organiser, ctx.project):
            told = notice_of(LEFT, ctx, meeting, organiser.user, user=user)
            notify(ctx, told, "left", begins=meeting.starts_at)


def departed(ctx: Context, meeting: Meeting) -> list[str]:
    """Who is asked to one that is still to come, and is not there any more."""
    left = gone(ctx, meeting.people) if meeting.awaited else set()
    return [user for user in meeting.people if user in left]


def gone(ctx: Context, users: Iterable[str]) -> set[str]:
    """Who of them may not see the project any more; nobody while we don't know who is there."""
    members = ctx.uow.people.members(ctx.project.team, ctx.project.channel)
    people = ctx.uow.people.get_many(ctx.project.team, users) if members else {}
    return {user for user, person in people.items() if not may_see(person, members)}
