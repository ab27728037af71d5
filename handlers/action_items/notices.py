"""Messages about action items, rendered as they are when they are sent."""

from datetime import datetime

from bot.domain.calendar import local
from bot.domain.jobs import Notice
from bot.text.texts import Texts
from bot.usecases.ports import UnitOfWork
from handlers.action_items import views
from handlers.action_items.notes import notes
from handlers.names import names
from handlers.reply import Message


def card(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """In the project's channel."""
    project = uow.projects.get(notice.about["project"])
    item = uow.action_items.get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    today, beneath = local(now, project.zone).date(), notes(uow, item, project, texts, now)
    return views.card(item, today, names(uow, notice.team), texts, notes=beneath)


def mine(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To the owner in person; who is not the owner any more is told so, if he was told that he was."""
    project = uow.projects.get(notice.about["project"])
    item = uow.action_items.get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    if item.owner != notice.to:
        told = uow.postings.get(notice.key) is not None
        return views.passed_on(item, names(uow, notice.team), texts) if told else None
    today, beneath = local(now, project.zone).date(), notes(uow, item, project, texts, now)
    return views.card(item, today, names(uow, notice.team), texts, project, beneath)
