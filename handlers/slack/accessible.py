"""Buttons of every message and view: each is known by its label, and at most one stands out."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from slack_sdk.models.blocks import ActionsBlock, Block, ButtonElement, SectionBlock

LABEL = 75
"""Characters that Slack takes."""
MARKS = re.compile(r"<[^<>|]*\|([^<>]*)>|<[^<>]*>|[*_~`]")


def with_labels(blocks: Sequence[Block]) -> Sequence[Block]:
    """Name what a button is about where another bears the same words, for who hears and does not see them; of
    several primary ones none is."""
    buttons = [*_buttons(blocks)]
    said = Counter(button.text.text for button, _about in buttons if button.text)
    several = sum(button.style == "primary" for button, _about in buttons) > 1
    for button, about in buttons:
        if button.text and said[button.text.text] > 1 and about:
            button.accessibility_label = f"{button.text.text}: {about}"[:LABEL].rstrip()
        if several and button.style == "primary":
            button.style = None
    return blocks


def _buttons(blocks: Sequence[Block]) -> Iterator[tuple[ButtonElement, str]]:
    """Each with the first line of the text beside or above it."""
    about = ""
    for block in blocks:
        if isinstance(block, SectionBlock):
            about = _first_line(block.text.text) if block.text else about
            if isinstance(block.accessory, ButtonElement):
                yield block.accessory, about
        elif isinstance(block, ActionsBlock):
            yield from ((each, about) for each in block.elements if isinstance(each, ButtonElement))


def _first_line(text: str) -> str:
    plain = MARKS.sub(lambda found: found[1] or "", text.partition("\n")[0])
    return plain.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&").strip()
