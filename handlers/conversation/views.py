"""How what was said is answered."""

from collections.abc import Sequence

from bot.core.project import Project
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.reply import Message

OPEN = "talking.open"
"""A form cannot be opened by words: a button does. Its value: the project's id or nothing, and the draft."""
PROJECT = "talking.project"
MOST = 50
"""Projects to choose from."""
MAKE = "talking.make"
"""Its value is the draft of what was said."""


def to_the_form(texts: Texts, value: str) -> Message:
    sentence = texts.said_form()
    return Message(
        sentence,
        [ui.section(sentence), ui.actions(ui.button(texts.said_open(), action=OPEN, value=value))],
    )


def which_project(texts: Texts, projects: Sequence[Project], typed: str, draft: str) -> Message:
    """One press, and what was typed goes on."""
    sentence = texts.said_which_project()
    options = [ui.option(project.name, f"{project.id}:{draft}") for project in projects[:MOST]]
    echo = [ui.context(texts.you_typed(ui.clip(typed, 300)))] if typed else []
    return Message(sentence, [ui.section(sentence), *echo, ui.actions(ui.choice(options, action=PROJECT))])


def not_understood(texts: Texts, example: str, draft: str) -> Message:
    sentence = texts.said_unclear(example)
    button = ui.button(texts.action_make(), action=MAKE, value=draft)
    return Message(sentence, [ui.section(sentence), ui.actions(button)])
