"""A person's meetings over the projects that they can see."""

from collections.abc import Sequence
from datetime import timedelta

from bot.core.access import projects_of
from bot.core.context import PersonContext
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings


def my_meetings(ctx: PersonContext, seen: Sequence[int] | None = None) -> list[Meeting]:
    """Those to which they are asked and that are not over, the first one first; `seen`: ids of the projects
    that they may see, where those are known already."""
    projects = [project.id for project in projects_of(ctx.uow, ctx.who)] if seen is None else seen
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    since, who = ctx.now.replace(tzinfo=None) - timedelta(days=2), ctx.who.user
    ahead = ctx.uow.of(Meetings).of_projects(projects, since, who)
    mine = [meeting for meeting in ahead if meeting.planned and meeting.ends_at > ctx.now]
    return sorted(mine, key=lambda meeting: meeting.starts_at)
