"""Turns a payload, or what was typed earlier and waited, into the call of one listener."""

import hashlib
import json
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, TypeVar

from slack_sdk import WebClient

from bot.core.context import PersonContext
from bot.core.errors import Outdated
from bot.core.jobs import Job
from bot.core.people import Person
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.texts import texts_in
from handlers.slack import payloads
from handlers.slack.directory import Directory
from handlers.slack.payloads import Body
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply
from handlers.slack.request import Click, Command, Fields, Request, Shortcut, SlackEvent, Submission

R = TypeVar("R", bound=Request)


@dataclass(frozen=True)
class AppContext:
    """All that listeners, and what works off jobs, stand on: wired once by bot.runtime."""

    registry: Registry
    unit_of_work: OpenUnitOfWork
    reading: OpenUnitOfWork
    now: Callable[[], datetime]
    directory: Directory
    client: WebClient
    keep: Callable[[Job], None] = lambda _job: None
    """Called directly before a job shows anything; it raises Lost when another has the job."""
    answering: Callable[[], AbstractContextManager[None]] = nullcontext
    """Around an act and its answer: what it sets going begins after."""


PRESENT_OF_INPUTS = "value"
"""Action id of a form's field, which no listener hears: its form reads it when it is submitted."""


@dataclass(frozen=True)
class Act:
    """One thing that somebody did; `about` holds what every request of it begins with."""

    kind: str
    name: str
    """Of the listener that answers: a command's word, an action id, a callback id."""
    decide: Callable[[UnitOfWork, Person], Reply]
    draft: dict[str, Any] | None = None
    """All that is needed to do it later; None for what cannot wait."""
    there: Callable[[str], "Act"] | None = None
    """The same, done in another channel; None for what only makes sense where it was done."""
    prepare: Callable[[UnitOfWork, Person], "Act"] | None = None
    """The same, with what its listener reads before anything is locked; None for one that needs nothing."""


def command(app_context: AppContext, body: Body) -> Act:
    typed, text = str(body["command"]), str(body.get("text", "")).strip()
    word = app_context.registry.slash_names.get(typed, "spil")
    if word == "spil" and text:
        first, rest = [*text.split(maxsplit=1), ""][:2]
        found = app_context.registry.find(first)
        if found:
            word, typed, text = found.en, f"{typed} {first}", rest.strip()
    return _typed(app_context, body, {"word": word, "typed": typed, "text": text})


def _typed(app_context: AppContext, body: Body, draft: dict[str, Any]) -> Act:
    def request(uow: UnitOfWork, who: Person) -> Command:
        about = _about(app_context, body, uow, who)
        return Command(**{**about, **draft, "elsewhere": "channel" in draft})

    def there(channel: str) -> Act:
        return _typed(app_context, body, {**draft, "channel": channel})

    listener = app_context.registry.commands[draft["word"]]
    bare = partial(Act, "command", draft["word"], draft=draft, there=there)
    return _prepared(app_context, bare, request, listener)


def _prepared(
    app_context: AppContext,
    act: "partial[Act]",
    request: Callable[[UnitOfWork, Person], R],
    listener: Callable[[R], Reply | None],
) -> Act:
    """An act whose listener may have something to read before anything is locked."""

    def decided(prepared: Any) -> Callable[[UnitOfWork, Person], Reply]:
        return lambda uow, who: listener(replace(request(uow, who), prepared=prepared)) or Reply()

    plain = act(decide=decided(None))
    prepare = app_context.registry.prepare.get(plain.name)
    if prepare is None:
        return plain
    return replace(plain, prepare=lambda uow, who: act(decide=decided(prepare(request(uow, who)))))


def click(app_context: AppContext, body: Body) -> Act:
    action = body["actions"][0]
    name = str(action["action_id"]).split("/")[0]

    def request(uow: UnitOfWork, who: Person) -> Click:
        return Click(
            **_about(app_context, body, uow, who),
            value=payloads.pressed(action),
            subject=payloads.subject_of(action),
            message_ts=str((body.get("container") or {}).get("message_ts", "")),
            view=body.get("view"),
            fields=Fields(payloads.state_of(body)),
        )

    unheard = _nothing if name == PRESENT_OF_INPUTS else _outdated
    listener = app_context.registry.clicks.get(name, unheard)
    return Act("click", name, lambda uow, who: listener(request(uow, who)) or Reply())


def submission(app_context: AppContext, body: Body) -> Act:
    name = str(body["view"]["callback_id"])

    def request(uow: UnitOfWork, who: Person) -> Submission:
        return Submission(
            **_about(app_context, body, uow, who),
            about=payloads.metadata_of(body),
            fields=Fields(payloads.state_of(body)),
        )

    listener = app_context.registry.submissions.get(name, _outdated)
    return _prepared(app_context, partial(Act, "submission", name), request, listener)


def _outdated(_request: Request) -> Reply:
    raise Outdated


def _nothing(_request: Request) -> None:
    """What somebody chose in a form is read with the whole of it."""


def shortcut(app_context: AppContext, body: Body) -> Act:
    message = body.get("message")
    link = app_context.directory.permalink(payloads.channel_of(body), message["ts"]) if message else None
    return _chosen(
        app_context, body, {"shortcut": str(body["callback_id"]), "message": message, "link": link}
    )


def _chosen(app_context: AppContext, body: Body, draft: dict[str, Any]) -> Act:
    listener = app_context.registry.shortcuts.get(draft["shortcut"], _outdated)

    def decide(uow: UnitOfWork, who: Person) -> Reply:
        about = _about(app_context, body, uow, who)
        return listener(Shortcut(**about, message=draft["message"] or {}, link=draft.get("link")))

    return Act("shortcut", draft["shortcut"], decide, draft)


def waiting(app_context: AppContext, body: Body, draft: dict[str, Any]) -> Act:
    """The act that waited in a draft, done now by whom `body` says."""
    if "word" in draft:
        return _typed(app_context, body, draft)
    if "shortcut" in draft:
        return _chosen(app_context, body, draft)

    def decide(uow: UnitOfWork, who: Person) -> Reply:
        event, about = draft["event"], _about(app_context, body, uow, who)
        about["channel"] = draft.get("channel", about["channel"])
        request = SlackEvent(**about, event=event, own=app_context.directory.own())
        return app_context.registry.events[payloads.event_name(event)](request) or Reply()

    return Act("event", payloads.event_name(draft["event"]), decide, draft)


def draft_key(team: str, channel: str, user: str, draft: dict[str, Any]) -> str:
    """The same words of the same person in the same channel have one key, however often typed."""
    digest = hashlib.sha256(json.dumps(draft, sort_keys=True).encode()).hexdigest()[:16]
    return f"draft:{team}:{channel}:{user}:{digest}"


def keep(ctx: PersonContext, channel: str, draft: dict[str, Any], **occasion: str) -> str:
    """Keep what somebody typed until they answered something else, and return its key: on each `occasion`
    another."""
    key = draft_key(ctx.who.team, channel, ctx.who.user, {**draft, **occasion})
    ctx.uow.pending_requests.put(key, ctx.who.user, draft, ctx.now)
    return key


def typed_in(draft: dict[str, Any] | None) -> str:
    """The line that was typed, to be said back; empty for what was not typed."""
    if draft is None:
        return ""
    if "event" in draft:
        return str(draft["event"].get("text", ""))
    return f"{draft.get('typed', '')} {draft.get('text', '')}".strip()


def _about(app_context: AppContext, body: Body, uow: UnitOfWork, who: Person) -> dict[str, Any]:
    return {
        "uow": uow,
        "who": who,
        "now": app_context.now(),
        "texts": texts_in(who.language),
        "channel": payloads.channel_of(body),
        "channel_name": app_context.directory.name_of(payloads.channel_of(body)),
    }
