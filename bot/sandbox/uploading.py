"""A file that a person drops into a conversation."""

import mimetypes
from pathlib import PurePath

from bot.sandbox.state import Channel, File, Workspace


def upload(ws: Workspace, user: str, channel: Channel, name: str, content: bytes) -> File:
    file = File(
        ws.new_id("F"),
        name,
        user,
        title=name,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        filetype=PurePath(name).suffix.lstrip(".").lower() or "text",
        size=len(content),
        created=ws.now_seconds(),
        content=content,
        channels=[channel.id],
        complete=True,
    )
    ws.put(file)
    return file
