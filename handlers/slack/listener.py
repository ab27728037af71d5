"""The one wrapper around every listener: it commits, then replies, then acks, once and last.

A request that a rule refuses becomes a sentence; a bug becomes a sentence with an id that is in the log.
"""

import re
import secrets
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from threading import Condition, local
from time import perf_counter
from typing import Any

import structlog
from slack_bolt import Ack, App

from bot.core.context import PersonContext
from bot.core.errors import Misfilled, NoProject, NotAllowed, Rejected
from bot.core.jobs import Busy, Job, Temporary
from bot.core.language import Language
from bot.core.people import Person, as_stranger
from bot.core.ports import UnitOfWork
from bot.texts import Texts, texts_in
from handlers.slack import dispatch, payloads
from handlers.slack.dispatch import Act, AppContext
from handlers.slack.events import keep_event
from handlers.slack.payloads import Body
from handlers.slack.project_prompt import meant_project, offer, told_in
from handlers.slack.reply import CarryOut, Errors, RefreshHome, Reply, Say
from handlers.slack.responder import Responder

log = structlog.get_logger()
ANY = re.compile("")
PATIENCE = 3
"""Seconds, those of Slack, after which a job no longer waits for an answer."""


class AnswerFirst:
    """Has an act answered before what it set going begins: who did it reads first what was understood.

    An act is decided and answered in one thread. Another process may begin such a job at once.
    """

    def __init__(self, patience: float = PATIENCE) -> None:
        self.patience = patience
        self._act = local()
        self._held: set[str] = set()
        self._changed = Condition()

    @contextmanager
    def acting(self) -> Iterator[None]:
        """Around an act and its answer."""
        added: list[str] = []
        self._act.added = added
        try:
            yield
        finally:
            self._act.added = None
            with self._changed:
                self._held.difference_update(added)
                self._changed.notify_all()

    def hold(self, jobs: Iterable[Job]) -> None:
        """To be called before they are committed; those that no act added begin at once."""
        added: list[str] | None = getattr(self._act, "added", None)
        if added is not None:
            with self._changed:
                added += [job.key for job in jobs]
                self._held.update(added)

    def wait_for(self, job: Job) -> None:
        with self._changed:
            self._changed.wait_for(lambda: job.key not in self._held, self.patience)


class _RolledBack(Exception):
    """Carries a reply out of a unit of work that must not be kept."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply


def attach(app: App, app_context: AppContext) -> None:
    """Hand all that Slack sends to the one wrapper."""

    def on(read: Callable[[AppContext, Body], Act]) -> Callable[[Ack, dict[str, Any]], None]:
        def listener(ack: Ack, body: dict[str, Any]) -> None:
            with app_context.answering():
                _take_turn(app_context, ack, payloads.legible(body), read)

        return listener

    app.command(ANY)(on(dispatch.command))
    app.action(ANY)(on(dispatch.click))
    app.view(ANY)(on(dispatch.submission))
    app.shortcut(ANY)(on(dispatch.shortcut))
    app.use(lambda body, next: keep_event(app_context, body, next))


def _take_turn(
    app_context: AppContext, ack: Ack, body: Body, read: Callable[[AppContext, Body], Act]
) -> None:
    began = perf_counter()
    responder = Responder(app_context.client, body, partial(_name_of, app_context, body))
    who: Person | None = None
    about: dict[str, Any] = {}
    try:
        act = read(app_context, body)
        about = {"kind": act.kind, "name": act.name}
        who = _meet(app_context, body, act)
        about["outcome"] = _do(app_context, body, who, act, responder)
    except Rejected as reason:
        about["outcome"] = f"rejected: {type(reason).__name__}"
        _refuse(app_context, responder, reason, _texts(who))
    except (Busy, Temporary) as reason:
        if isinstance(reason, Busy):
            # Names are in the database: asking it again for each would outlast Slack's patience.
            responder.name_of = str
        about["outcome"] = f"busy: {type(reason).__name__}"
        responder.refuse(_texts(who).busy(), _texts(who))
    except Exception as bug:
        error_id = secrets.token_hex(4)
        about["outcome"] = f"bug: {error_id}"
        log.error("listener.bug", error_id=error_id, exc_info=bug)
        responder.refuse(_texts(who).fault(error_id), _texts(who))
    ack(**responder.ack)
    # Ids only: no text, no token, and no trigger or address by which somebody could act.
    log.info("act", **about, **payloads.ids_of(body), ms=round((perf_counter() - began) * 1000))


def _meet(app_context: AppContext, body: Body, act: Act) -> Person:
    """Know, before a rule asks, everybody whom the act names and who is present where it was done."""
    team, user, channel = app_context.directory.own_team(), payloads.user_of(body), payloads.channel_of(body)
    if act.name in app_context.registry.joining:
        app_context.directory.join(team, channel)
    app_context.directory.hear_name(channel, payloads.channel_name_of(body))
    who = app_context.directory.refresh(team, payloads.named_users(body), channel)[user]
    names = app_context.registry.by_name.get(act.name)
    if payloads.holds_a_list(body) or (names and names.search(str(body.get("text", "")))):
        app_context.directory.meet_members(team, channel)
    if who is None or who.gone:
        # Slack lets nobody act who is deactivated, but for what was on its way.
        raise NotAllowed
    if (project_id := payloads.project_of(body)) is not None:
        with app_context.reading() as uow:
            project = uow.projects.get(project_id)
        if project is not None and project.team == team and project.channel != channel:
            app_context.directory.refresh(team, (), project.channel)
    return as_stranger(who) if payloads.is_from_elsewhere(body, team) else who


def _do(app_context: AppContext, body: Body, who: Person, act: Act, responder: Responder) -> str:
    """Carry it out and show what came of it; the outcome's name for the log."""
    reply = _replied(app_context, who, act, payloads.occasion(body))
    if isinstance(reply, CarryOut):
        responder.respond(reply.first, dict, _texts(who))
        responder.form_is_done = True
        reply = _carry_out(app_context, body, who, reply.draft, responder)
    if type(reply) is Reply and payloads.is_of_home(body):
        # A change shows by itself in messages; Home must be told.
        reply = RefreshHome()
    responder.respond(reply, lambda: _home(app_context, who), _texts(who))
    return type(reply).__name__


def _replied(app_context: AppContext, who: Person, act: Act, occasion: str) -> Reply:
    """One act in one transaction, its second copy changing nothing; without a project, the offer of one."""
    try:
        act = _prepared(app_context, who, act)
        with app_context.unit_of_work() as uow:
            if not uow.claim_key(occasion, app_context.now()):
                return Reply()
            reply = act.decide(uow, who)
            if isinstance(reply, Errors):
                raise _RolledBack(reply)
            return reply
    except _RolledBack as rolled_back:
        return rolled_back.reply
    except NoProject as reason:
        only = meant_project(app_context, who, reason, act.draft) if act.there else None
        if only is None or act.there is None:
            return Say(offer(app_context, who, reason, act.draft))
    app_context.directory.refresh(who.team, (), only.channel)
    return told_in(_replied(app_context, who, act.there(only.channel), occasion), only.channel, _texts(who))


def _prepared(app_context: AppContext, who: Person, act: Act) -> Act:
    if act.prepare is None:
        return act
    with app_context.reading() as uow:
        return act.prepare(uow, who)


def _carry_out(app_context: AppContext, body: Body, who: Person, key: str, responder: Responder) -> Reply:
    """Do what waited under `key`, in its own transaction: a rule may refuse it, the project stays."""
    with app_context.reading() as uow:
        draft = uow.pending_requests.get(key, who.user)
    if draft is None:
        return Reply()
    responder.typed = dispatch.typed_in(draft)
    act = dispatch.waiting(app_context, body, draft)

    def decide(uow: UnitOfWork, who: Person) -> Reply:
        reply = act.decide(uow, who)
        uow.pending_requests.remove(key)
        return reply

    return _replied(app_context, who, replace(act, decide=decide, prepare=None), key)


def _refuse(app_context: AppContext, responder: Responder, reason: Rejected, texts: Texts) -> None:
    fields = {}
    if isinstance(reason, Misfilled):
        fields = {field: texts.rejected(each) for field, each in reason.reasons.items()}
    responder.refuse(texts.rejected(reason), texts, fields)


def _name_of(app_context: AppContext, body: Body, user: str) -> str:
    """A person's name, or the id while the database is busy: a sentence must reach its reader either way."""
    try:
        with app_context.reading() as uow:
            person = uow.people.get(payloads.installation_of(body), user)
    except Busy:
        return user
    return person.name if person else user


def _home(app_context: AppContext, who: Person) -> dict[str, Any]:
    assert app_context.registry.home is not None
    with app_context.reading() as uow:
        return app_context.registry.home(PersonContext(uow, app_context.now(), who), _texts(who)).to_dict()


def _texts(who: Person | None) -> Texts:
    return texts_in(who.language if who else Language.en)
