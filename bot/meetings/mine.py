"""A person's meetings over the projects that they can see."""

from datetime import timedelta

from bot.core.access import projects_of
from bot.core.context import PersonContext
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings


def my_meetings(ctx: PersonContext) -> list[Meeting]:
    """Those to which they are asked and that are not over, the first one first."""
    projects = [project.id for project in projects_of(ctx.uow, ctx.who)]
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    ahead = ctx.uow.of(Meetings).of_projects(projects, ctx.now.replace(tzinfo=None) - timedelta(days=2))
    mine = [meeting for meeting in ahead if ctx.who.user in meeting.people and meeting.ends_at > ctx.now]
    return sorted(mine, key=lambda meeting: meeting.starts_at)
