"""The payloads of what people do, field by field as Slack sends them."""

from bot.sandbox.inputs import TEXT_TYPES, Element, Values
from bot.sandbox.serializers import message_json
from bot.sandbox.state import TEAM_DOMAIN, TEAM_ID, App, Channel, Json, Message, User, ViewState, Workspace
from bot.sandbox.views import Views

TOKEN = "local-verification-token"
CHANNEL_NAMES = {"im": "directmessage", "private": "privategroup"}


def _team(team: str) -> Json:
    return {"id": team, "domain": TEAM_DOMAIN if team == TEAM_ID else "elsewhere"}


def _user(user: User) -> Json:
    return {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team}


def _channel(channel: Channel) -> Json:
    return {"id": channel.id, "name": CHANNEL_NAMES.get(channel.type, channel.name)}


def _interaction(kind: str, app: App, user: User) -> Json:
    return {
        "type": kind,
        "user": _user(user),
        # Of a form it is the workspace of who fills it in; the view says where the app is installed.
        "team": _team(user.team if kind in ("view_submission", "view_closed") else TEAM_ID),
        "api_app_id": app.id,
        "token": TOKEN,
        "enterprise": None,
        "is_enterprise_install": False,
    }


def command(app: App, user: User, channel: Channel, name: str, text: str, trigger_id: str, url: str) -> Json:
    return {
        "token": TOKEN,
        "team_id": TEAM_ID,
        "team_domain": TEAM_DOMAIN,
        "channel_id": channel.id,
        "channel_name": CHANNEL_NAMES.get(channel.type, channel.name),
        "user_id": user.id,
        "user_name": user.name,
        "command": name,
        "text": text,
        "api_app_id": app.id,
        "is_enterprise_install": "false",
        "response_url": url,
        "trigger_id": trigger_id,
    }


def action(element: Element, value: object, ts: str) -> Json:
    """One entry of `actions`: the element as it was used."""
    used: Json = {
        "type": element.type,
        "action_id": element.action_id,
        "block_id": element.block_id,
        "action_ts": ts,
    }
    carried = ("text", "style", "placeholder", "confirm", "confirmation", "value", "url")
    used |= {key: element.json[key] for key in carried if key in element.json}
    if element.json.get(element.kind.initial) is not None and element.type not in TEXT_TYPES:
        used[element.kind.initial] = element.json[element.kind.initial]
    if element.type != "button":
        used[element.kind.field] = value
    return used


def message_action(
    ws: Workspace, app: App, user: User, message: Message, used: Json, state: Values, extra: Json
) -> Json:
    """block_actions on a message; of an ephemeral one Slack does not tell what it said."""
    channel = ws.channels[message.channel]
    container: Json = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": message.ephemeral_to is not None,
    }
    if message.is_reply:
        container["thread_ts"] = message.thread_ts
    payload = _interaction("block_actions", app, user) | {
        "container": container,
        "channel": _channel(channel),
        "state": {"values": state},
        "actions": [used],
        **extra,
    }
    if message.ephemeral_to is None:
        payload["message"] = message_json(ws, message)
    return payload


def view_action(app: App, user: User, views: Views, view: ViewState, used: Json, trigger_id: str) -> Json:
    return _interaction("block_actions", app, user) | {
        "container": {"type": "view", "view_id": view.id},
        "view": views.json(view),
        "actions": [used],
        "trigger_id": trigger_id,
    }


def view_submission(app: App, user: User, views: Views, view: ViewState, trigger_id: str) -> Json:
    return _interaction("view_submission", app, user) | {
        "view": views.json(view),
        "trigger_id": trigger_id,
        "response_urls": [],
    }


def view_closed(app: App, user: User, views: Views, view: ViewState, *, cleared: bool) -> Json:
    return _interaction("view_closed", app, user) | {"view": views.json(view), "is_cleared": cleared}


def shortcut(app: App, user: User, callback_id: str, trigger_id: str, ts: str) -> Json:
    return _interaction("shortcut", app, user) | {
        "callback_id": callback_id,
        "trigger_id": trigger_id,
        "action_ts": ts,
    }


def message_shortcut(
    ws: Workspace, app: App, user: User, message: Message, callback_id: str, extra: Json
) -> Json:
    return _interaction("message_action", app, user) | {
        "callback_id": callback_id,
        "channel": _channel(ws.channels[message.channel]),
        "message_ts": message.ts,
        "message": message_json(ws, message),
        **extra,
    }


def event_callback(ws: Workspace, app: App, event: Json) -> Json:
    """Of what somebody of another workspace did `team_id` is theirs; of a mention it is the app's."""
    who = ws.users.get(event["user"]) if isinstance(event.get("user"), str) else None
    team = who.team if who else TEAM_ID
    if team != TEAM_ID and event["type"] == "app_mention":
        event |= {"team": TEAM_ID, "user_team": team, "source_team": team}
    authorization = {
        "enterprise_id": None,
        "team_id": TEAM_ID,
        "user_id": app.bot_user_id,
        "is_bot": True,
        "is_enterprise_install": False,
    }
    return {
        "token": TOKEN,
        "team_id": TEAM_ID if event["type"] == "app_mention" else team,
        "context_team_id": TEAM_ID,
        "context_enterprise_id": None,
        "api_app_id": app.id,
        "event": event,
        "type": "event_callback",
        "event_id": ws.new_id("Ev"),
        "event_time": ws.now_seconds(),
        "authorizations": [authorization],
        "is_ext_shared_channel": _is_shared(ws, event),
        "event_context": ws.new_id("4-"),
    }


def _is_shared(ws: Workspace, event: Json) -> bool:
    where = event.get("channel")
    channel = ws.channels.get(where) if isinstance(where, str) else None
    people = [ws.users[each] for each in channel.members if each in ws.users] if channel else []
    return any(user.team != TEAM_ID for user in people)
