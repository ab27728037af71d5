"""A line on cards about an owner who is away."""

from datetime import datetime

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.people.absences import away_until
from bot.texts import Texts
from handlers.slack.names import names


def owner_away(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """Away now, or on its date; empty when they are there or nobody owns it."""
    if not item.open or item.owner is None:
        return ""
    today = local(now, project.zone).date()
    for day, said in ((today, texts.away_note), (item.due, texts.away_note_due)):
        until = away_until(uow, project.team, [item.owner], day).get(item.owner) if day else None
        if until and day and day >= today:
            return said(names(uow, project.team)(item.owner), until)
    return ""
