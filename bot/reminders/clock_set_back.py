"""Planning anew after a clock that ran ahead was set back."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.action_items import notices
from bot.availability.links import READ
from bot.core.context import PersonContext, by_clock
from bot.core.jobs import Job
from bot.core.ports import UnitOfWork
from bot.digests import digest
from bot.people import quiet_hours
from bot.people.hours import next_moment
from bot.reminders import mornings


def plan_anew(uow: UnitOfWork, now: datetime, jobs: Iterable[Job]) -> None:
    """Plan these jobs by the present clock; what people chose the moment of stays where it was promised."""
    for job in jobs:
        if job.kind in BY_KIND:
            BY_KIND[job.kind](uow, now, job)
    digest.ensure_all(uow, now)
    mornings.ensure_managers(uow, now)


def _digest(uow: UnitOfWork, now: datetime, job: Job) -> None:
    project = uow.projects.get(job.payload["project"])
    if project is not None:
        digest.schedule(by_clock(uow, now, project))


def _morning(uow: UnitOfWork, now: datetime, job: Job) -> None:
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is not None and not person.gone:
        mornings.plan_anew(PersonContext(uow, now, person))


def _held(uow: UnitOfWork, now: datetime, job: Job) -> None:
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is not None:
        quiet_hours.hold_anew(PersonContext(uow, now, person), job)


def _message(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Send it sooner where it waits for somebody's hours, which come before that clock thought."""
    person = uow.people.get(job.payload["team"], job.payload["to"])
    if person is not None:
        uow.jobs.hasten(job, next_moment(uow, person, now))


BY_KIND: dict[str, Callable[[UnitOfWork, datetime, Job], None]] = {
    digest.KIND: _digest,
    mornings.KIND: _morning,
    notices.STARTS: notices.plan_anew,
    quiet_hours.HELD: _held,
    "post": _message,
    READ: lambda uow, now, job: uow.jobs.hasten(job, now),
}
