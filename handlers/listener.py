"""The one wrapper around every listener: it commits, then replies, then acks, once and last.

A request that a rule refuses becomes a sentence; a bug becomes a sentence with an id that is in the log.
"""

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from slack_bolt import Ack, App, BoltResponse
from slack_sdk import WebClient

from bot.domain.errors import NotAllowed, Rejected
from bot.domain.jobs import Job
from bot.domain.language import Language
from bot.domain.people import Person
from bot.text.texts import Texts, texts_in
from bot.usecases.outcomes import Busy
from bot.usecases.ports import OpenUnitOfWork, UnitOfWork
from handlers import payloads
from handlers.fields import Fields
from handlers.payloads import Body
from handlers.people import Directory
from handlers.performance import Performance
from handlers.registry import Registry
from handlers.reply import Errors, Reply
from handlers.request import Click, Command, Shortcut, Submission

log = structlog.get_logger()
ANY = re.compile("")


@dataclass(frozen=True)
class House:
    """All that listeners stand on, wired once by bot.runtime."""

    registry: Registry
    unit_of_work: OpenUnitOfWork
    now: Callable[[], datetime]
    directory: Directory
    client: WebClient
    slash_names: Mapping[str, str]
    """Slash command to English word, as in {"/actie": "action"}; "/spil" itself maps to "spil"."""


class _RolledBack(Exception):
    """Carries a reply out of a unit of work that must not be kept."""

    def __init__(self, reply: Reply) -> None:
        self.reply = reply


Decide = Callable[[UnitOfWork, Person], Reply]


def attach(app: App, house: House) -> None:
    """Hand all that Slack sends to the one wrapper."""

    def on(kind: Callable[[House, Body], Decide]) -> Callable[[Ack, dict[str, Any]], None]:
        def listener(ack: Ack, body: dict[str, Any]) -> None:
            _take_turn(house, ack, body, kind)

        return listener

    app.command(ANY)(on(_command))
    app.action(ANY)(on(_click))
    app.view(ANY)(on(_submission))
    app.shortcut(ANY)(on(_shortcut))
    app.use(lambda body, next: _keep_event(house, body, next))


def _take_turn(house: House, ack: Ack, body: Body, kind: Callable[[House, Body], Decide]) -> None:
    performance = Performance(house.client, body)
    who: Person | None = None
    try:
        who = _meet(house, body)
        reply = _decide(house, body, who, kind)
        performance.perform(reply, _home_of(house, who))
    except Rejected as reason:
        performance.refuse(_texts(who).rejected(reason), _texts(who))
    except Busy:
        performance.refuse(_texts(who).busy(), _texts(who))
    except Exception as bug:
        error_id = secrets.token_hex(4)
        log.error("listener.bug", error_id=error_id, act=payloads.occasion(body), exc_info=bug)
        performance.refuse(_texts(who).fault(error_id), _texts(who))
    ack(**performance.ack)


def _meet(house: House, body: Body) -> Person:
    team, user = payloads.team_of(body), payloads.user_of(body)
    house.directory.refresh(team, payloads.named_users(body), payloads.channel_of(body))
    project_id = payloads.project_of(body)
    with house.unit_of_work() as uow:
        who = uow.people.get(team, user)
        project = uow.projects.get(project_id) if project_id is not None else None
    if who is None:
        raise NotAllowed
    if project is not None and project.team == team:
        house.directory.refresh(team, (), project.channel)
    return who


def _decide(house: House, body: Body, who: Person, kind: Callable[[House, Body], Decide]) -> Reply:
    """One act in one transaction; its second copy changes nothing."""
    decide = kind(house, body)
    try:
        with house.unit_of_work() as uow:
            if not uow.once(payloads.occasion(body), house.now()):
                return Reply()
            reply = decide(uow, who)
            if isinstance(reply, Errors):
                raise _RolledBack(reply)
            return reply
    except _RolledBack as rolled_back:
        return rolled_back.reply


def _about(house: House, body: Body, uow: UnitOfWork, who: Person) -> dict[str, Any]:
    return {
        "uow": uow,
        "who": who,
        "now": house.now(),
        "texts": _texts(who),
        "channel": payloads.channel_of(body),
    }


def _command(house: House, body: Body) -> Decide:
    typed, text = str(body["command"]), str(body.get("text", "")).strip()
    word = house.slash_names.get(typed, "spil")
    if word == "spil" and text:
        first, _, rest = text.partition(" ")
        found = house.registry.find(first)
        if found:
            word, typed, text = found.en, f"{typed} {first}", rest.strip()

    def decide(uow: UnitOfWork, who: Person) -> Reply:
        about = _about(house, body, uow, who)
        return house.registry.commands[word](Command(**about, word=word, typed=typed, text=text))

    return decide


def _click(house: House, body: Body) -> Decide:
    action = body["actions"][0]

    def decide(uow: UnitOfWork, who: Person) -> Reply:
        listener = house.registry.clicks.get(action["action_id"].split("/")[0])
        if listener is None:
            return Reply()
        return listener(
            Click(
                **_about(house, body, uow, who),
                value=payloads.pressed(action),
                message_ts=str((body.get("container") or {}).get("message_ts", "")),
                view=body.get("view"),
                fields=Fields(payloads.state_of(body)),
            )
        )

    return decide


def _submission(house: House, body: Body) -> Decide:
    def decide(uow: UnitOfWork, who: Person) -> Reply:
        return house.registry.submissions[body["view"]["callback_id"]](
            Submission(
                **_about(house, body, uow, who),
                about=payloads.metadata_of(body),
                fields=Fields(payloads.state_of(body)),
            )
        )

    return decide


def _shortcut(house: House, body: Body) -> Decide:
    def decide(uow: UnitOfWork, who: Person) -> Reply:
        listener = house.registry.shortcuts[body["callback_id"]]
        return listener(Shortcut(**_about(house, body, uow, who), message=body.get("message")))

    return decide


def _home_of(house: House, who: Person) -> Callable[[], dict[str, Any]]:
    def render() -> dict[str, Any]:
        assert house.registry.home is not None
        with house.unit_of_work() as uow:
            return house.registry.home(uow, who, _texts(who), house.now()).to_dict()

    return render


def _keep_event(house: House, body: dict[str, Any], go_on: Callable[[], BoltResponse]) -> BoltResponse:
    """Write an event down before Bolt acks it; if that fails, Slack sends it again."""
    if body.get("type") != "event_callback":
        return go_on()
    event = body["event"]
    if event["type"] in house.registry.events:
        where = event.get("channel") or event.get("user") or ""
        job = Job(
            key=f"event:{body['event_id']}",
            kind="event",
            lane=f"event:{where if isinstance(where, str) else where.get('id', '')}",
            payload={"team": body["team_id"], "event": event},
            due_at=house.now(),
        )
        with house.unit_of_work() as uow:
            uow.jobs.add(job)
    return BoltResponse(status=200, body="")


def _texts(who: Person | None) -> Texts:
    return texts_in(who.language if who else Language.en)
