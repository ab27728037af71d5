"""chat.*: posting, changing and deleting the app's own messages."""

import json
from typing import Any

from bot.sandbox import actions
from bot.sandbox.blocks import check_blocks
from bot.sandbox.serializers import message_json
from bot.sandbox.state import Channel, Json, Message
from bot.sandbox.web_api.access import channel_of, message_of, target_of
from bot.sandbox.web_api.method import Call, Method, SlackError

LONGEST_TEXT = 40_000
LONGEST_MARKDOWN = 12_000
LONGEST_METADATA = 16_000


def post_message(call: Call) -> Json:
    channel = target_of(call)
    content = _content(call)
    message = actions.post(call.ws, channel.id, call.app.bot_user_id, **content, **_origin(call, channel))
    return {"channel": channel.id, "ts": message.ts, "message": _shown(call, message)}


def post_ephemeral(call: Call) -> Json:
    channel = target_of(call)
    if not channel.has(call.args["user"]):
        raise SlackError("user_not_in_channel")
    content = _content(call)
    origin = _origin(call, channel)
    message = actions.tell_ephemerally(
        call.ws, channel.id, call.args["user"], user=call.app.bot_user_id, **content, **origin
    )
    return {"message_ts": message.ts}


def update(call: Call) -> Json:
    channel = channel_of(call)
    message = message_of(call, channel, call.args["ts"])
    if message.user != call.app.bot_user_id:
        raise SlackError("cant_update_message")
    if channel.archived:
        raise SlackError("is_archived")
    content = _content(call)
    if "markdown_text" not in call.args:
        content = {name: value for name, value in content.items() if name == "blocks" or name in call.args}
    # Slack shows no "(edited)" where blocks were given
    actions.edit(call.ws, message, call.app.bot_user_id, marked=not content["blocks"], **content)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": _shown(call, message)}


def delete(call: Call) -> Json:
    channel = channel_of(call)
    message = message_of(call, channel, call.args["ts"])
    if message.user != call.app.bot_user_id:
        raise SlackError("cant_delete_message")
    actions.delete(call.ws, message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(call: Call) -> Json:
    channel = channel_of(call)
    message = message_of(call, channel, call.args["message_ts"])
    link = f"{call.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.is_reply:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def _shown(call: Call, message: Message) -> Json:
    return message_json(call.ws, message, metadata=True, url=call.base_url)


def _content(call: Call) -> dict[str, Any]:
    """Text, blocks, attachments and metadata, or the error that Slack has for them."""
    text = call.args.get("text") or call.args.get("markdown_text") or ""
    blocks, attachments = call.args.get("blocks") or [], call.args.get("attachments") or []
    if call.args.get("markdown_text") and (call.args.get("text") or blocks):
        raise SlackError("markdown_text_conflict")
    if not text.strip() and not blocks and not attachments:
        raise SlackError("no_text")
    if len(text) > LONGEST_TEXT or len(call.args.get("markdown_text") or "") > LONGEST_MARKDOWN:
        raise SlackError("msg_too_long")
    if len(attachments) > 100:
        raise SlackError("too_many_attachments")
    metadata = _metadata(call.args.get("metadata"))
    return {
        "text": text,
        "blocks": sound_blocks(call, blocks),
        "attachments": attachments,
        "metadata": metadata,
    }


def sound_blocks(call: Call, blocks: Any) -> list[Json]:
    """The blocks with an id on each, as Slack keeps them; SlackError names what it refuses."""
    problems = check_blocks(blocks, "message")
    if problems:
        said = [str(problem) for problem in problems]
        raise SlackError(problems[0].error, *said, errors=said)
    return [
        block if block.get("block_id") else {**block, "block_id": call.ws.new_id("b")} for block in blocks
    ]


def _metadata(metadata: Any) -> Json | None:
    if not metadata:
        return None
    if not isinstance(metadata, dict) or not isinstance(metadata.get("event_type"), str):
        raise SlackError("invalid_metadata_format")
    if not isinstance(metadata.get("event_payload"), dict):
        raise SlackError("invalid_metadata_schema")
    if len(json.dumps(metadata)) > LONGEST_METADATA:
        raise SlackError("metadata_too_large")
    return metadata


def _origin(call: Call, channel: Channel) -> dict[str, Any]:
    """The sender of a message, and the thread that it is in."""
    origin: dict[str, Any] = {"bot_id": call.app.bot_id, "app_id": call.app.id}
    if call.args.get("username") or call.args.get("icon_emoji") or call.args.get("icon_url"):
        call.need("chat:write.customize")
        origin |= {"username": call.args.get("username"), "subtype": "bot_message"}
    thread = call.args.get("thread_ts")
    if not thread:
        return origin
    parent = call.ws.message(channel.id, thread)
    if parent is None or parent.is_reply or parent.ephemeral_to:
        raise SlackError("thread_not_found")
    origin["thread_ts"] = thread
    if call.args.get("reply_broadcast"):
        origin |= {"reply_broadcast": True, "subtype": "thread_broadcast"}
    return origin


CONTENT = {
    "text": "str",
    "blocks": "json",
    "attachments": "json",
    "metadata": "json",
    "markdown_text": "str",
    "link_names": "bool",
    "parse": "str",
    "as_user": "bool",
}
LOOKS = {"username": "str", "icon_emoji": "str", "icon_url": "str", "thread_ts": "str"}
UNFURL = {"unfurl_links": "bool", "unfurl_media": "bool", "mrkdwn": "bool", "reply_broadcast": "bool"}
WRITE = ("chat:write",)
MESSAGE = {"channel": "str", "ts": "str"}

METHODS = (
    Method("chat.postMessage", post_message, {"channel": "str"}, CONTENT | LOOKS | UNFURL, WRITE, tier=0),
    Method(
        "chat.postEphemeral",
        post_ephemeral,
        {"channel": "str", "user": "str"},
        CONTENT | LOOKS,
        WRITE,
        tier=4,
    ),
    Method("chat.update", update, MESSAGE, CONTENT | {"reply_broadcast": "bool", "file_ids": "json"}, WRITE),
    Method("chat.delete", delete, MESSAGE, {"as_user": "bool"}, WRITE),
    Method("chat.getPermalink", permalink, {"channel": "str", "message_ts": "str"}, tier=5),
)
