"""A note on cards about the escalation that is ahead."""

from datetime import datetime

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.model import announced, needs_decision
from bot.escalations.notifications import concerned, decided_on
from bot.texts import Texts


def ladder(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    if not item.open:
        return ""
    today = local(now, project.zone).date()
    decided = decided_on(uow, project, item) if concerned(item, project, today) else None
    if needs_decision(item, project, today, decided):
        return texts.ladder_top()
    ahead = announced(item, project, today, decided)
    last_chance = item.times_postponed == project.most_postponements - 1 and item.times_postponed > 0
    lines = [texts.ladder_ahead(ahead) if ahead else "", texts.ladder_one_more() if last_chance else ""]
    return "\n".join(filter(None, lines))
