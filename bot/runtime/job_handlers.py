"""What each kind of job is worked by; and what the clock calls for by itself."""

import secrets
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import structlog
from slack_sdk import WebClient

from bot.action_items import notices, snooze
from bot.action_items.change import LOOK_UP
from bot.adapters.calendar_file import invitation
from bot.availability import links
from bot.availability import links as calendar_links
from bot.availability.reading import ReadCalendar
from bot.core import context
from bot.core.context import by_clock, clock_context
from bot.core.jobs import RECONCILE, WHISPER, Busy, Job, JobResult, Lost
from bot.core.language_model import Model
from bot.core.ports import JobQueue, OpenUnitOfWork, SendMail, UnitOfWork
from bot.digests import digest
from bot.meetings import mails
from bot.meetings import schedule as meetings_schedule
from bot.meetings import timed as meetings_timed
from bot.meetings.typed_along import NOTED
from bot.minutes import canvas as minutes_canvas
from bot.minutes import draft, shared, with_model
from bot.offboarding import handover
from bot.people.quiet_hours import HELD
from bot.polls import notifications as polls_timed
from bot.reminders import mornings
from bot.runtime.job_execution import LONGEST_REST
from bot.runtime.worker import LEASE
from handlers.action_items import files, messages
from handlers.meetings.notices import Mails
from handlers.minutes import documents, threads
from handlers.minutes import shared as shared_notes
from handlers.minutes.documents import Intake, knowing_all
from handlers.minutes.shared import Canvases
from handlers.slack import sent_files
from handlers.slack.directory import Directory
from handlers.slack.dispatch import AppContext
from handlers.slack.events import EventInbox
from handlers.slack.registry import Registry
from handlers.slack.sender import Sender
from handlers.slack.whisper import ANSWER, Whisperer
from storage.clock_back import set_right
from storage.retention import clean_up, forget_project, parts
from storage.unit_of_work import Storage

Timed = Callable[[UnitOfWork, datetime, Job], None]
"""A use case that a job calls for when its time has come."""


def timed() -> dict[str, Timed]:
    """Job kind to use case."""
    return {
        context.TELL: context.tell,
        mornings.KIND: mornings.run,
        HELD: mornings.run_held,
        notices.STARTS: notices.start,
        digest.KIND: digest.run,
        snooze.KIND: snooze.run,
        meetings_schedule.REMIND: meetings_timed.remind,
        meetings_schedule.ENDED: meetings_timed.end,
        polls_timed.REMIND: polls_timed.remind,
        polls_timed.DUE: polls_timed.due,
        mails.UNMAILED: mails.unmailed,
    }


def job_handlers(
    storage: Storage,
    registry: Registry,
    client: WebClient,
    now: Callable[[], datetime],
    keep: Callable[[Job], None],
    read_calendar: ReadCalendar,
    send: SendMail | None,
    model: Model | None,
) -> dict[str, Callable[[Job], JobResult]]:
    directory = Directory(client, storage.unit_of_work, storage.reading, now)
    stand = registry, storage.unit_of_work, storage.reading, now, directory, client, keep
    app_context, intake = AppContext(*stand), Intake(*stand)
    sender, whisperer = Sender(*stand), Whisperer(*stand)
    post_office = Mails(*stand, send=send, calendar_file=invitation) if send else None
    go_on = partial(with_model.begin, model.room) if model else lambda *_: False
    sent = partial(partial, sent_files.work, app_context)
    return {
        "post": sender.deliver,
        RECONCILE: sender.reconcile,
        WHISPER: whisperer.work,
        "home": sender.publish_home,
        "event": EventInbox(*stand).handle,
        ANSWER: whisperer.answer,
        # Without a mail server, of one that there was before.
        mails.MAIL: post_office.deliver if post_office else JobResult,
        LOOK_UP: partial(messages.look_up, app_context),
        files.READ_FILE: sent(partial(files.read, directory), files.FILE),
        documents.READ: sent(partial(documents.read, directory), documents.DOCUMENT),
        threads.READ: partial(threads.work, intake),
        shared.READ: partial(shared_notes.work, intake),
        documents.TRY: partial(documents.try_template, intake),
        minutes_canvas.WRITE: Canvases(*stand).write,
        NOTED: partial(threads.acknowledge_typed, intake),
        calendar_links.READ: partial(
            calendar_links.run, storage.unit_of_work, storage.reading, read_calendar, now
        ),
        draft.KIND: knowing_all(
            app_context,
            partial(_on_time, storage.unit_of_work, now, partial(draft.run, go_on=go_on)),
        ),
        with_model.KIND: partial(with_model.run, storage.unit_of_work, storage.reading, model, now),
        **{kind: partial(_on_time, storage.unit_of_work, now, work) for kind, work in timed().items()},
    }


def keep_lease(queue: JobQueue, now: Callable[[], datetime], lease: timedelta, job: Job) -> None:
    """Ask for the lease again; raise Lost when another has the job. The table knows: a clock may stand still
    while its machine is paused."""
    if not queue.renew([job], now() + lease):
        raise Lost


def _on_time(open_unit: OpenUnitOfWork, now: Callable[[], datetime], work: Timed, job: Job) -> JobResult:
    with open_unit() as uow:
        if uow.claim_key(f"worked:{job.key}", now()):
            work(uow, now(), job)
    return JobResult(job)


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
            mornings.plan_all_anew(uow, at, jobs)


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
