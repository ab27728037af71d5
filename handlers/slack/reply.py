"""Replies of a listener, which handlers/slack/responder.py carries out, and what their messages say."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from slack_sdk.models.blocks import Block, InteractiveElement
from slack_sdk.models.views import View

from bot.text.sentences import bold, esc
from handlers.slack import ui

TEXT = 4000
"""Characters that Slack recommends at most beside blocks."""
NO_MARKS = str.maketrans("", "", "*~_")
"""What is bold or struck through in a block is said once, though it is plain in the text."""
MOST_SECTIONS = 4
"""Of 3,000 characters: what a message holds at most."""


@dataclass(frozen=True)
class File:
    name: str
    """Unique for what it holds, so that after a crash we see whether it was sent."""
    title: str
    content: bytes


def safe_name(name: str) -> str:
    """Of a file, for every system that saves it."""
    return re.sub(r"(?:[^\w.-]|-)+", "-", name)


@dataclass(frozen=True)
class Message:
    text: str
    """What notifications and screen readers begin with; what else its blocks say goes behind it by itself."""
    blocks: list[Block] = field(default_factory=list)
    file: File | None = None
    """Sent into the message's thread, once."""

    def as_json(self) -> dict[str, Any]:
        blocks = [block.to_dict() for block in ui.with_labels(self.blocks)]
        said = self.text.translate(NO_MARKS)
        lines = (line for block in blocks for line in lines_of(block))
        rest = [line for line in lines if line.translate(NO_MARKS) not in said]
        return {"text": ui.clip_marked("\n".join((self.text, *rest)), TEXT), "blocks": blocks}


def message_of(told: Mapping[str, Any]) -> Message:
    """Of `Message.as_json`."""
    return Message(told["text"], Block.parse_all(told["blocks"]))


@dataclass(frozen=True)
class Reply:
    """Nothing to say: what happened shows by itself."""


@dataclass(frozen=True)
class Say(Reply):
    """Only to who asked."""

    message: Message


@dataclass(frozen=True)
class Replace(Reply):
    """Instead of the ephemeral message whose button was pressed; None takes it away."""

    message: Message | None


@dataclass(frozen=True)
class Open(Reply):
    """A form; on top of the one that is open, if any."""

    view: View


@dataclass(frozen=True)
class Update(Reply):
    """The open form becomes this one."""

    view: View


@dataclass(frozen=True)
class Refresh(Update):
    """As `Update`, by the way: what was pressed holds also where the form is closed or changed by then."""


@dataclass(frozen=True)
class Errors(Reply):
    """Sentences under the fields of the form, by `block_id`."""

    fields: dict[str, str]


@dataclass(frozen=True)
class RefreshHome(Reply):
    """Show the person's Home anew."""


@dataclass(frozen=True)
class CarryOut(Reply):
    """After `first`, do what was typed earlier and waited under the key `draft`, in its own transaction."""

    draft: str
    first: Reply = field(default_factory=Reply)


def sentence(text: str, *buttons: InteractiveElement) -> Message:
    return Message(text, [ui.section(text), *([ui.actions(*buttons)] if buttons else [])])


def say(text: str, *buttons: InteractiveElement) -> Say:
    return Say(sentence(text, *buttons))


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


def in_words(message: Message) -> Message:
    """Its texts, line by line in sections; buttons and fields, which hold none, are left out."""
    lines = [line for block in message.blocks for line in lines_of(block.to_dict())]
    sections: list[str] = [""]
    for line in lines or [message.text]:
        if len(sections[-1]) + 1 + len(line) > ui.SECTION:
            sections.append("")
        sections[-1] = f"{sections[-1]}\n{line}".strip()
    kept = [ui.section(text) for text in filter(None, sections[:MOST_SECTIONS])]
    return Message(message.text, list(kept), message.file)
