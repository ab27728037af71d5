"""When people are busy: the one place that meetings ask. Only times, never what it is or in which project."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.core.context import PersonContext
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings
from bot.meetings.slots import Span


@dataclass(frozen=True)
class Diary:
    """Of one person."""

    busy: list[Span] = field(default_factory=list)
    known: bool = False
    """Their own calendar says what else they have; otherwise it is only what was planned here."""


def diaries(
    ctx: PersonContext, users: Iterable[str], begin: datetime, end: datetime, but: Meeting | None = None
) -> dict[str, Diary]:
    """Of each of `users` between two instants, as if the meeting `but` were not."""
    found = {user: Diary() for user in users}
    for meeting in between(ctx, begin, end, but):
        for user in meeting.who_may_come():
            if user in found:
                found[user].busy.append((meeting.starts_at, meeting.ends_at))
    return found


def between(ctx: PersonContext, begin: datetime, end: datetime, but: Meeting | None = None) -> list[Meeting]:
    """Planned ones of all projects that overlap it: not for everybody's eyes."""
    team = [project.id for project in ctx.uow.projects.all() if project.team == ctx.who.team]
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    margin = timedelta(days=2)
    since, until = ((each + by).replace(tzinfo=None) for each, by in ((begin, -margin), (end, margin)))
    found = ctx.uow.of(Meetings).of_projects(team, since, until=until)
    other = [each for each in found if not (but and _same(each, but))]
    return [each for each in other if each.planned and each.starts_at < end and each.ends_at > begin]


def _same(one: Meeting, other: Meeting) -> bool:
    return (one.project_id, one.number) == (other.project_id, other.number)
