"""People, conversations, messages and views as the page gets them; the shapes are told in `person_api`."""

from bot.sandbox.inputs import plain_state
from bot.sandbox.manifest import commands_of, shortcuts_of
from bot.sandbox.person_view import Eyes
from bot.sandbox.reads import Reads
from bot.sandbox.state import App, Channel, File, Json, Message, User, ViewState, Workspace

MESSAGE_FIELDS = ("ts", "channel", "user", "text", "blocks", "thread_ts", "subtype")
USER_FIELDS = (
    "id",
    "name",
    "called",
    "real_name",
    "title",
    "tz",
    "locale",
    "guest",
    "bot",
    "deleted",
    "email",
)
CHANNEL_FIELDS = ("id", "type", "archived", "topic", "purpose", "members")


def user_json(reads: Reads, user: User) -> Json:
    return {name: getattr(user, name) for name in USER_FIELDS} | {"unread": reads.count(user.id)}


def conversation_json(eyes: Eyes, reads: Reads, channel: Channel) -> Json:
    ws, member = eyes.ws, channel.has(eyes.id)
    messages = eyes.sees(channel.id)
    unread = reads.unread(eyes.id, channel)
    mentions = [m for m in unread if channel.direct or f"<@{eyes.id}>" in m.text]
    others = ", ".join(ws.name_of(each) for each in channel.members if each != eyes.id)
    return {name: getattr(channel, name) for name in CHANNEL_FIELDS} | {
        "name": (others or eyes.name) if channel.direct else channel.name,
        "member": member,
        "unread": len(unread),
        "mentions": len(mentions),
        "latest": messages[-1].ts if messages else None,
        "canvases": [
            _file_json(ws, each.id) for each in ws.files.values() if _is_canvas_of(ws, channel, each)
        ],
    }


def _is_canvas_of(ws: Workspace, channel: Channel, file: File) -> bool:
    """One that the app wrote; those that people share are files in messages."""
    own = ws.app is not None and file.user == ws.app.bot_user_id
    return own and file.filetype == "quip" and not file.deleted and channel.id in file.channels


def conversations_json(eyes: Eyes, reads: Reads) -> list[Json]:
    with eyes.ws.lock:
        known = [each for each in eyes.ws.channels.values() if each.type == "public" or each.has(eyes.id)]
        return [conversation_json(eyes, reads, each) for each in known]


def message_json(eyes: Eyes, reads: Reads, message: Message) -> Json:
    ws, author = eyes.ws, eyes.ws.users.get(message.user)
    parent = message.thread_ts == message.ts
    replies = eyes.sees_thread(message.channel, message.ts)[1:] if parent else []
    return {name: getattr(message, name) for name in MESSAGE_FIELDS} | {
        "name": message.username or (author.real_name if author else message.user),
        "bot": bool(author and author.bot),
        "reply_count": len(replies),
        "reply_users": list(dict.fromkeys(each.user for each in replies)),
        "latest_reply": replies[-1].ts if replies else None,
        "broadcast": message.reply_broadcast,
        "edited": message.edited is not None,
        "ephemeral": message.ephemeral_to is not None,
        "unread": reads.is_unread(eyes.id, message),
        "mine": message.user == eyes.id,
        "words": message.words(),
        "reactions": [
            {"name": name, "users": list(users), "mine": eyes.id in users}
            for name, users in message.reactions.items()
        ],
        "files": [_file_json(ws, each) for each in message.files if each in ws.files],
    }


def _file_json(ws: Workspace, file_id: str) -> Json:
    file = ws.files[file_id]
    shown = {name: getattr(file, name) for name in ("id", "name", "title", "mimetype", "size")}
    return shown | {"url": f"/local/page/file/{file.id}"}


def view_json(view: ViewState | None, depth: int = 1) -> Json | None:
    if view is None:
        return None
    kept = ("callback_id", "title", "submit", "close", "blocks")
    return {name: view.view.get(name) for name in kept} | {
        "id": view.id,
        "type": view.type,
        "state": plain_state(view.view["blocks"], view.values),
        "errors": {block_id: text for block_id, text in view.errors.items() if block_id},
        "problem": view.errors.get(""),
        "depth": depth,
        "hash": view.hash,
    }


def commands_json(app: App | None) -> list[Json]:
    known = commands_of(app.manifest).values() if app else ()
    return [{key: each.get(key, "") for key in ("command", "description", "usage_hint")} for each in known]


def shortcuts_json(app: App | None) -> list[Json]:
    known = shortcuts_of(app.manifest) if app else []
    return [{key: each[key] for key in ("callback_id", "name", "description", "type")} for each in known]
