"""Views of help: what people do most, each by a button, and the way to all commands."""

from collections.abc import Sequence

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement, Option

from bot.texts import Texts
from handlers.action_items import form
from handlers.meetings import listeners as meetings
from handlers.people.absence import WORD as AWAY
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message

MINE = "talking.mine"
PASTE = "help.paste"
COMMAND = "help.command"
"""Of the menu of commands; an option is a command's English word, or `EVERYTHING`."""
EVERYTHING = "everything"


def steps(texts: Texts, *more: InteractiveElement) -> list[Block]:
    """In two rows; `more` stands at the end."""
    return [
        ui.actions(
            ui.button(texts.help_add(), action=form.NEW),
            ui.button(texts.help_plan(), action=meetings.NEW),
            ui.button(texts.help_paste(), action=PASTE),
        ),
        ui.actions(ui.button(texts.help_list(), action=MINE), *more),
    ]


def first_steps(texts: Texts) -> Sequence[ButtonElement]:
    """In a project that was just set up."""
    return (
        ui.button(texts.help_add_first(), action=form.NEW, style="primary"),
        ui.button(texts.help_plan(), action=meetings.NEW),
    )


def start(registry: Registry, texts: Texts) -> Message:
    question = f"*{texts.help_question()}*"
    ways = (registry.typed(word, texts.language)[0] for word in (form.WORD, meetings.DESK.command, AWAY))
    menu = ui.menu(texts.help_title(), _commands(registry, texts), action=COMMAND)
    typed = ui.context(texts.help_typed(*ways))
    return Message(question, [ui.section(question), *steps(texts, menu), typed])


def _commands(registry: Registry, texts: Texts) -> list[Option]:
    words = [word for word in registry.words.values() if word.en != "spil"]
    known = [(registry.typed(word, texts.language)[0], word.en) for word in words]
    return [*(ui.option(*each) for each in known), ui.option(texts.help_everything(), EVERYTHING)]
