"""Views that answer what was said."""

from collections.abc import Mapping, Sequence

from bot.action_items.model import Group
from bot.home.overview import Mine
from bot.texts import Texts
from handlers.help.views import steps
from handlers.slack import ui
from handlers.slack.reply import Message, sentence

OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""


def greeting(name: str, own: Mapping[Group, Sequence[Mine]], texts: Texts) -> Message:
    """`own`: the open items of who greets us, by how urgent they are."""
    told = texts.greeting(name, {group: len(items) for group, items in own.items()})
    hint = texts.greeting_hint()
    return Message(f"{told}\n{hint}", [ui.section(told), *steps(texts), ui.context(hint)])


def to_the_form(texts: Texts, value: str) -> Message:
    return sentence(texts.said_form(), ui.button(texts.said_open(), action=OPEN, value=value))


def not_understood(texts: Texts, example: str, draft: str) -> Message:
    return sentence(texts.said_unclear(example), ui.button(texts.action_make(), action=MAKE, value=draft))
