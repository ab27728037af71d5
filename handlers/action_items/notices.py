"""Messages about action items, rendered as they are when they are sent."""

from datetime import datetime

from bot.domain.calendar import local
from bot.domain.jobs import Notice
from bot.text.texts import Texts
from bot.usecases.ports import UnitOfWork
from handlers.action_items import views
from handlers.reply import Message


def card(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    project = uow.projects.get(notice.about["project"])
    item = uow.action_items.get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    return views.card(item, local(now, project.zone).date(), texts)
