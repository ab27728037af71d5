"""What the clock calls for by itself: what recurs is planned, what is over ends, leaps are put right."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog

from bot.availability import links
from bot.core.context import by_clock, clock_context
from bot.core.jobs import Busy
from bot.digests import digest
from bot.offboarding import handover
from bot.reminders import clock_set_back, mornings
from bot.runtime.job_execution import LONGEST_REST
from bot.runtime.worker import LEASE
from storage.cleanup import clean_up
from storage.clock_back import set_right
from storage.removal import parts
from storage.retention import forget_project
from storage.unit_of_work import Storage

log = structlog.get_logger()

LONGEST_HOLD = LEASE + timedelta(seconds=LONGEST_REST)
"""For which a job is in hand, or at rest."""


def set_clock_right(storage: Storage, now: Callable[[], datetime]) -> None:
    """Correct what a clock wrote that ran ahead and was set back, so that nothing waits for it."""
    at = now()
    with storage.unit_of_work() as uow:
        jobs = set_right(uow.session.connection(), at, LONGEST_HOLD, (digest.KIND, mornings.KIND))
        if jobs:
            log.warning("clock.set_back", jobs=len(jobs))
            clock_set_back.plan_anew(uow, at, jobs)


def keep_house(storage: Storage, now: Callable[[], datetime]) -> None:
    """Run what recurs hourly; what somebody waits for goes first."""
    for_each_project(storage, partial(_plan_what_is_missing, storage, now()))
    with storage.unit_of_work() as uow:
        links.plan_what_is_missing(clock_context(uow, now()))
    clean_up(storage, now())
    for_each_project(storage, partial(forget_project, storage, now()))


def for_each_project(storage: Storage, work: Callable[[int], object]) -> None:
    """In turns with whoever else writes. A fault of one project is logged, and the others go on."""
    with storage.reading() as uow:
        projects = [project.id for project in uow.projects.all()]
    for [project_id] in parts(projects, 1):
        try:
            work(project_id)
        except Busy:
            raise  # the database is, for all of them: the clock comes back
        except Exception:  # the boundary of one project's part: a bug must not keep the others waiting
            log.exception("house.bug", project=project_id, error_id=secrets.token_hex(4))


def _plan_what_is_missing(storage: Storage, now: datetime, project_id: int) -> None:
    with storage.unit_of_work() as uow:
        project = uow.projects.get(project_id)
        if project is not None:
            ctx = by_clock(uow, now, project)
            digest.ensure(ctx)
            mornings.ensure_manager(ctx)
            handover.notice(ctx)
