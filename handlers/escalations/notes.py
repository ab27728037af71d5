"""A note on cards about the escalation that is ahead."""

from bot.action_items.model import ActionItem
from bot.escalations.model import announced, needs_decision
from bot.escalations.notifications import concerned, decided_on
from handlers.records.desk import See


def ladder(item: ActionItem, see: See) -> str:
    if not item.open:
        return ""
    project, texts, today = see.ctx.project, see.texts, see.today
    decided = decided_on(see.ctx.uow, project, item) if concerned(item, project, today) else None
    if needs_decision(item, project, today, decided):
        return texts.ladder_top()
    ahead = announced(item, project, today, decided)
    last_chance = item.times_postponed == project.most_postponements - 1 and item.times_postponed > 0
    steps = texts.ladder_ahead(ahead, today) if ahead else ""
    return "\n".join(filter(None, (steps, texts.ladder_one_more() if last_chance else "")))
