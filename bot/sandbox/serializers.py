"""Our things in the JSON that Slack gives for them, in answers and in events."""

from datetime import timedelta
from typing import Any
from urllib.parse import quote
from zoneinfo import ZoneInfo

from bot.sandbox.state import SYSTEM_USER, TEAM_ID, Channel, File, Json, Message, User, Workspace


def user_json(ws: Workspace, user: User, *, email: bool = False, locale: bool = False) -> Json:
    shown: Json = {
        "id": user.id,
        "team_id": user.team,
        "name": user.name,
        "deleted": user.deleted,
        "is_bot": user.bot and user.id != SYSTEM_USER,  # Slack's own is none, as every app finds out
        "is_app_user": False,
        "updated": user.updated,
        "profile": _profile(user, email=email),
    }
    if not user.deleted:
        shown |= _zone(ws, user) | _standing(user) | {"real_name": user.real_name}
    if user.team != TEAM_ID:
        shown["is_stranger"] = not any(each.has(user.id) for each in ws.channels.values())
    if locale:
        shown["locale"] = user.locale
    return shown


def _profile(user: User, *, email: bool) -> Json:
    first, _, last = user.real_name.partition(" ")
    profile: Json = {
        "title": user.title,
        "real_name": user.real_name,
        "real_name_normalized": user.real_name,
        "display_name": "" if user.bot else user.called,
        "display_name_normalized": "" if user.bot else user.called,
        "first_name": first,
        "last_name": last,
        "team": user.team,
    }
    if email and user.email:
        profile["email"] = user.email
    if user.bot:
        profile |= {"bot_id": user.bot_id, "api_app_id": user.app_id or ""}
    return profile


def _zone(ws: Workspace, user: User) -> Json:
    there = ws.clock.now().astimezone(ZoneInfo(user.tz))
    offset = there.utcoffset() or timedelta(0)
    name = user.tz if user.tz_told is None else user.tz_told
    return {"tz": name, "tz_label": there.tzname() or name, "tz_offset": int(offset.total_seconds())}


def _standing(user: User) -> Json:
    return {
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": user.guest,
        "is_ultra_restricted": False,
    }


def channel_json(ws: Workspace, channel: Channel, viewer: str) -> Json:
    """As `viewer` gets it; topic, purpose and name only where the channel has them."""
    shown: Json = {
        "id": channel.id,
        "created": channel.created,
        "is_archived": channel.archived,
        "is_channel": channel.type in ("public", "private"),
        "is_group": False,
        "is_im": channel.type == "im",
        "is_mpim": channel.type == "mpim",
        "is_private": channel.type != "public",
        "is_org_shared": False,
        "context_team_id": TEAM_ID,
        "updated": channel.created * 1000,
    }
    if channel.type == "im":
        other = next((each for each in channel.members if each != viewer), viewer)
        deleted = (known := ws.users.get(other)) is not None and known.deleted
        return shown | {"user": other, "is_user_deleted": deleted, "priority": 0}
    return shown | {
        "name": channel.name,
        "name_normalized": channel.name,
        "creator": channel.creator,
        "is_general": False,
        "is_shared": False,
        "is_ext_shared": False,
        "is_pending_ext_shared": False,
        "is_member": channel.has(viewer),
        "topic": {"value": channel.topic, "creator": "", "last_set": 0},
        "purpose": {"value": channel.purpose, "creator": "", "last_set": 0},
        "previous_names": [],
    }


def message_json(ws: Workspace, message: Message, *, metadata: bool = False, url: str = "") -> Json:
    """A message in a history, an event or an answer; `url` is where its files are served."""
    shown: Json = {"type": "message", "user": message.user, "text": message.text, "ts": message.ts}
    optional = {
        "subtype": message.subtype,
        "blocks": message.blocks,
        "attachments": message.attachments,
        "thread_ts": message.thread_ts,
        "edited": message.edited,
        "client_msg_id": message.client_msg_id,
        "username": message.username,
        "metadata": message.metadata if metadata else None,
    }
    shown |= {name: value for name, value in optional.items() if value}
    author = ws.users.get(message.user)
    shown["team"] = author.team if author else TEAM_ID
    if message.bot_id:
        shown |= _from_bot(ws, message)
    if message.reactions:
        shown["reactions"] = reactions_json(message)
    if message.files:
        found = [ws.files[each] for each in message.files if each in ws.files]
        shown["files"] = [file_json(ws, each, url) for each in found]
    return shown | _thread(ws, message)


def _from_bot(ws: Workspace, message: Message) -> Json:
    name = ws.app.name if ws.app and ws.app.bot_id == message.bot_id else ws.name_of(message.user)
    about = {"id": message.bot_id, "app_id": message.app_id, "user_id": message.user, "name": name}
    return {
        "bot_id": message.bot_id,
        "app_id": message.app_id,
        "bot_profile": {**about, "deleted": False, "team_id": TEAM_ID},
    }


def reactions_json(message: Message) -> list[Json]:
    each = message.reactions.items()
    return [{"name": name, "users": list(people), "count": len(people)} for name, people in each]


def _thread(ws: Workspace, message: Message) -> Json:
    if message.is_reply:
        parent = ws.message(message.channel, message.thread_ts or "")
        return {"parent_user_id": parent.user} if parent else {}
    if message.thread_ts is None:
        return {}
    replies = [each for each in ws.replies(message.channel, message.ts) if not each.ephemeral_to]
    people = list(dict.fromkeys(each.user for each in replies))
    return {
        "thread_ts": message.ts,
        "reply_count": len(replies),
        "reply_users_count": len(people),
        "latest_reply": replies[-1].ts if replies else message.ts,
        "reply_users": people,
        "is_locked": False,
        "subscribed": False,
    }


def file_json(ws: Workspace, file: File, url: str) -> Json:
    address, name = f"{url}/files-pri/{file.id}", quote(file.name)
    shown: dict[str, Any] = {
        "id": file.id,
        "created": file.created,
        "timestamp": file.created,
        "name": file.name,
        "title": file.title or file.name,
        "mimetype": file.mimetype,
        "filetype": file.filetype,
        "pretty_type": file.filetype.upper(),
        "user": file.user,
        "user_team": TEAM_ID,
        "size": file.size,
        "mode": "quip" if file.filetype == "quip" else "hosted",
        "is_external": False,
        "is_public": bool(file.channels),
        "file_access": "visible",
        "url_private": f"{address}/{name}",
        "url_private_download": f"{address}/download/{name}",
        "permalink": f"{url}/files/{file.user}/{file.id}/{name}",
        "channels": [each for each in file.channels if ws.channels[each].type == "public"],
        "groups": [each for each in file.channels if ws.channels[each].type == "private"],
        "ims": [],
    }
    return shown
