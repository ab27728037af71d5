"""What a card says about an owner who is away."""

from datetime import datetime

from bot.domain.action_items import ActionItem
from bot.domain.calendar import local
from bot.domain.projects import Project
from bot.text.texts import Texts
from bot.usecases.absences import away_until
from bot.usecases.ports import UnitOfWork
from handlers.names import names


def owner_away(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """He is away now, or on its date; empty when he is there or nobody owns it."""
    if not item.open or item.owner is None:
        return ""
    today = local(now, project.zone).date()
    for day, said in ((today, texts.away_note), (item.due, texts.away_note_due)):
        until = away_until(uow, project.team, [item.owner], day).get(item.owner) if day else None
        if until and day and day >= today:
            return said(names(uow, project.team)(item.owner), until)
    return ""
