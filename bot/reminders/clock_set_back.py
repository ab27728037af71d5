"""Plans anew what a clock had planned, or worked, that ran ahead and was set back."""

from collections.abc import Callable, Iterable
from datetime import datetime

from bot.domain.jobs import Job
from bot.usecases import action_items_kind_notices, digests, morning
from bot.usecases.ports import UnitOfWork
from bot.usecases.reminders import next_moment


def plan_anew(uow: UnitOfWork, now: datetime, jobs: Iterable[Job]) -> None:
    """What people chose the moment of stays where it was promised."""
    for job in jobs:
        if job.kind in BY_KIND:
            BY_KIND[job.kind](uow, now, job)
    digests.ensure_all(uow, now)
    morning.ensure_managers(uow, now)


def _digest(uow: UnitOfWork, now: datetime, job: Job) -> None:
    project = uow.projects.get(job.payload["project"])
    if project is not None:
        digests.schedule(uow, now, project)


def _morning(uow: UnitOfWork, now: datetime, job: Job) -> None:
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is not None and not person.gone:
        morning.plan_anew(uow, now, person)


def _message(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """It waits for somebody's hours, which come sooner than that clock thought."""
    person = uow.people.get(job.payload["team"], job.payload["to"])
    if person is not None:
        uow.jobs.hasten(job, next_moment(uow, person, now))


BY_KIND: dict[str, Callable[[UnitOfWork, datetime, Job], None]] = {
    digests.KIND: _digest,
    morning.KIND: _morning,
    action_items_kind_notices.STARTS: action_items_kind_notices.plan_anew,
    "post": _message,
}
