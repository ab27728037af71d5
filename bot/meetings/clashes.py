"""Who is asked to a meeting while they have something else, and whether its room is taken."""

from typing import NamedTuple

from bot.core.context import Context
from bot.meetings.diaries import between, diaries
from bot.meetings.model import Meeting
from bot.meetings.places import room_of


class Clash(NamedTuple):
    user: str
    title: str = ""
    """Of the other meeting, where it is of the same project."""


class Clashes(NamedTuple):
    people: list[Clash]
    """Those who may come, in the order in which they were asked."""
    room: bool = False
    """Another meeting is there, of whichever project."""


def clashes(ctx: Context, meeting: Meeting) -> Clashes:
    begin, end, asked = meeting.starts_at, meeting.ends_at, meeting.who_may_come()
    if not meeting.planned:
        return Clashes([])
    others = between(ctx, begin, end, but=meeting)
    known = diaries(ctx, asked, begin, end, meeting, others)
    busy = [user for user in asked if known[user].within(begin, end)]
    here = [each for each in reversed(others) if each.project_id == ctx.project.id]
    titles = {user: each.title for each in here for user in each.who_may_come()}
    room = room_of(meeting.place)
    taken = bool(room) and any(room_of(each.place) == room for each in others)
    return Clashes([Clash(user, titles.get(user, "")) for user in busy], taken)
