"""Cursors and limits, alike for all lists."""

import base64
import binascii
from collections.abc import Callable, Sequence
from typing import TypeVar

from bot.sandbox.state import Json
from bot.sandbox.web_api.method import Call, SlackError

T = TypeVar("T")


def page(
    call: Call, items: Sequence[T], key: Callable[[T], str], *, default: int = 100, most: int = 1000
) -> tuple[list[T], Json]:
    """The items of this page, and the `response_metadata` that names where the next one begins."""
    limit = call.args.get("limit") or default
    if not 0 < limit <= most:
        raise SlackError("invalid_limit")
    start = _start(call.args.get("cursor") or "", items, key)
    following = items[start + limit : start + limit + 1]
    cursor = _encode(key(following[0])) if following else ""
    return list(items[start : start + limit]), {"response_metadata": {"next_cursor": cursor}}


def _encode(key: str) -> str:
    return base64.b64encode(f"next:{key}".encode()).decode()


def _start(cursor: str, items: Sequence[T], key: Callable[[T], str]) -> int:
    """A cursor names the item it begins with, so that new items elsewhere do not shift the pages."""
    if not cursor:
        return 0
    try:
        wanted = base64.b64decode(cursor, validate=True).decode()
    except (binascii.Error, UnicodeDecodeError) as bad:
        raise SlackError("invalid_cursor") from bad
    found = next((at for at, item in enumerate(items) if f"next:{key(item)}" == wanted), None)
    if found is None:
        raise SlackError("invalid_cursor")
    return found
