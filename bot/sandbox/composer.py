"""Slack's message box: of typed text it makes tokens for mentions, channels and links, the rest escaped."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from bot.sandbox.state import Json, Workspace

_TYPED = re.compile(r"https?://[^\s<>]+|(?<![\w@])@[\w.-]+|(?<![\w#&])#[\w-]+")
_BROADCASTS = ("here", "channel", "everyone")
_TRAILING = ".,;:!?)-"


class Part(NamedTuple):
    """A piece of what was typed: its token in Slack's text and its leaf in a rich_text block."""

    token: str
    leaf: Json


def escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def compose(ws: Workspace, typed: str) -> tuple[str, list[Json]]:
    """The text and the rich_text block of a message that a person typed."""
    parts = list(_parts(ws, typed))
    section = {"type": "rich_text_section", "elements": [part.leaf for part in parts]}
    block = {"type": "rich_text", "block_id": ws.new_id("b"), "elements": [section]}
    return "".join(part.token for part in parts), [block] if parts else []


def command_text(ws: Workspace, typed: str, *, should_escape: bool) -> str:
    """The text of a slash command; without `should_escape` Slack sends it as it was typed."""
    return "".join(part.token for part in _parts(ws, typed)) if should_escape else typed


def _parts(ws: Workspace, typed: str) -> Iterator[Part]:
    done = 0
    for found in _TYPED.finditer(typed):
        word = found.group().rstrip(_TRAILING)
        part = _token(ws, word)
        if part is None:
            continue
        if found.start() > done:
            yield _plain(typed[done : found.start()])
        yield part
        done = found.start() + len(word)
    if done < len(typed):
        yield _plain(typed[done:])


def _plain(text: str) -> Part:
    return Part(escape(text), {"type": "text", "text": text})


def _token(ws: Workspace, word: str) -> Part | None:
    """None for a word that names nobody and nothing here."""
    name = word[1:]
    if word.startswith("http"):
        return Part(f"<{escape(word)}>", {"type": "link", "url": word})
    if word.startswith("#"):
        channel = ws.channel(name)
        if channel is None or channel.direct:
            return None
        return Part(f"<#{channel.id}|{channel.name}>", {"type": "channel", "channel_id": channel.id})
    if name in _BROADCASTS:
        return Part(f"<!{name}>", {"type": "broadcast", "range": name})
    user = ws.user(name)
    if user is not None:
        return Part(f"<@{user.id}>", {"type": "user", "user_id": user.id})
    group = next((each for each in ws.usergroups.values() if each.handle == name), None)
    if group is None:
        return None
    return Part(f"<!subteam^{group.id}>", {"type": "usergroup", "usergroup_id": group.id})
