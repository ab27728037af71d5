"""A meeting as an event for calendars: in a file, by e-mail, and in a subscription, by an address that its
owner can take back."""

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Protocol

from pydantic import AwareDatetime

from bot.core.calendar import instant
from bot.core.calendar_event import Attendance, CalendarEvent, Party, uid
from bot.core.context import PersonContext, excluded, projects_of
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.values import StoredValue
from bot.meetings.model import Answer, Meeting, Meetings

ATTENDANCE = {
    Answer.yes: Attendance.accepted,
    Answer.no: Attendance.declined,
    Answer.maybe: Attendance.tentative,
    None: Attendance.needs_action,
}
TOKEN_BYTES = 24
BACK = timedelta(days=30)


def calendar_event(
    uow: UnitOfWork,
    project: Project,
    meeting: Meeting,
    user: str,
    parties: Sequence[str] | None = None,
    *,
    alone: bool = False,
) -> CalendarEvent:
    """As it is for `user`: who is not asked any more has it cancelled, as far as it concerns them.

    `parties`: who is named in it, by default all who are asked. `alone`: also one of a series is an event of
    its own.
    """
    within = meeting.series if meeting.slot and not alone else None
    series = uow.of(Meetings).get(project.id, within) if within else None
    base, asked = series or meeting, user in meeting.people
    whole = meeting.of_series and asked and not meeting.cancelled
    known = uow.of(Meetings).of_series(project.id, meeting.number) if whole else []
    theirs = {each.number for each in known if not each.cancelled and user in each.people}
    if parties is None:
        parties = meeting.people if asked else [user]
    return CalendarEvent(
        uid=uid(project.team, project.id, str(base.number), base.raised_at),
        sequence=max(meeting.sequence, base.sequence),
        starts=meeting.starts_at,
        ends=meeting.ends_at,
        summary=meeting.title,
        zone=meeting.zone,
        location=meeting.place,
        url=meeting.link,
        description=project.name,
        organiser=_party(uow, project, meeting.organiser, meeting),
        parties=tuple(_party(uow, project, each, meeting) for each in parties),
        cancelled=meeting.cancelled or not asked,
        free=meeting.answers.get(user) == Answer.no,
        rule=(meeting.repeats or "") if meeting.of_series else "",
        slot=instant(meeting.slot, meeting.zone) if series and meeting.slot else None,
        skipped=tuple(
            instant(each.slot, each.zone) for each in known if each.slot and each.number not in theirs
        ),
        otherwise=tuple(
            calendar_event(uow, project, each, user, parties)
            for each in known
            if each.number in theirs and each.slot not in (None, each.starts)
        ),
    )


def _party(uow: UnitOfWork, project: Project, user: str, meeting: Meeting) -> Party:
    person = uow.people.get(project.team, user)
    attendance = ATTENDANCE[meeting.answers.get(user)]
    name, email = (person.name, person.email) if person else (user, None)
    return Party(name, email, meeting.is_needed(user), attendance)


class Subscription(StoredValue):
    team: str
    user: str
    token_hash: str
    """Of the secret part of its address, which is kept nowhere."""
    made_at: AwareDatetime


class Subscriptions(Protocol):
    """At most one of each person."""

    def get(self, team: str, user: str) -> Subscription | None: ...
    def of_token(self, token_hash: str) -> Subscription | None: ...
    def put(self, subscription: Subscription) -> None: ...
    def remove(self, team: str, user: str) -> None: ...


def hashed(token: str) -> str:
    """Looked up by this, an address that is nearly right takes as long as any other."""
    return sha256(token.encode()).hexdigest()


def subscribed(ctx: PersonContext) -> Subscription | None:
    """Raise NotAllowed for who can be in no project."""
    if ctx.who.kind is not Kind.member:
        raise excluded(ctx.who)
    return ctx.uow.of(Subscriptions).get(ctx.who.team, ctx.who.user)


def subscribe(ctx: PersonContext) -> str:
    """Return the secret part of a new address; an earlier one leads nowhere from now on."""
    subscribed(ctx)
    token = secrets.token_urlsafe(TOKEN_BYTES)
    made = Subscription(team=ctx.who.team, user=ctx.who.user, token_hash=hashed(token), made_at=ctx.now)
    ctx.uow.of(Subscriptions).put(made)
    return token


def unsubscribe(ctx: PersonContext) -> None:
    ctx.uow.of(Subscriptions).remove(ctx.who.team, ctx.who.user)


def owner(uow: UnitOfWork, token: str) -> Subscription | None:
    return uow.of(Subscriptions).of_token(hashed(token))


def events_of(uow: UnitOfWork, now: datetime, person: Person) -> list[CalendarEvent]:
    """All to which they are asked, of a month ago and later, in the projects that they may see by now."""
    projects = {project.id: project for project in projects_of(uow, person)}
    found = uow.of(Meetings).of_projects([*projects], now - BACK, person.user, cancelled=True)
    event = partial(calendar_event, uow, user=person.user, parties=(), alone=True)
    return [event(project=projects[each.project_id], meeting=each) for each in found]
