"""Access of the app: which channel, message or person a call means, and whether this app may reach it."""

from typing import Literal

from bot.sandbox.actions import TOMBSTONE, open_dm
from bot.sandbox.state import SYSTEM_USER, Channel, Message, User
from bot.sandbox.web_api.method import Call, SlackError

Family = Literal["read", "history", "write"]
PREFIX = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


def scopes_for(family: Family) -> tuple[str, ...]:
    """Any of these opens a method; which one it must be depends on the channel's type."""
    return tuple(f"{prefix}:{family}" for prefix in PREFIX.values())


def channel_of(call: Call, family: Family | None = None) -> Channel:
    """The channel that the call names, if the app can know of it: private ones only as a member."""
    channel = call.ws.channels.get(call.args["channel"])
    if channel is None:
        raise SlackError("channel_not_found")
    if channel.type != "public" and not channel.has(call.app.bot_user_id):
        raise SlackError("channel_not_found")
    if family:
        call.need(f"{PREFIX[channel.type]}:{family}")
    return channel


def member_channel_of(call: Call, family: Family | None = None) -> Channel:
    channel = channel_of(call, family)
    if not channel.has(call.app.bot_user_id):
        raise SlackError("not_in_channel")
    return channel


def target_of(call: Call) -> Channel:
    """The channel that the app may post to: one it is in, or the DM of a person whose id was given."""
    if call.args["channel"][:1] in ("U", "W"):
        return open_dm(call.ws, call.app.bot_user_id, _dm_partner(call, call.args["channel"]).id)
    channel = channel_of(call)
    if not channel.has(call.app.bot_user_id) and "chat:write.public" not in call.app.scopes:
        raise SlackError("not_in_channel")
    if channel.archived:
        raise SlackError("is_archived")
    return channel


def _dm_partner(call: Call, user_id: str) -> User:
    user = call.ws.users.get(user_id)
    if user_id == SYSTEM_USER or (user and user.bot):
        raise SlackError("cannot_dm_bot")
    if user is None:
        raise SlackError("channel_not_found")
    return user


def message_of(call: Call, channel: Channel, ts: str) -> Message:
    """A message that is in the channel for all to see."""
    message = call.ws.message(channel.id, ts)
    if message is None or message.ephemeral_to or message.subtype == TOMBSTONE:
        raise SlackError("message_not_found")
    return message


def user_of(call: Call, name: str = "user") -> User:
    user = call.ws.users.get(call.args[name])
    if user is None:
        raise SlackError("user_not_found")
    return user
