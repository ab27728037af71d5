"""A message without its looks: what is said where Slack does not take the blocks, so that nothing is lost."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.text.marks import bold, esc
from handlers.slack import ui
from handlers.slack.reply import Message

MOST_SECTIONS = 4
"""Of 3,000 characters: what a message holds at most."""


def in_words(message: Message) -> Message:
    """Its texts, line by line in sections; buttons and fields, which hold none, are left out."""
    lines = [line for block in message.blocks for line in _lines(block.to_dict())]
    sections: list[str] = [""]
    for line in lines or [message.text]:
        if len(sections[-1]) + 1 + len(line) > ui.SECTION:
            sections.append("")
        sections[-1] = f"{sections[-1]}\n{line}".strip()
    kept = [ui.section(text) for text in filter(None, sections[:MOST_SECTIONS])]
    return Message(message.text, list(kept), message.file)


def _lines(block: Mapping[str, Any]) -> Iterator[str]:
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
