"""Messages about a project, rendered as it is when they are sent."""

from datetime import datetime

from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.projects import proposals
from bot.text.marks import channel
from bot.texts import Texts, texts_in
from handlers.projects import views
from handlers.records.desk import See
from handlers.slack.names import names
from handlers.slack.registry import Registry, Render
from handlers.slack.reply import Message


def card(registry: Registry, see: See, _notice: Notice) -> Message:
    return views.card(see.ctx.project, see.name_of, see.texts, registry.first_steps(see.texts))


def changed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """What the manager decides is different since, for all in the channel."""
    event, name_of = uow.log.get(notice.about["event"]), names(uow, notice.team)
    if event is None:
        return None
    before, after = Project.model_validate(event.before), Project.model_validate(event.after)
    head = texts.project_changed(name_of(event.who), after.name)
    return views.listed(head, texts.project_differences(before, after, name_of))


def proposed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To the manager, with the answer once there is one."""
    key, project_id = notice.about["key"], notice.about["project"]
    proposal, name_of = proposals.find(uow, project_id, key, notice.to), names(uow, notice.team)
    manager, project = uow.people.get(notice.team, notice.to), uow.projects.get(project_id)
    if proposal is None or manager is None or project is None:
        return None
    head = texts.settings_proposed(name_of(proposal.by), channel(proposal.before.channel))
    told = views.listed(head, texts.project_differences(proposal.before, proposal.after, name_of))
    warning = views.forgotten_soon(Context(uow, now, manager, project), proposal.after, texts)
    return views.proposal(told, f"{project_id}:{key}", proposal.agreed, warning, texts)


def answered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who proposed it."""
    manager, name_of = notice.about["manager"], names(uow, notice.team)
    proposal = proposals.find(uow, notice.about["project"], notice.about["key"], manager)
    if proposal is None or proposal.agreed is None:
        return None
    where = channel(proposal.before.channel)
    head = texts.settings_answered(name_of(manager), where, agreed=proposal.agreed)
    return views.listed(head, texts.project_differences(proposal.before, proposal.after, name_of))


def welcome_in(language: Language) -> Render:
    """Before there is a project the channel has no language: it is the inviter's."""

    def render(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        return views.welcome(uow.projects.of_channel(notice.team, notice.to), texts_in(language))

    return render
