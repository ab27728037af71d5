"""A person's meetings for their own calendar, by an address that they can take back."""

import secrets
from datetime import datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Protocol

from pydantic import AwareDatetime

from bot.core.calendar_event import CalendarEvent
from bot.core.context import PersonContext, excluded, projects_of
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.values import StoredValue
from bot.meetings.invitations import calendar_event
from bot.meetings.ports import Meetings

TOKEN_BYTES = 24
BACK = timedelta(days=30)


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
