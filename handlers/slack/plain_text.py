"""A message without its looks: what is said where Slack does not take the blocks, so that nothing is lost."""

from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.words import lines_of

MOST_SECTIONS = 4
"""Of 3,000 characters: what a message holds at most."""


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
