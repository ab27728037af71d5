"""When people are busy, the one place that meetings ask: only times, never what it is or in which project.
Who has something else then, or would be early or late."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from bot.availability import links
from bot.availability.links import Diary
from bot.calendars.series import Span
from bot.core.calendar import local
from bot.core.context import Context, PersonContext
from bot.core.people import Person
from bot.meetings.model import Meeting, Meetings
from bot.meetings.places import room_of
from bot.people.preferences import Preferences, PreferencesBook


def diaries(
    ctx: PersonContext,
    users: Iterable[str],
    begin: datetime,
    end: datetime,
    but: Meeting | None = None,
    planned: Sequence[Meeting] | None = None,
) -> dict[str, Diary]:
    """Of each of `users` between two instants, as if the meeting `but` were not. `planned`: what `between`
    tells of these instants, where it is known already."""
    own = links.diaries(ctx.uow, ctx.who.team, users, begin, end)
    found = {user: replace(each, busy=_without(each.busy, but)) for user, each in own.items()}
    for meeting in between(ctx, begin, end, but) if planned is None else planned:
        for user in meeting.who_may_come():
            if user in found:
                found[user].busy.append((meeting.starts_at, meeting.ends_at))
    return found


def between(ctx: PersonContext, begin: datetime, end: datetime, but: Meeting | None = None) -> list[Meeting]:
    """Planned ones of all the team's projects that overlap it: not for everybody's eyes."""
    found = ctx.uow.of(Meetings).of_team(ctx.who.team, begin, end)
    this = (but.project_id, but.number) if but else None
    other = [each for each in found if (each.project_id, each.number) != this]
    return [each for each in other if each.starts_at < end and each.ends_at > begin]


def _without(busy: Iterable[Span], meeting: Meeting | None) -> list[Span]:
    """Their own calendar may hold the meeting too."""
    if meeting is None:
        return [*busy]
    begins, ends = meeting.starts_at, meeting.ends_at
    parts = ((span, (min(span[1], begins), max(span[0], ends))) for span in busy)
    cut = [each for span, (until, since) in parts for each in ((span[0], until), (since, span[1]))]
    return [(first, last) for first, last in cut if first < last]


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


def at_odd_hours(ctx: Context, meeting: Meeting) -> list[Person]:
    """Those besides its organiser, who chose the time."""
    team, asked = ctx.project.team, [user for user in meeting.people if user != meeting.organiser]
    people = ctx.uow.people.get_many(team, asked)
    chosen = ctx.uow.of(PreferencesBook).get_many(team, asked)

    def odd(person: Person) -> bool:
        preferences = chosen.get(person.user) or Preferences(team=team, user=person.user)
        return not preferences.awake(local(meeting.starts_at, person.zone).time())

    return [people[user] for user in asked if user in people and odd(people[user])]
