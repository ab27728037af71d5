"""canvases.*: pages of Slack's own, the one of a channel and those in its tabs, as Slack documents them."""

import html

from bot.sandbox.state import Channel, File, Json
from bot.sandbox.web_api.access import channel_of
from bot.sandbox.web_api.method import Call, Method, SlackError

MOST = 1_048_576
"""Characters of Markdown."""


def create_of_channel(call: Call) -> Json:
    """A channel has one at most. Who may read it follows from the channel."""
    channel = _channel(call)
    if channel.canvas:
        raise SlackError("channel_canvas_already_exists")
    canvas = _made(call, channel)
    channel.canvas = canvas.id
    call.ws.put(channel)
    return {"canvas_id": canvas.id}


def create(call: Call) -> Json:
    """One by itself, in a tab of the channel that is named."""
    return {"canvas_id": _made(call, _channel(call) if "channel_id" in call.args else None).id}


def edit(call: Call) -> Json:
    """Of the operations only the one that replaces all is built."""
    canvas = call.ws.files.get(call.args["canvas_id"])
    if canvas is None or canvas.deleted or canvas.filetype != "quip":
        raise SlackError("canvas_not_found")
    if canvas.user != call.app.bot_user_id:
        raise SlackError("restricted_action")
    changes = call.args["changes"]
    if not isinstance(changes, list) or not changes:
        raise SlackError("invalid_arguments", "[ERROR] must provide a list [json-pointer:/changes]")
    if len(changes) > 1:
        raise SlackError("invalid_arguments", "[ERROR] no more than 1 items allowed [json-pointer:/changes]")
    if not isinstance(changes[0], dict) or set(changes[0]) != {"operation", "document_content"}:
        raise SlackError("invalid_arguments", "[ERROR] unknown change [json-pointer:/changes/0]")
    if changes[0]["operation"] != "replace":
        raise SlackError("invalid_arguments", "[ERROR] not built here [json-pointer:/changes/0/operation]")
    canvas.content = _content(changes[0]["document_content"])
    call.ws.put(canvas)
    return {}


def _channel(call: Call) -> Channel:
    """Public, or one that the app is in."""
    return channel_of(Call(call.ws, call.app, {"channel": call.args["channel_id"]}, call.base_url))


def _made(call: Call, channel: Channel | None) -> File:
    title = call.args.get("title") or "Untitled"
    canvas = File(
        call.ws.new_id("F"),
        title,
        call.app.bot_user_id,
        title=title,
        mimetype="application/vnd.slack-docs",
        filetype="quip",
        created=call.ws.now_seconds(),
        content=_content(call.args.get("document_content") or {"type": "markdown", "markdown": ""}),
        channels=[channel.id] if channel else [],
        complete=True,
    )
    call.ws.put(canvas)
    return canvas


def _content(document: object) -> bytes:
    """The Markdown as it was written: how Slack draws it is not built."""
    if not isinstance(document, dict) or set(document) != {"type", "markdown"}:
        raise SlackError("invalid_arguments", "[ERROR] must have type and markdown [/document_content]")
    markdown = document["markdown"]
    if document["type"] != "markdown" or not isinstance(markdown, str) or len(markdown) > MOST:
        raise SlackError("invalid_arguments", "[ERROR] must be markdown [/document_content]")
    return f"<pre>{html.escape(markdown)}</pre>".encode()


CONTENT = {"title": "str", "document_content": "json"}
WRITE = ("canvases:write",)
METHODS = (
    Method("conversations.canvases.create", create_of_channel, {"channel_id": "str"}, CONTENT, WRITE, tier=2),
    Method("canvases.create", create, {}, CONTENT | {"channel_id": "str"}, WRITE, tier=2),
    Method("canvases.edit", edit, {"canvas_id": "str", "changes": "json"}, {}, WRITE),
)
