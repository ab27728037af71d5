"""A file that a person drops into a conversation."""

import mimetypes
from pathlib import PurePath

from bot.sandbox.state import Channel, File, Workspace

CANVAS = {".canvas": ("application/vnd.slack-docs", "quip")}
"""A page of Slack's own, which a person makes and shares; its content is HTML."""


def upload(ws: Workspace, user: str, channel: Channel, name: str, content: bytes) -> File:
    suffix = PurePath(name).suffix.lower()
    guessed = mimetypes.guess_type(name)[0] or "application/octet-stream", suffix.lstrip(".") or "text"
    mimetype, filetype = CANVAS.get(suffix, guessed)
    file = File(
        ws.new_id("F"),
        name,
        user,
        title=name.removesuffix(".canvas"),
        mimetype=mimetype,
        filetype=filetype,
        size=len(content),
        created=ws.now_seconds(),
        content=content,
        channels=[channel.id],
        complete=True,
    )
    ws.put(file)
    return file
