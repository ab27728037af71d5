"""What Slack tells, read as our values: who, where and what a payload is about, and a `user` object."""

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any

import structlog

from bot.core.calendar import told_zone
from bot.core.language import Language
from bot.core.people import Kind, Person
from handlers.slack.request import MENTION, SINGLE

Body = Mapping[str, Any]


NOT_SEEN = "\x00\u00ad\u115f\u1160\u180e\u200b\u2060\u2800\u3164\ufeff\uffa0"
"""NUL, which PostgreSQL refuses, and what shows nothing. Joiners stay: scripts and emoji need them."""
SPACES = "\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B)))
LEGIBLE = str.maketrans(dict.fromkeys(NOT_SEEN, "") | dict.fromkeys(SPACES, " "))
log = structlog.get_logger()


def legible(part: Any) -> Any:
    """Every text as it is read: without what nobody sees and halves of a character, all blanks as spaces."""
    match part:
        case str():
            return part if part.isascii() and "\x00" not in part else _legible(part)
        case dict():
            return {name: legible(each) for name, each in part.items()}
        case list():
            return [legible(each) for each in part]
    return part


def _legible(text: str) -> str:
    return text.translate(LEGIBLE).encode(errors="ignore").decode()


def installation_of(body: Body) -> str:
    """The workspace whose installation of us is meant, as far as the payload says.

    In a channel shared by Slack Connect `team` may be the workspace of who acts: of a form always, of an
    event now and then. A view says where we are installed (bolt-js#1614), an event in its `authorizations`;
    `context_team_id` is now one, now the other (Bolt's own examples). A command says only where it was typed.
    """
    view, granted, team = body.get("view") or {}, body.get("authorizations") or [{}], body.get("team")
    told = (
        view.get("app_installed_team_id"),
        granted[0].get("team_id"),
        team.get("id") if isinstance(team, Mapping) else team,
        body.get("team_id"),
        (body.get("user") or {}).get("team_id"),
    )
    return str(next(filter(None, told), ""))


def home_of(body: Body) -> str:
    """The workspace that who acts comes from; empty where the payload does not tell, as users.info will."""
    user = body.get("user")
    if isinstance(user, Mapping) and user.get("team_id"):
        return str(user["team_id"])
    if "event" in body:
        event = body["event"]
        of_message = event.get("team") if event["type"] in ("message", "app_mention") else None
        return str(event.get("user_team") or event.get("source_team") or of_message or home_of(event))
    return str(body.get("team_id") or "")


def is_from_elsewhere(body: Body, own: str) -> bool:
    """Whether it was done from another workspace than `own`, where we are installed.

    So are colleagues of an Enterprise Grid who act from another workspace of their organisation: which of
    its people may see a project there is not ours to guess. They act from ours, and are known there.
    """
    return installation_of(body) != own or home_of(body) not in ("", own)


def user_of(body: Body) -> str:
    """The user who did it, by Slack's word."""
    return str(body.get("user_id") or body["user"]["id"])


def channel_of(body: Body) -> str:
    """The channel of a command, a message's button, or what a form's metadata says it is about."""
    if "channel_id" in body:
        return str(body["channel_id"])
    where = (body.get("channel") or {}).get("id") or (body.get("container") or {}).get("channel_id")
    return str(where or metadata_of(body).get("channel", ""))


def channel_name_of(body: Body) -> str:
    """As Slack tells it with the act: empty for a private channel, whose name it withholds."""
    name = str(body.get("channel_name") or (body.get("channel") or {}).get("name") or "")
    return "" if name in ("privategroup", "directmessage") else name


def event_name(event: Mapping[str, Any]) -> str:
    """The subscription's name, as in "message.im"; the event's own type is only "message"."""
    if event["type"] != "message":
        return str(event["type"])
    kinds = {"im": "im", "mpim": "mpim", "channel": "channels", "group": "groups"}
    return f"message.{kinds.get(event.get('channel_type', ''), '')}"


def metadata_of(body: Body) -> dict[str, Any]:
    raw = (body.get("view") or {}).get("private_metadata")
    return dict(json.loads(raw)) if raw else {}


def is_of_home(body: Body) -> bool:
    """Pressed in Home, or in a form that was opened there: one without a channel."""
    return (body.get("view") or {}).get("type") == "home" or metadata_of(body).get("channel") == ""


def state_of(body: Body) -> dict[str, Any]:
    state = (body.get("view") or {}).get("state") or body.get("state") or {}
    return dict(state.get("values", {}))


def pressed(action: Mapping[str, Any]) -> str:
    """The value of the pressed or chosen element."""
    for name in SINGLE:
        if action.get(name):
            return str(action[name])
    option = action.get("selected_option") or {}
    return str(option.get("value", ""))


def subject_of(action: Mapping[str, Any]) -> str:
    """The subject of a picker, as in `action_items.due/7:12`: its value holds only what was picked."""
    return str(action["action_id"]).partition("/")[2]


def named_users(body: Body) -> Iterator[str]:
    """Everybody whom the payload names, so that we know them before a rule asks."""
    yield user_of(body)
    yield from MENTION.findall(str(body.get("text", "")))
    if body.get("type") == "message_action":
        yield from filter(None, [body["message"].get("user")])
        yield from MENTION.findall(str(body["message"].get("text", "")))
    for action in body.get("actions", ()):
        yield from _selected(action)
    for elements in state_of(body).values():
        for state in elements.values():
            yield from _selected(state)
            yield from MENTION.findall(str(state.get("value") or ""))


def holds_a_list(body: Body) -> bool:
    """Lines or cells were pasted behind a command or into a form: they may call people by name."""
    states = [state for elements in state_of(body).values() for state in elements.values()]
    typed = (str(body.get("text", "")), *(str(state.get("value") or "") for state in states))
    return any("\n" in text.strip() or "\t" in text for text in typed)


def _selected(state: Mapping[str, Any]) -> Iterator[str]:
    if state.get("selected_user"):
        yield str(state["selected_user"])
    yield from state.get("selected_users") or ()


def project_of(body: Body) -> int | None:
    """The project that a button or a form is about: values begin with its id, as in `7:12`."""
    about = metadata_of(body).get("project") or _chosen_project(body)
    if about is None and body.get("actions"):
        action = body["actions"][0]
        values = (pressed(action), subject_of(action))
        about = next((head for head in (value.split(":")[0] for value in values) if head.isdigit()), None)
    return int(about) if about is not None and str(about).isdigit() else None


def _chosen_project(body: Body) -> str | None:
    """Of a form that asks which one is meant."""
    states = state_of(body).get("project", {}).values()
    return next((option["value"] for state in states if (option := state.get("selected_option"))), None)


def occasion(body: Body) -> str:
    """A key of this one act: a copy of the payload has the same."""
    view = body.get("view") or {}
    if body.get("type") == "view_submission":
        return f"view:{view['id']}:{view.get('hash', '')}"
    return f"act:{body['trigger_id']}"


def ids_of(body: Body) -> dict[str, str]:
    """Ids that may stand in a log. The act's own id is hashed: a trigger lets its holder open a form."""
    user = body.get("user_id") or (body.get("user") or {}).get("id") or ""
    act = hashlib.sha256(occasion(body).encode()).hexdigest()[:12]
    return {"act": act, "team": installation_of(body), "user": str(user), "channel": channel_of(body)}


def person_of(
    team: str, user: Mapping[str, Any], now: datetime, other_zone: Callable[[], str] = lambda: "UTC"
) -> Person:
    """The zone is its IANA name, which knows when the clocks change; where this machine does not know that,
    one of Slack's offset, which holds until we ask again; else `other_zone`."""
    profile = user.get("profile", {})
    return Person(
        team=team,
        user=user["id"],
        name=profile.get("display_name") or profile.get("real_name") or user.get("name") or user["id"],
        full_name=profile.get("real_name") or "",
        email=profile.get("email"),
        zone=told_zone(user.get("tz"), user.get("tz_offset"), now) or other_zone(),
        language=Language.of_locale(user.get("locale") or "en"),
        kind=_kind(team, user),
        gone=bool(user.get("deleted")),
        known_at=now,
    )


def log_stand_in(before: Person | None, person: Person, user: Mapping[str, Any]) -> None:
    """One line when somebody gets another zone than Slack names, none when they keep it at a refresh.

    Bots, and who is deactivated, have none.
    """
    told = user.get("tz")
    is_stand_in = told != person.zone and not person.gone and person.kind is not Kind.bot
    if is_stand_in and (before is None or before.zone != person.zone):
        log.warning("person.zone_unknown", user=person.user, told=str(told)[:100], taken=person.zone)


def _kind(team: str, user: Mapping[str, Any]) -> Kind:
    if user.get("is_bot") or user["id"] == "USLACKBOT":
        return Kind.bot
    if user.get("is_restricted") or user.get("is_ultra_restricted"):
        return Kind.guest
    return Kind.member if _is_of(team, user) else Kind.stranger


def _is_of(team: str, user: Mapping[str, Any]) -> bool:
    """Whether they are of this workspace, by Slack's word.

    In an Enterprise Grid `team_id` is one workspace, or the organisation, and `enterprise_user.teams` are all
    that they are in. To be of the same organisation is not enough. `is_stranger` is false for one of another
    workspace with whom we share a channel, so it alone tells little.
    """
    teams = (user.get("enterprise_user") or {}).get("teams") or ()
    return not user.get("is_stranger") and (user.get("team_id", team) == team or team in teams)
