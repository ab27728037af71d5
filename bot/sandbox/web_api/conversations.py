"""conversations.* and users.conversations: channels, who is in them and what was said."""

from bot.sandbox import actions
from bot.sandbox.serializers import channel_json, message_json
from bot.sandbox.state import Channel, Json, Message
from bot.sandbox.web_api.access import (
    PREFIX,
    channel_of,
    member_channel_of,
    scopes_for,
    user_of,
)
from bot.sandbox.web_api.method import Call, Method, SlackError
from bot.sandbox.web_api.paging import page

TYPE_WORDS = {"public_channel": "public", "private_channel": "private", "im": "im", "mpim": "mpim"}


def info(call: Call) -> Json:
    channel = channel_of(call, "read")
    shown = channel_json(call.ws, channel, call.app.bot_user_id)
    if call.args.get("include_num_members"):
        shown["num_members"] = len(channel.members)
    if channel.canvas:
        empty = call.ws.files[channel.canvas].content == b"<pre></pre>"
        shown["properties"] = {"canvas": {"file_id": channel.canvas, "is_empty": empty}}
    return {"channel": shown}


def list_all(call: Call) -> Json:
    """Public channels, and of the other types those that the app is in."""
    me = call.app.bot_user_id
    return _listed(call, [c for c in _of_types(call) if c.type == "public" or c.has(me)])


def of_user(call: Call) -> Json:
    """The channels of a person, the app's own by default; private ones only where the app is in too."""
    me = call.app.bot_user_id
    user = user_of(call).id if "user" in call.args else me
    shared = [c for c in _of_types(call) if c.has(user) and (c.type == "public" or c.has(me))]
    return _listed(call, shared)


def _of_types(call: Call) -> list[Channel]:
    words = call.args.get("types") or ["public_channel"]
    if unknown := [each for each in words if each not in TYPE_WORDS]:
        raise SlackError("invalid_types", f"[ERROR] unknown types: {', '.join(unknown)}")
    types = [TYPE_WORDS[each] for each in words]
    for each in types:
        call.need(f"{PREFIX[each]}:read")
    archived_too = not call.args.get("exclude_archived")
    return [c for c in call.ws.channels.values() if c.type in types and (archived_too or not c.archived)]


def _listed(call: Call, channels: list[Channel]) -> Json:
    shown, cursor = page(call, channels, lambda channel: channel.id)
    me = call.app.bot_user_id
    listed = [{**channel_json(call.ws, c, me), "num_members": len(c.members)} for c in shown]
    return {"channels": listed, **cursor}


def members(call: Call) -> Json:
    channel = channel_of(call, "read")
    shown, cursor = page(call, channel.members, str)
    return {"members": shown, **cursor}


def history(call: Call) -> Json:
    """The newest first, without replies (but for those shown in the channel) and ephemeral messages."""
    channel = member_channel_of(call, "history")
    said = [m for m in call.ws.messages(channel.id) if not m.is_reply or m.reply_broadcast]
    chosen = [m for m in reversed(said) if not m.ephemeral_to and _in_range(call, m)]
    return {**_messages(call, chosen), "pin_count": 0}


def replies(call: Call) -> Json:
    """A thread from its parent on, the oldest first; the parent is on each page, as with Slack."""
    channel = member_channel_of(call, "history")
    named = call.ws.message(channel.id, call.args["ts"])
    if named is None or named.ephemeral_to:
        raise SlackError("thread_not_found")
    parent = call.ws.message(channel.id, named.thread_ts or named.ts)
    answers = [m for m in call.ws.replies(channel.id, named.thread_ts or named.ts) if not m.ephemeral_to]
    return _messages(call, [*([parent] if parent else []), *(m for m in answers if _in_range(call, m))])


def _in_range(call: Call, message: Message) -> bool:
    at, inclusive = float(message.ts), call.args.get("inclusive")
    oldest = _moment(call, "oldest", 0.0)
    latest = _moment(call, "latest", float("inf"))
    return oldest < at < latest or bool(inclusive and at in (oldest, latest))


def _moment(call: Call, name: str, default: float) -> float:
    try:
        return float(call.args.get(name) or default)
    except ValueError as bad:
        raise SlackError(f"invalid_ts_{name}") from bad


def _messages(call: Call, chosen: list[Message]) -> Json:
    shown, cursor = page(call, chosen, lambda message: message.ts, most=999)
    metadata = bool(call.args.get("include_all_metadata"))
    more = bool(cursor["response_metadata"]["next_cursor"])
    listed = [message_json(call.ws, m, metadata=metadata, url=call.base_url) for m in shown]
    return {"messages": listed, "has_more": more, **(cursor if more else {})}


def open_direct(call: Call) -> Json:
    """The DM with one person, or with several (an mpim)."""
    if "channel" in call.args:
        channel = channel_of(call)
        if not channel.direct:
            raise SlackError("channel_not_found")
    else:
        channel = _opened(call, [each for each in call.args.get("users", []) if each])
    full = channel_json(call.ws, channel, call.app.bot_user_id)
    return {"channel": full if call.args.get("return_im") else {"id": channel.id}}


def _opened(call: Call, ids: list[str]) -> Channel:
    if not ids:
        raise SlackError("users_list_not_supplied")
    if len(ids) > 8:
        raise SlackError("too_many_users")
    call.need("im:write" if len(ids) == 1 else "mpim:write")
    people = [call.ws.users.get(each) for each in ids]
    for person in people:
        if person is None:
            raise SlackError("user_not_found")
        if person.bot:
            raise SlackError("cannot_dm_bot")
        if person.deleted:
            raise SlackError("user_disabled")
    return actions.open_dm(call.ws, call.app.bot_user_id, *ids)


def join(call: Call) -> Json:
    channel = channel_of(call)
    if channel.type != "public":
        raise SlackError("method_not_supported_for_channel_type")
    if channel.archived:
        raise SlackError("is_archived")
    joined = actions.join(call.ws, channel, call.app.bot_user_id)
    shown = {"channel": channel_json(call.ws, channel, call.app.bot_user_id)}
    warning = {"warning": "already_in_channel", "response_metadata": {"warnings": ["already_in_channel"]}}
    return shown if joined else shown | warning


def leave(call: Call) -> Json:
    channel = channel_of(call)
    if channel.direct:
        raise SlackError("method_not_supported_for_channel_type")
    left = actions.leave(call.ws, channel, call.app.bot_user_id)
    return {} if left else {"not_in_channel": True}


CHANNEL = {"channel": "str"}
PAGED = {"cursor": "str", "limit": "int"}
RANGE = PAGED | {"latest": "str", "oldest": "str", "inclusive": "bool", "include_all_metadata": "bool"}
LISTED = PAGED | {"types": "list", "exclude_archived": "bool", "team_id": "str"}
DETAIL = {"include_locale": "bool", "include_num_members": "bool"}
OPENED = {"channel": "str", "users": "list", "return_im": "bool", "prevent_creation": "bool"}
READ, SEEN, WRITE = scopes_for("read"), scopes_for("history"), scopes_for("write")

METHODS = (
    Method("conversations.info", info, CHANNEL, DETAIL, READ),
    Method("conversations.list", list_all, {}, LISTED, READ, tier=2),
    Method("users.conversations", of_user, {}, LISTED | {"user": "str"}, READ),
    Method("conversations.members", members, CHANNEL, PAGED, READ, tier=4),
    Method("conversations.history", history, CHANNEL, RANGE, SEEN),
    Method("conversations.replies", replies, CHANNEL | {"ts": "str"}, RANGE, SEEN),
    Method("conversations.open", open_direct, {}, OPENED, WRITE),
    Method("conversations.join", join, CHANNEL, {}, ("channels:join",)),
    Method("conversations.leave", leave, CHANNEL, {}, ("channels:manage", "channels:write", "groups:write")),
)
