"""The composition root: every part is made here, once, and put together."""

from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from sqlite3 import Connection

import structlog
from slack_bolt import App
from sqlalchemy import Engine

from bot.action_items import notifications as action_item_notifications
from bot.action_items.facts import ItemChanged
from bot.action_items.noun import ACTION_ITEM
from bot.adapters.calendar_file import invitation, subscription
from bot.adapters.calendars.reader import open_reader
from bot.adapters.exports import WRITERS
from bot.adapters.language_model import LanguageModel
from bot.adapters.minutes_files import writers
from bot.core.ports import MailServer, SendMail, Subscriber
from bot.core.undo import ActUndone
from bot.decisions.noun import DecisionChanged
from bot.decisions.noun import changed as decision_changed
from bot.digests import digest
from bot.escalations import notifications as escalation_notifications
from bot.meetings import mails
from bot.meetings.notifications import MeetingChanged
from bot.minutes import canvas as minutes_canvas
from bot.minutes import clock as minutes_clock
from bot.minutes import notifications as minutes_notifications
from bot.minutes import template as minutes_template
from bot.nouns import NOUNS
from bot.offboarding import handover as offboarding_notifications
from bot.people import quiet_hours
from bot.people.preferences import AbsencesChanged, Rule, WishesChanged
from bot.projects.set_up import ProjectChanged, SettingsProposed
from bot.reminders import mornings
from bot.runtime.clock import Clock
from bot.runtime.job_handlers import job_handlers, keep_house, keep_lease, set_clock_right
from bot.runtime.settings import Settings
from bot.runtime.web import FeedPage
from bot.runtime.worker import LEASE, Worker
from handlers.action_items import desk as action_item_form
from handlers.action_items import listeners as action_items
from handlers.availability import listeners as availability
from handlers.conversation import listeners as talking
from handlers.decisions import listeners as decisions
from handlers.digests import listeners as digest_desk
from handlers.escalations import listeners as escalations
from handlers.exports import listeners as exports
from handlers.help import listeners as help_desk
from handlers.home import views as home
from handlers.meetings import listeners as meetings
from handlers.minutes import listeners as minutes
from handlers.minutes.desk import DESK as MINUTES_DESK
from handlers.offboarding import listeners as leavers_desk
from handlers.polls import listeners as polls
from handlers.projects import listeners as projects
from handlers.reminders import listeners as reminders
from handlers.slack.client import open_client
from handlers.slack.directory import Directory
from handlers.slack.dispatch import AppContext
from handlers.slack.listener import AnswerFirst, attach
from handlers.slack.registry import Registry
from storage.core.engine import hold, migrate, open_engine
from storage.tables import metadata
from storage.unit_of_work import Storage
from storage.zones import unknown_zones

log = structlog.get_logger()

LISTENERS_AT_ONCE = 20
QUICK, PATIENT = 2, 20
"""Seconds that a listener, and that a job, waits for Slack."""
TICK = 1
"""Seconds between looks at the job table; what is due now rings at once."""

MINUTE, HOUR = 60, 3600
SUBSCRIBERS: tuple[Subscriber, ...] = (
    (ActUndone, action_item_notifications.act_undone),
    (DecisionChanged, decision_changed),
    (DecisionChanged, minutes_notifications.decision_changed),
    (ItemChanged, minutes_notifications.action_item_changed),
    (ItemChanged, mornings.action_item_changed),
    (ItemChanged, offboarding_notifications.action_item_changed),
    (ItemChanged, escalation_notifications.action_item_changed),
    (MeetingChanged, minutes_clock.meeting_changed),
    (MeetingChanged, mornings.meeting_changed),
    (SettingsProposed, quiet_hours.settings_proposed),
    (ProjectChanged, lambda ctx, _fact: digest.schedule(ctx)),
    (ProjectChanged, lambda ctx, _fact: mornings.ensure_manager(ctx)),
    (ProjectChanged, minutes_template.project_changed),
    (ProjectChanged, minutes_canvas.project_changed),
    (WishesChanged, lambda ctx, _fact: mornings.plan_anew(ctx)),
    (AbsencesChanged, mornings.absences_changed),
)
"""Subscribers by the type of fact, in the order of work."""

DESKS = (action_item_form.DESK, decisions.DESK, meetings.DESK, polls.DESK, MINUTES_DESK)
FILES = {ACTION_ITEM.name: exports.FILES}
"""What is particular to a noun's files."""


@dataclass(frozen=True)
class Spil:
    """The whole bot, ready to start."""

    app: App
    engine: Engine
    storage: Storage
    worker: Worker
    clock: Clock
    registry: Registry
    feed: FeedPage
    held: Connection | None
    """Of the SQLite file that we work with alone."""
    model: LanguageModel | None

    def start(self) -> None:
        self.clock.start()

    def stop(self) -> None:
        """Finish what is in hand, give leases back."""
        self.clock.stop()
        if self.model:
            self.model.close()
        self.worker.stop()
        self.engine.dispose()
        if self.held:
            self.held.close()


def open_registry(
    slash_names: Mapping[str, str] | None = None,
    *,
    by_mail: bool = False,
    public_url: str | None = None,
    model_host: str = "",
    template: Path | None = None,
) -> Registry:
    """All capabilities, registered; needs no settings, so the manifest can be made from it."""
    registry = Registry() if slash_names is None else Registry(slash_names=slash_names)
    registry.unused = () if by_mail else (Rule.mail,)
    registry.model_host = model_host
    for capability in (
        help_desk,
        talking,
        projects,
        availability,
        action_items,
        decisions,
        digest_desk,
        home,
        reminders,
        leavers_desk,
        escalations,
    ):
        capability.register(registry)
    meetings.register(registry, invitation, mails.by_mail if by_mail else lambda *_: False, public_url)
    minutes.register(registry, writers(template))
    polls.register(registry)
    exports.register(registry, {desk.noun.name: desk for desk in DESKS}, FILES, WRITERS)
    return registry


def utc_now() -> datetime:
    return datetime.now(UTC)


def open_spil(settings: Settings, now: Callable[[], datetime] = utc_now, lease: timedelta = LEASE) -> Spil:
    """Connect to the database and to Slack; raise SlackApiError when the token is refused,
    InUse when another process works with the same SQLite file."""
    token = settings.slack_bot_token.get_secret_value() if settings.slack_bot_token else ""
    quick = open_client(token, settings.slack_api_url, QUICK)
    patient = open_client(token, settings.slack_api_url, PATIENT)
    engine = open_engine(
        settings.database_url.get_secret_value(), sqlite_synchronous=settings.sqlite_synchronous
    )
    held = hold(engine)
    migrate(engine, metadata)
    for zone in unknown_zones(engine):
        log.warning("zone.unknown", zone=zone)
    clock, answer_first, send = Clock(), AnswerFirst(), _send_mail(settings)
    subscribers = (*SUBSCRIBERS, (MeetingChanged, mails.meeting_changed)) if send else SUBSCRIBERS
    storage = Storage(engine, clock.bells["work"].set, now, subscribers, NOUNS, answer_first.hold)
    if held:
        storage.jobs.take_over(now())
    registry = open_registry(
        settings.slash_names,
        by_mail=send is not None,
        public_url=settings.spil_public_url,
        model_host=settings.model_host,
        template=settings.spil_minutes_template,
    )
    # Alone with the file nobody can take a job over, however long this process sleeps.
    keep = (lambda _job: None) if held else partial(keep_lease, storage.jobs, now, lease)
    read = open_reader(settings.calendar_hosts)
    model = _model(settings)
    work = job_handlers(storage, registry, patient, now, keep, read, send, model)
    worker = Worker(storage.jobs, work, now, wake=clock.wake, may_begin=answer_first.wait_for, lease=lease)
    clock.every(TICK, worker.work_due, "work")
    clock.every(MINUTE, partial(set_clock_right, storage, now), "set right")
    clock.every(HOUR, partial(keep_house, storage, now), "keep house")
    app = App(
        client=quick,
        # Bolt would look through the stack for the file that we are called from.
        name="spil",
        listener_executor=ThreadPoolExecutor(LISTENERS_AT_ONCE, "listener"),
        # Done in `web.py`, before anything is parsed.
        request_verification_enabled=False,
    )
    directory = Directory(quick, storage.unit_of_work, storage.reading, now)
    units = storage.unit_of_work, storage.reading
    attach(app, AppContext(registry, *units, now, directory, quick, answering=answer_first.acting))
    feed = FeedPage(storage.reading, directory, subscription, now)
    return Spil(app, engine, storage, worker, clock, registry, feed, held, model)


def _model(settings: Settings) -> LanguageModel | None:
    """None where none is set."""
    if not settings.model_host:
        return None
    key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else None
    return LanguageModel(
        key,
        settings.openai_base_url,
        settings.openai_model,
        timeout=settings.openai_timeout,
        context=settings.openai_context,
    )


def _send_mail(settings: Settings) -> SendMail | None:
    """None where no mail server is set."""
    if settings.smtp_url is None:
        return None
    from bot.adapters.mail import Mailer

    return Mailer(MailServer.of(settings.smtp_url.get_secret_value()), settings.smtp_from or "").send
