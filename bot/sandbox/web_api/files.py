"""files.*: the upload in three steps, and what is known of a file."""

import mimetypes
from pathlib import PurePath
from typing import Any

from bot.sandbox import actions
from bot.sandbox.serializers import file_json
from bot.sandbox.state import Channel, File, Json
from bot.sandbox.web_api.access import target_of
from bot.sandbox.web_api.chat import sound_blocks
from bot.sandbox.web_api.method import Call, Method, SlackError


def get_upload_url(call: Call) -> Json:
    """Step 1; step 2 is the upload itself (see `files_http.py`)."""
    if call.args["length"] <= 0:
        raise SlackError("invalid_arguments", "[ERROR] length must be greater than 0")
    name = call.args["filename"]
    file = File(
        call.ws.new_id("F"),
        name,
        call.app.bot_user_id,
        mimetype=mimetypes.guess_type(name)[0] or "application/octet-stream",
        filetype=PurePath(name).suffix.lstrip(".").lower() or "text",
        size=call.args["length"],
        created=call.ws.now_seconds(),
    )
    call.ws.put(file)
    return {"upload_url": f"{call.base_url}/upload/v1/{file.id}", "file_id": file.id}


def complete_upload(call: Call) -> Json:
    """Step 3: publish the files, in one message for each channel that is named."""
    files = [_uploaded(call, each) for each in call.args["files"]]
    if not files:
        raise SlackError("invalid_arguments", "[ERROR] files must not be empty")
    wanted = [call.args["channel_id"]] if "channel_id" in call.args else call.args.get("channels", [])
    channels = [target_of(Call(call.ws, call.app, {"channel": each}, call.base_url)) for each in wanted]
    for file in files:
        file.complete = True
        call.ws.put(file)
    for channel in channels:
        _share(call, files, channel)
    return {"files": [file_json(call.ws, file, call.base_url) for file in files]}


def _uploaded(call: Call, named: Any) -> File:
    file = call.ws.files.get(named.get("id", "")) if isinstance(named, dict) else None
    if file is None or file.complete:
        raise SlackError("file_not_found")
    if not file.content:
        raise SlackError("file_upload_size_restricted" if file.size == 0 else "file_not_found")
    file.title = named.get("title") or file.name
    return file


def _share(call: Call, files: list[File], channel: Channel) -> None:
    thread = call.args.get("thread_ts")
    if thread and call.ws.message(channel.id, thread) is None:
        raise SlackError("thread_not_found")
    blocks = sound_blocks(call, call.args.get("blocks") or [])
    text, me = call.args.get("initial_comment") or "", call.app.bot_user_id
    ids = [file.id for file in files]
    more: dict[str, Any] = {"bot_id": call.app.bot_id, "app_id": call.app.id, "thread_ts": thread}
    actions.post(call.ws, channel.id, me, text, blocks=blocks, files=ids, subtype="file_share", **more)
    for file in files:
        file.channels.append(channel.id)
        call.ws.put(file)
        call.ws.changed("file_shared", file=file, channel=channel, user=me)


def info(call: Call) -> Json:
    return {"file": file_json(call.ws, _known(call), call.base_url), "comments": []}


def delete(call: Call) -> Json:
    file = _known(call)
    if file.user != call.app.bot_user_id:
        raise SlackError("cant_delete_file")
    file.deleted = True
    call.ws.put(file)
    return {}


def _known(call: Call) -> File:
    """A file that was shared to a channel where the app is, or is its own."""
    file, me = call.ws.files.get(call.args["file"]), call.app.bot_user_id
    if file is None or not file.complete:
        raise SlackError("file_not_found")
    if file.deleted:
        raise SlackError("file_deleted")
    shared = [call.ws.channels[each] for each in file.channels]
    if file.user != me and not any(c.type == "public" or c.has(me) for c in shared):
        raise SlackError("file_not_found")
    return file


UPLOAD = {"snippet_type": "str", "alt_txt": "str"}
SHARE = {
    "channel_id": "str",
    "channels": "list",
    "initial_comment": "str",
    "thread_ts": "str",
    "blocks": "json",
}
PAGED = {"cursor": "str", "limit": "int", "count": "int", "page": "int"}

METHODS = (
    Method(
        "files.getUploadURLExternal",
        get_upload_url,
        {"filename": "str", "length": "int"},
        UPLOAD,
        ("files:write",),
        tier=4,
    ),
    Method(
        "files.completeUploadExternal", complete_upload, {"files": "json"}, SHARE, ("files:write",), tier=4
    ),
    Method("files.info", info, {"file": "str"}, PAGED, ("files:read",), tier=4),
    Method("files.delete", delete, {"file": "str"}, {}, ("files:write",)),
)
