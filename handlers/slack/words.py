"""The texts of blocks as Slack's JSON has them."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.text.marks import bold, esc


def lines_of(block: Mapping[str, Any]) -> Iterator[str]:
    """In Slack's marks; of buttons and fields, which hold none, nothing."""
    match block["type"]:
        case "header":
            yield bold(block["text"]["text"])
        case "section":
            yield from map(_words, filter(None, [block.get("text"), *block.get("fields", ())]))
        case "context":
            yield " ".join(map(_words, block["elements"]))
        case "rich_text":
            yield from map(_words, block["elements"])
        case "table":
            yield from (" | ".join(map(_words, row)) for row in block["rows"])


def _words(part: Mapping[str, Any]) -> str:
    """One text object, or all that a part of rich text holds."""
    if "elements" in part:
        return "".join(map(_words, part["elements"]))
    if part.get("type") == "user":
        return f"<@{part['user_id']}>"
    text = str(part.get("text") or part.get("url") or part.get("alt_text") or "")
    return text if part.get("type") == "mrkdwn" else esc(text)
