"""When people are busy: the one place that meetings ask. Only times, never what it is or in which project."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from bot.availability import busy
from bot.availability.busy import Diary
from bot.calendars.series import Span
from bot.core.context import PersonContext
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings


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
    own = busy.diaries(ctx.uow, ctx.who.team, users, begin, end)
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
