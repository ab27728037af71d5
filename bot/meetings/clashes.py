"""Who is asked to a meeting while they have something else."""

from typing import NamedTuple

from bot.core.context import Context
from bot.meetings.diaries import between, diaries
from bot.meetings.model import Meeting


class Clash(NamedTuple):
    user: str
    title: str = ""
    """Of the other meeting, where it is of the same project."""


def clashes(ctx: Context, meeting: Meeting) -> list[Clash]:
    """Those who may come, in the order in which they were asked."""
    begin, end, asked = meeting.starts_at, meeting.ends_at, meeting.who_may_come()
    if not meeting.planned:
        return []
    others = between(ctx, begin, end, but=meeting)
    known = diaries(ctx, asked, begin, end, meeting, others)
    busy = [user for user in asked if known[user].within(begin, end)]
    here = [each for each in reversed(others) if each.project_id == ctx.project.id]
    titles = {user: each.title for each in here for user in each.who_may_come()}
    return [Clash(user, titles.get(user, "")) for user in busy]
