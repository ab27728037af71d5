"""Meetings that are not over: a person's, over the projects that they can see, or all of some projects."""

from collections.abc import Sequence

from bot.core.context import PersonContext, projects_of
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings


def my_meetings(ctx: PersonContext, seen: Sequence[int] | None = None) -> list[Meeting]:
    """Those to which they are asked, the first one first; `seen`: ids of the projects that they may see,
    where those are known already."""
    projects = [project.id for project in projects_of(ctx.uow, ctx.who)] if seen is None else seen
    return sorted(ahead(ctx, projects, ctx.who.user), key=lambda meeting: meeting.starts_at)


def ahead(ctx: PersonContext, projects: Sequence[int], user: str | None = None) -> list[Meeting]:
    """Those that are planned and not over; `user`: to which they are asked."""
    found = ctx.uow.of(Meetings).of_projects(projects, ctx.now, user)
    return [meeting for meeting in found if meeting.planned and meeting.ends_at > ctx.now]
