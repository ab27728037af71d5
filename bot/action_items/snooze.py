"""Snooze: an item's card comes back to its owner when they want it to, once.

A moment that they chose is kept to the minute, also in their evening and on their Saturday; a morning is one
of their working mornings.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import NOUN
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.action_items.notifications import reminder, show_owner_again
from bot.action_items.propose import NotOwner
from bot.core.calendar import instant, local
from bot.core.context import Context
from bot.core.errors import AlreadyDone, InThePast, TooFar
from bot.core.jobs import Job, job_of, post
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.records import of_job
from bot.people.contact_hours import ContactHours
from bot.people.hours import contact_hours_of


class Snooze(StrEnum):
    half_hour = "30m"
    two_hours = "2h"
    tomorrow = "tomorrow"
    next_week = "week"
    pick = "pick"
    """A day and a time that they choose in a form."""


PAUSES = {Snooze.half_hour: timedelta(minutes=30), Snooze.two_hours: timedelta(hours=2)}


def snoozed_until(choice: Snooze, now: datetime, contact_hours: ContactHours) -> datetime:
    """The instant that `choice` means for them, unless picked: to the minute, or on their morning."""
    if choice in PAUSES:
        return _kept(now + PAUSES[choice], contact_hours)
    today = local(now, contact_hours.zone).date()
    ahead = 1 if choice is Snooze.tomorrow else 7 - today.weekday()
    return contact_hours.next_bundle(
        instant(datetime.combine(today + timedelta(days=ahead), time()), contact_hours.zone)
    )


def _kept(at: datetime, contact_hours: ContactHours) -> datetime:
    """As they chose it, unless they are away then: nothing is shown to who is."""
    away = contact_hours.away(local(at, contact_hours.zone).date())
    return contact_hours.next_moment(at) if away else at


KIND = "action_snooze"
"""Of the job by which it comes back; `payload` has team, user, project, number, since when, and whether they
chose the minute."""


def key(team: str, user: str, item: ActionItem) -> str:
    """The beginning of that job's key; the instant follows."""
    return f"{KIND}:{team}:{user}:{item.project_id}:{item.number}:"


def jobs_of(uow: UnitOfWork, person: Person) -> list[Job]:
    """By which all that they snoozed comes back."""
    return uow.jobs.starting(f"{KIND}:{person.team}:{person.user}:")


def asleep(jobs: Iterable[Job], person: Person, day: date) -> set[tuple[int, int]]:
    """Project and number of what they snoozed on a day before `day` until one after it."""
    asleep = set()
    for job in jobs:
        since = datetime.fromtimestamp(job.payload["since"], UTC)
        if local(since, person.zone).date() < day < local(job.due_at, person.zone).date():
            asleep.add((int(job.payload["project"]), int(job.payload["number"])))
    return asleep


def until(uow: UnitOfWork, now: datetime, item: ActionItem, team: str, user: str) -> datetime | None:
    """The moment it comes back to them; None when they did not snooze it, or need not see it any more."""
    if not item.open or responsible_for(item) != user:
        return None
    job = uow.jobs.next_of(key(team, user, item))
    # A job at work is open until it is noted: what it shows is not snoozed any more.
    return job.due_at if job is not None and job.due_at > now else None


LONGEST = timedelta(days=366)


def snooze(ctx: Context, number: int, choice: Snooze) -> datetime:
    """Return when it comes back, instead of when they said before. Raise NotOwner or AlreadyDone."""
    item = to_snooze(ctx, number)
    until = snoozed_until(choice, ctx.now, contact_hours_of(ctx.uow, ctx.who, ctx.now))
    return _plan(ctx, ctx.who, item, until, ctx.now, chosen=choice in PAUSES)


def snooze_to(ctx: Context, number: int, wall: datetime) -> datetime:
    """At the naive `wall` on their clock, or when they are back then. Raise also InThePast or TooFar."""
    item = to_snooze(ctx, number)
    today = ctx.own_today
    last = local(ctx.now, ctx.who.zone) + LONGEST
    if wall > last:
        raise TooFar(wall, last.date(), today)
    at = instant(wall, ctx.who.zone)
    if at <= ctx.now:
        raise InThePast(wall, today)
    until = _kept(at, contact_hours_of(ctx.uow, ctx.who, ctx.now))
    return _plan(ctx, ctx.who, item, until, ctx.now, chosen=True)


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show it again, unless it is done, given away, or they are away; a morning waits for their hours."""
    person = uow.people.get(job.payload["team"], job.payload["user"])
    found = of_job(uow, now, ActionItems, job)
    if person is None or person.gone or found is None:
        return
    ctx, item = found
    contact_hours = contact_hours_of(uow, person, now)
    if (
        not item.open
        or responsible_for(item) != person.user
        or contact_hours.away(local(now, person.zone).date())
    ):
        return
    asked = datetime.fromtimestamp(job.payload["since"], now.tzinfo)
    if not (job.payload.get("chosen") or contact_hours.inside(now)):
        _plan(ctx, person, item, contact_hours.next_moment(now), asked, chosen=False)
        return
    notice = reminder(ctx.project, item, person.user, job.payload["since"])
    uow.jobs.add(post(notice, job.key, now, expires_at=_too_late(now, contact_hours)))
    show_owner_again(ctx, item, person.user, now.isoformat())


def to_snooze(ctx: Context, number: int) -> ActionItem:
    """The open item that is asked of them; raise NotOwner or AlreadyDone."""
    item = ctx.uow.of(ActionItems).get(ctx.project.id, number)
    if item is None or responsible_for(item) != ctx.who.user:
        raise NotOwner(number, item.owner if item else None)
    if not item.open:
        raise AlreadyDone(NOUN, number, Status(item.status))
    return item


def _too_late(at: datetime, contact_hours: ContactHours) -> datetime:
    """When their day is over, but not within the hour that they chose."""
    return max(contact_hours.evening(at), at + timedelta(hours=1))


def _plan(
    ctx: Context, person: Person, item: ActionItem, at: datetime, asked: datetime, *, chosen: bool
) -> datetime:
    """One at a time: they are reminded at `at` and no earlier; `chosen` by them to the minute."""
    lane = key(person.team, person.user, item)
    ctx.uow.jobs.withdraw(lane)
    about: dict[str, Any] = {"team": person.team, "user": person.user, "since": int(asked.timestamp())}
    about |= {"project": item.project_id, "number": item.number, "chosen": chosen}
    too_late = _too_late(at, contact_hours_of(ctx.uow, person, ctx.now))
    ctx.uow.jobs.add(job_of(KIND, f"{lane}{at.isoformat()}", lane, about, at, too_late))
    show_owner_again(ctx, item, person.user, ctx.now.isoformat())
    return at
