"""Views of a project: its form, its card, the offer to set it up and the welcome."""

import json
from collections.abc import Sequence

from slack_sdk.models.blocks import ButtonElement
from slack_sdk.models.views import View

from bot.core.project import Project, ProjectSettings
from bot.texts import Texts
from handlers.projects import form
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message

SET_UP = "projects.set_up"
"""Its button's value is the key of what was typed and waits, or `NOTHING`."""
CHANGE = "projects.change"
AGREE, KEEP = "projects.agree", "projects.keep"
"""Answers to a proposal; the value is `project:key`."""
NEW = "projects.new"
CHANGED = "projects.changed"
NOTHING = "-"


def new_form(settings: ProjectSettings, channel: str, draft: str, texts: Texts) -> View:
    return ui.modal(
        texts.project_form_title(new=True),
        form.blocks(settings, texts),
        callback=NEW,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({"channel": channel, "draft": draft}),
    )


def change_form(project: Project, settings: ProjectSettings, seen: int, texts: Texts) -> View:
    """`seen`: the version that the form shows."""
    return ui.modal(
        texts.project_form_title(new=False),
        form.blocks(settings, texts),
        callback=CHANGED,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({"channel": project.channel, "project": project.id, "seen": seen}),
    )


def card(project: Project, name_of: NameOf, texts: Texts) -> Message:
    return _described(texts.project_set_up(project), project, name_of, texts)


def summary(project: Project, name_of: NameOf, texts: Texts, warning: str = "") -> Message:
    """`warning`: what comes of a change that was just made."""
    return _described(texts.project_is(project), project, name_of, texts, warning)


def first_come(project: Project, name_of: NameOf, texts: Texts) -> Message:
    return _described(texts.project_there_already(project), project, name_of, texts)


def _described(headline: str, project: Project, name_of: NameOf, texts: Texts, warning: str = "") -> Message:
    lines = texts.project_lines(project, name_of)
    change = ui.button(texts.change_project(), action=CHANGE, value=f"{project.id}:")
    words = [headline, lines, *([warning] if warning else [])]
    return Message("\n".join(words), [*map(ui.section, words), ui.actions(change)])


def listed(head: str, lines: Sequence[str]) -> Message:
    text = "\n".join([head, *(f"• {line}" for line in lines)])
    return Message(text, [ui.section(text)])


def proposal(head: str, lines: Sequence[str], value: str, agreed: bool | None, texts: Texts) -> Message:
    message = listed(head, lines)
    if agreed is None:
        agree = ui.button(texts.settings_agree(), action=AGREE, value=value, style="primary")
        below = ui.actions(agree, ui.button(texts.settings_keep(), action=KEEP, value=value))
        return Message(message.text, [*message.blocks, below])
    return Message(message.text, [*message.blocks, ui.context(texts.settings_decided(agreed=agreed))])


def offer(texts: Texts, draft: str, typed: str) -> Message:
    sentence = texts.no_project_yet(typed)
    echo = [ui.context(texts.you_typed(ui.clip(typed, 1000)))] if typed else []
    return Message(sentence, [ui.section(sentence), *echo, ui.actions(_set_up(texts, draft))])


def welcome(project: Project | None, texts: Texts) -> Message:
    if project is not None:
        sentence = texts.welcome_done(project)
        return Message(sentence, [ui.section(sentence)])
    sentence = texts.welcome()
    return Message(sentence, [ui.section(sentence), ui.actions(_set_up(texts, ""))])


def _set_up(texts: Texts, draft: str) -> ButtonElement:
    return ui.button(texts.set_up_project(), action=SET_UP, value=draft or NOTHING, style="primary")
