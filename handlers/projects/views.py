"""Views of a project: its form, its card, the offer to set it up and the welcome; and its messages."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import ButtonElement
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.nouns import NameOf
from bot.core.ports import UnitOfWork
from bot.core.project import Project, ProjectSettings
from bot.projects import set_up as projects
from bot.text.sentences import channel
from bot.texts import Texts, texts_in
from handlers.projects import form
from handlers.slack import ui
from handlers.slack.registry import Registry, Render
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See, names

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
    title, about = texts.project_form_title(new=True), {"channel": channel, "draft": draft}
    return ui.form(texts, title, [*form.basics(settings, texts), *rest], callback=NEW, about=about)


def change_form(
    project: Project, settings: ProjectSettings, seen: int, texts: Texts, model_host: str = ""
) -> View:
    """`seen`: the version that the form shows."""
    blocks = [*form.basics(settings, texts), *form.more(settings, texts, model_host)]
    about = {"channel": project.channel, "project": project.id, "seen": seen}
    return ui.form(texts, texts.project_form_title(new=False), blocks, callback=CHANGED, about=about)


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
    return Message(ready, [ui.section(ready, accessory=menu), *steps, ui.context(brief)])


def summary(
    project: Project, name_of: NameOf, texts: Texts, warning: str = "", *, overtaken: bool = False
) -> Message:
    """`warning`: what comes of a change that was just made; `overtaken`: another set it up just before."""
    headline = (texts.project_there_already if overtaken else texts.project_is)(project)
    lines = texts.project_lines(project, name_of)
    change = ui.button(texts.change_project(), action=CHANGE, value=f"{project.id}:")
    words = [headline, lines, *([warning] if warning else [])]
    return Message(headline, [*map(ui.section, words), ui.actions(change)])


def forgotten_soon(ctx: Context, changed: Project, texts: Texts) -> str:
    """A warning, to who asks, where the project, changed, is kept for a shorter time than before."""
    count, when = projects.forgotten_soon(ctx, changed), local(ctx.now + projects.DAY, ctx.who.zone)
    return texts.forgotten_soon(count, texts.retention(changed.retention_days), when) if count else ""


def listed(head: str, lines: Sequence[str]) -> Message:
    return sentence("\n".join([head, *(f"• {line}" for line in lines)]))


def asked(message: Message, value: str, agreed: bool | None, warning: str, texts: Texts) -> Message:
    """`message` with the answers to choose from and what agreeing brings, or with the one that was given."""
    if agreed is not None:
        return Message(message.text, [*message.blocks, ui.context(texts.settings_decided(agreed=agreed))])
    agree = ui.button(texts.settings_agree(), action=AGREE, value=value, style="primary")
    keep = ui.button(texts.settings_keep(), action=KEEP, value=value)
    warned = [ui.section(warning)] if warning else []
    return Message(message.text, [*message.blocks, *warned, ui.actions(agree, keep)])


def offer(texts: Texts, draft: str, typed: str) -> Message:
    text = texts.no_project_yet(typed)
    echo = [ui.context(texts.you_typed(ui.clip(typed, 1000)))] if typed else []
    return Message(text, [ui.section(text), *echo, ui.actions(_set_up(texts, draft))])


def welcome(project: Project | None, texts: Texts) -> Message:
    if project is not None:
        return sentence(texts.welcome_done(project))
    told = texts.welcome()
    steps = [ui.actions(_set_up(texts, "")), ui.context(texts.welcome_help())]
    return Message(told, [ui.section(told), *steps])


def _set_up(texts: Texts, draft: str) -> ButtonElement:
    return ui.button(texts.set_up_project(), action=SET_UP, value=draft or NOTHING, style="primary")


def on_card(registry: Registry, see: See, _notice: Notice) -> Message:
    return card(see.ctx.project, see.name_of, see.texts, registry.first_steps(see.texts))


def changed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """What the manager decides is different since, for all in the channel."""
    event, name_of = uow.log.get(notice.about["event"]), names(uow, notice.team)
    if event is None:
        return None
    before, after = Project.model_validate(event.before), Project.model_validate(event.after)
    head = texts.project_changed(name_of(event.who), after.name)
    return listed(head, texts.project_differences(before, after, name_of))


def proposed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To the manager, with the answer once there is one."""
    key, project_id = notice.about["key"], notice.about["project"]
    proposal, name_of = projects.find(uow, project_id, key, notice.to), names(uow, notice.team)
    manager, project = uow.people.get(notice.team, notice.to), uow.projects.get(project_id)
    if proposal is None or manager is None or project is None:
        return None
    head = texts.settings_proposed(name_of(proposal.by), channel(proposal.before.channel))
    told = listed(head, texts.project_differences(proposal.before, proposal.after, name_of))
    warning = forgotten_soon(Context(uow, now, manager, project), proposal.after, texts)
    return asked(told, f"{project_id}:{key}", proposal.agreed, warning, texts)


def answered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who proposed it."""
    manager, name_of = notice.about["manager"], names(uow, notice.team)
    proposal = projects.find(uow, notice.about["project"], notice.about["key"], manager)
    if proposal is None or proposal.agreed is None:
        return None
    where = channel(proposal.before.channel)
    head = texts.settings_answered(name_of(manager), where, agreed=proposal.agreed)
    return listed(head, texts.project_differences(proposal.before, proposal.after, name_of))


def welcome_in(language: Language) -> Render:
    """Before there is a project the channel has no language: it is the inviter's."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        return welcome(uow.projects.of_channel(notice.team, notice.to), texts_in(language))

    return render
