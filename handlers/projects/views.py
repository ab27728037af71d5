"""Views of a project: its form, its card, the offer to set it up and the welcome."""

import json
from collections.abc import Sequence

from slack_sdk.models.blocks import ButtonElement
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.project import Project, ProjectSettings
from bot.projects import set_up as projects
from bot.texts import Texts
from handlers.projects import form
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message, sentence

SET_UP = "projects.set_up"
"""Its button's value is the key of what was typed and waits, or `NOTHING`."""
CHANGE = "projects.change"
MORE = "projects.more"
MENU = "projects.menu"
"""Of the menu of a project's card; an option is `SETTINGS:project` or `HELP`."""
SETTINGS, HELP = "settings", "help"
AGREE, KEEP = "projects.agree", "projects.keep"
"""Answers to a proposal; the value is `project:key`."""
NEW = "projects.new"
CHANGED = "projects.changed"
NOTHING = "-"


def new_form(
    settings: ProjectSettings,
    channel: str,
    draft: str,
    texts: Texts,
    *,
    more: bool = False,
    model_host: str = "",
) -> View:
    """What every project needs; `more`: also what few set otherwise."""
    rest = (
        form.more(settings, texts, model_host)
        if more
        else [ui.actions(ui.button(texts.more_settings(), action=MORE))]
    )
    return ui.modal(
        texts.project_form_title(new=True),
        [*form.basics(settings, texts), *rest],
        callback=NEW,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({"channel": channel, "draft": draft}),
    )


def change_form(
    project: Project, settings: ProjectSettings, seen: int, texts: Texts, model_host: str = ""
) -> View:
    """`seen`: the version that the form shows."""
    return ui.modal(
        texts.project_form_title(new=False),
        [*form.basics(settings, texts), *form.more(settings, texts, model_host)],
        callback=CHANGED,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps({"channel": project.channel, "project": project.id, "seen": seen}),
    )


def card(
    project: Project, name_of: NameOf, texts: Texts, first_steps: Sequence[ButtonElement] = ()
) -> Message:
    ready, brief = texts.project_set_up(project), texts.project_in_short(project, name_of(project.manager))
    menu = ui.overflow(
        [
            ui.option(texts.project_settings(), f"{SETTINGS}:{project.id}"),
            ui.option(texts.project_commands(), HELP),
        ],
        action=MENU,
    )
    steps = [ui.actions(*first_steps)] if first_steps else []
    return Message(f"{ready}\n{brief}", [ui.section(ready, accessory=menu), *steps, ui.context(brief)])


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


def forgotten_soon(ctx: Context, changed: Project, texts: Texts) -> str:
    """A warning, to who asks, where the project, changed, is kept for a shorter time than before."""
    count, when = projects.forgotten_soon(ctx, changed), local(ctx.now + projects.DAY, ctx.who.zone)
    return texts.forgotten_soon(count, texts.retention(changed.retention_days), when) if count else ""


def listed(head: str, lines: Sequence[str]) -> Message:
    return sentence("\n".join([head, *(f"• {line}" for line in lines)]))


def proposal(message: Message, value: str, agreed: bool | None, warning: str, texts: Texts) -> Message:
    """`message` with the answers to choose from and what agreeing brings, or with the one that was given."""
    if agreed is not None:
        return Message(message.text, [*message.blocks, ui.context(texts.settings_decided(agreed=agreed))])
    agree = ui.button(texts.settings_agree(), action=AGREE, value=value, style="primary")
    keep = ui.button(texts.settings_keep(), action=KEEP, value=value)
    warned = [ui.section(warning)] if warning else []
    text = "\n".join(filter(None, (message.text, warning)))
    return Message(text, [*message.blocks, *warned, ui.actions(agree, keep)])


def offer(texts: Texts, draft: str, typed: str) -> Message:
    text = texts.no_project_yet(typed)
    echo = [ui.context(texts.you_typed(ui.clip(typed, 1000)))] if typed else []
    return Message(text, [ui.section(text), *echo, ui.actions(_set_up(texts, draft))])


def welcome(project: Project | None, texts: Texts) -> Message:
    if project is not None:
        return sentence(texts.welcome_done(project))
    told, help = texts.welcome(), texts.welcome_help()
    return Message(f"{told}\n{help}", [ui.section(told), ui.actions(_set_up(texts, "")), ui.context(help)])


def _set_up(texts: Texts, draft: str) -> ButtonElement:
    return ui.button(texts.set_up_project(), action=SET_UP, value=draft or NOTHING, style="primary")
