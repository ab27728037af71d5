"""reactions.*"""

import re

from bot.sandbox import actions
from bot.sandbox.serializers import message_json, reactions_json
from bot.sandbox.state import Json, Message
from bot.sandbox.web_api.access import member_channel_of, message_of
from bot.sandbox.web_api.method import Call, Method, SlackError

_NAME = re.compile(r"[a-z0-9_+'-]{1,100}(::skin-tone-[2-6])?")
MOST_KINDS = 23


def add(call: Call) -> Json:
    message, name = _message(call), _name(call)
    if name not in message.reactions and len(message.reactions) >= MOST_KINDS:
        raise SlackError("too_many_emoji")
    if not actions.react(call.ws, message, call.app.bot_user_id, name):
        raise SlackError("already_reacted")
    return {}


def remove(call: Call) -> Json:
    if not actions.unreact(call.ws, _message(call), call.app.bot_user_id, _name(call)):
        raise SlackError("no_reaction")
    return {}


def get(call: Call) -> Json:
    message = _message(call)
    shown = message_json(call.ws, message, url=call.base_url) | {"reactions": reactions_json(message)}
    return {"type": "message", "channel": message.channel, "message": shown}


def _message(call: Call) -> Message:
    return message_of(call, member_channel_of(call), call.args["timestamp"])


def _name(call: Call) -> str:
    name: str = call.args["name"].strip(":")
    if not _NAME.fullmatch(name):
        raise SlackError("invalid_name")
    return name


WHERE = {"channel": "str", "timestamp": "str"}

METHODS = (
    Method("reactions.add", add, WHERE | {"name": "str"}, {}, ("reactions:write",)),
    Method("reactions.remove", remove, WHERE | {"name": "str"}, {}, ("reactions:write",), tier=2),
    Method("reactions.get", get, WHERE, {"full": "bool"}, ("reactions:read",)),
)
