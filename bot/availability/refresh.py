"""Reading a linked calendar, hour after hour: each time plans the next."""

from collections.abc import Callable
from datetime import datetime

from bot.availability.links import dead_notice, linked_notice, next_reading
from bot.availability.model import AHEAD, BEFORE, CalendarLink
from bot.availability.ports import CalendarLinks
from bot.availability.reading import ReadCalendar
from bot.core.changes import show_again
from bot.core.context import PersonContext, clock_context
from bot.core.job_results import JobResult
from bot.core.jobs import Job
from bot.core.people import Person
from bot.core.ports import OpenUnitOfWork
from bot.people.quiet_hours import hold_for_morning, show_anew


def run(
    unit_of_work: OpenUnitOfWork,
    reading: OpenUnitOfWork,
    read: ReadCalendar,
    now: Callable[[], datetime],
    job: Job,
) -> JobResult:
    """Nothing is locked while it is read. The links of who was deactivated end here."""
    with reading() as uow:
        link = uow.of(CalendarLinks).get(job.payload["link"])
        owner = uow.people.get(link.team, link.user) if link else None
    if link is None:
        return JobResult(job)
    if owner is None or owner.gone:
        with unit_of_work() as uow:
            uow.of(CalendarLinks).remove(link.id)
        return JobResult(job)
    at = now()
    found = read(link.access(at), at - BEFORE, at + AHEAD, owner.zone)
    with unit_of_work() as uow:
        before = uow.of(CalendarLinks).get(link.id)
        # Given anew meanwhile, it has a job of its own.
        if before and before.linked_at == link.linked_at and uow.claim_key(f"worked:{job.key}", at):
            _keep(clock_context(uow, now()), before, before.after(found, now()), owner)
    return JobResult(job)


def _keep(ctx: PersonContext, before: CalendarLink, after: CalendarLink, owner: Person) -> None:
    since = before.failing_since
    failing = after.failing_since
    if failing and after.told_at is None and after.dead(ctx.now):
        after = after.model_copy(update={"told_at": ctx.now})
        hold_for_morning(ctx, dead_notice(after, failing), owner)
    ctx.uow.of(CalendarLinks).put(after)
    ctx.uow.jobs.add(next_reading(after))
    occasion = f"read {ctx.now.isoformat()}"
    if before.read_at is None:
        show_again(ctx, linked_notice(after), occasion)
    if before.told_at and since and after.problem is None:
        show_anew(ctx, dead_notice(after, since), occasion)
