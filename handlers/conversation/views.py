"""Views that answer what was said."""

from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.reply import Message

OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""


def to_the_form(texts: Texts, value: str) -> Message:
    sentence = texts.said_form()
    return Message(
        sentence,
        [ui.section(sentence), ui.actions(ui.button(texts.said_open(), action=OPEN, value=value))],
    )


def not_understood(texts: Texts, example: str, draft: str) -> Message:
    sentence = texts.said_unclear(example)
    button = ui.button(texts.action_make(), action=MAKE, value=draft)
    return Message(sentence, [ui.section(sentence), ui.actions(button)])
