"""Views that answer what was said."""

from collections.abc import Mapping, Sequence

from bot.action_items.model import Group
from bot.home.overview import Mine
from bot.texts import Texts
from handlers.action_items import form
from handlers.meetings import listeners as meetings
from handlers.slack import ui
from handlers.slack.reply import Message

OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""
MINE = "talking.mine"


def greeting(name: str, own: Mapping[Group, Sequence[Mine]], texts: Texts) -> Message:
    """`own`: the open items of who greets us, by how urgent they are."""
    told = texts.greeting(name, {group: len(items) for group, items in own.items()})
    buttons = (
        ui.button(texts.greeting_add(), action=form.NEW),
        ui.button(texts.greeting_plan(), action=meetings.NEW),
        ui.button(texts.greeting_list(), action=MINE),
    )
    hint = texts.greeting_hint()
    return Message(f"{told}\n{hint}", [ui.section(told), ui.actions(*buttons), ui.context(hint)])


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
