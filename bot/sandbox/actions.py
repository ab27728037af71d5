"""Actions on channels, members and messages, whoever does them: the app, a person or a test."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from bot.sandbox.state import SYSTEM_USER, Channel, Message, User, Workspace

TOMBSTONE = "tombstone"
BURIED = "This message was deleted."


def post(
    ws: Workspace, channel: str, user: str, text: str, *, at: datetime | None = None, **more: Any
) -> Message:
    """Post a message (`more`: fields of Message); with `at` it is history, of which nobody is told."""
    with ws.lock:
        message = Message(ts=ws.next_ts(at), channel=channel, user=user, text=text, **more)
        ws.put(message)
        _remember_thread(ws, message)
        if at is None:
            ws.changed("message_posted", message=message)
        return message


def _remember_thread(ws: Workspace, reply: Message) -> None:
    """A message that got a reply is the parent of its own thread from then on."""
    parent = ws.message(reply.channel, reply.thread_ts or "")
    if parent and parent.thread_ts is None and not reply.ephemeral_to:
        parent.thread_ts = parent.ts
        ws.put(parent)


def edit(ws: Workspace, message: Message, user: str, *, marked: bool = True, **fields: Any) -> Message:
    """Change fields of a message; unless `marked` is false people see that it was edited."""
    with ws.lock:
        before = replace(message)
        for name, value in fields.items():
            setattr(message, name, value)
        if marked:
            message.edited = {"user": user, "ts": ws.next_ts()}
        ws.put(message)
        ws.changed("message_edited", message=message, before=before)
        return message


def delete(ws: Workspace, message: Message) -> None:
    """Take a message away; of one with replies a tombstone stays, so that its thread can be found."""
    with ws.lock:
        if ws.replies(message.channel, message.ts):
            _bury(ws, message)
            return
        message.deleted = True
        ws.put(message)
        ws.changed("message_deleted", message=message)


def _bury(ws: Workspace, message: Message) -> None:
    """Slack tells this as a change, not as a deletion."""
    before = replace(message)
    message.user, message.text, message.subtype = SYSTEM_USER, BURIED, TOMBSTONE
    message.bot_id = message.app_id = message.metadata = message.username = None
    message.blocks, message.attachments, message.files, message.reactions = [], [], [], {}
    ws.put(message)
    ws.changed("message_edited", message=message, before=before)


def react(ws: Workspace, message: Message, user: str, name: str) -> bool:
    """False where this person had already reacted so."""
    with ws.lock:
        people = message.reactions.setdefault(name, [])
        if user in people:
            return False
        people.append(user)
        ws.put(message)
        ws.changed("reaction_added", message=message, user=user, name=name)
        return True


def unreact(ws: Workspace, message: Message, user: str, name: str) -> bool:
    """False where this person had not reacted so."""
    with ws.lock:
        people = message.reactions.get(name, [])
        if user not in people:
            return False
        people.remove(user)
        if not people:
            del message.reactions[name]
        ws.put(message)
        ws.changed("reaction_removed", message=message, user=user, name=name)
        return True


def join(ws: Workspace, channel: Channel, user: str, inviter: str | None = None) -> bool:
    """False where this person is a member already."""
    with ws.lock:
        if channel.has(user):
            return False
        channel.members.append(user)
        ws.put(channel)
        ws.changed("member_joined", channel=channel, user=user, inviter=inviter)
        return True


def leave(ws: Workspace, channel: Channel, user: str) -> bool:
    """False where this person is no member."""
    with ws.lock:
        if not channel.has(user):
            return False
        channel.members.remove(user)
        ws.put(channel)
        ws.changed("member_left", channel=channel, user=user)
        return True


def create_channel(ws: Workspace, name: str, members: list[str], **more: Any) -> Channel:
    """A new channel (`more`: fields of Channel); the first members are simply there, nobody is told."""
    with ws.lock:
        prefix = "D" if more.get("type") == "im" else "C"
        channel = Channel(ws.new_id(prefix), name, members=members, created=ws.now_seconds(), **more)
        ws.put(channel)
        ws.changed("channel_created", channel=channel)
        return channel


def archive(ws: Workspace, channel: Channel) -> None:
    with ws.lock:
        channel.archived = True
        ws.put(channel)
        ws.changed("channel_archived", channel=channel)


def open_dm(ws: Workspace, *people: str) -> Channel:
    """The direct-message channel of these user ids (two: im, more: mpim), made where there is none."""
    with ws.lock:
        found = ws.dm(*people)
        if found:
            return found
        names = "--".join(sorted(ws.name_of(each) for each in people))
        kind, name = ("im", "") if len(people) == 2 else ("mpim", f"mpdm-{names}-1")
        return create_channel(ws, name, list(people), type=kind, creator=people[0])


def deactivate(ws: Workspace, user: User) -> None:
    with ws.lock:
        user.deleted = True
        save_user(ws, user)


def save_user(ws: Workspace, user: User) -> None:
    """Write a new or changed person down and tell it."""
    with ws.lock:
        user.updated = ws.now_seconds()
        ws.put(user)
        ws.changed("user_changed", user=user)


def tell_ephemerally(ws: Workspace, channel: str, to: str, text: str, **more: Any) -> Message:
    """A message that only one person sees; from Slack itself unless `user` says otherwise."""
    user = more.pop("user", SYSTEM_USER)
    return post(ws, channel, user, text, ephemeral_to=to, **more)
