"""Snooze: an item's card comes back to its owner when he wants it to, in his own hours, once."""

from datetime import datetime, timedelta
from typing import Any

from bot.action_items.counter_proposals import NotOwner
from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem, Status
from bot.action_items.notices import NOUN
from bot.action_items.notifications import reminder, show_owner_again
from bot.action_items.ports import ActionItems
from bot.action_items.snoozed import KIND, key
from bot.action_items.snoozes import Snooze, snoozed_until
from bot.core.access import project_numbered
from bot.core.calendar import instant, local
from bot.core.errors import AlreadyDone, InThePast, TooFar
from bot.core.jobs import Job, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.hours import contact_hours_of

LONGEST = timedelta(days=366)


def snooze(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, choice: Snooze
) -> datetime:
    """When it comes back, instead of when he said before. Raise NotOwner or AlreadyDone."""
    item = to_snooze(uow, who, project_id, number)
    return _plan(uow, now, who, item, snoozed_until(choice, now, contact_hours_of(uow, who, now)), now)


def snooze_to(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, wall: datetime
) -> datetime:
    """At the naive `wall` on his clock, or when his hours begin after it. Raise InThePast or TooFar too."""
    item = to_snooze(uow, who, project_id, number)
    last = local(now, who.zone) + LONGEST
    if wall > last:
        raise TooFar(wall, last.date())
    at = instant(wall, who.zone)
    if at <= now:
        raise InThePast(wall)
    return _plan(uow, now, who, item, contact_hours_of(uow, who, now).next_moment(at), now)


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show it again, unless it is done, given away, or he is away.

    Outside his hours, as after a journey, it waits for them.
    """
    person = uow.people.get(job.payload["team"], job.payload["user"])
    project = uow.projects.get(job.payload["project"])
    item = uow.of(ActionItems).get(job.payload["project"], job.payload["number"])
    if person is None or person.gone or project is None or item is None:
        return
    contact_hours = contact_hours_of(uow, person, now)
    if (
        not item.open
        or responsible_for(item) != person.user
        or contact_hours.away(local(now, person.zone).date())
    ):
        return
    asked = datetime.fromtimestamp(job.payload["since"], now.tzinfo)
    if not contact_hours.inside(now):
        _plan(uow, now, person, item, contact_hours.next_moment(now), asked)
        return
    notice = reminder(project, item, person.user, job.payload["since"])
    uow.jobs.add(post(notice, job.key, now, expires_at=contact_hours.evening(now)))
    show_owner_again(uow, now, project, item, person.user, now.isoformat())


def to_snooze(uow: UnitOfWork, who: Person, project_id: int, number: int) -> ActionItem:
    """The open item that is asked of him; raise NotOwner or AlreadyDone."""
    project = project_numbered(uow, who, project_id)
    item = uow.of(ActionItems).get(project.id, number)
    if item is None or responsible_for(item) != who.user:
        raise NotOwner(number, item.owner if item else None)
    if not item.open:
        raise AlreadyDone(NOUN, number, Status(item.status))
    return item


def _plan(
    uow: UnitOfWork, now: datetime, who: Person, item: ActionItem, at: datetime, asked: datetime
) -> datetime:
    """One at a time: he is reminded at `at` and no earlier. Too late is when his day is over."""
    uow.jobs.withdraw(key(who.team, who.user, item))
    about: dict[str, Any] = {"team": who.team, "user": who.user, "since": int(asked.timestamp())}
    uow.jobs.add(
        Job(
            key=f"{key(who.team, who.user, item)}{at.isoformat()}",
            kind=KIND,
            lane=key(who.team, who.user, item),
            payload={**about, "project": item.project_id, "number": item.number},
            due_at=at,
            expires_at=contact_hours_of(uow, who, now).evening(at),
        )
    )
    project = uow.projects.get(item.project_id)
    if project is not None:
        show_owner_again(uow, now, project, item, who.user, now.isoformat())
    return at
