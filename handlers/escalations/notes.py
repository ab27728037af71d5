"""What the owner of an item reads about the escalation that is next."""

from bot.action_items.model import ActionItem
from bot.escalations.model import needs_decision, next_step
from bot.escalations.notifications import concerned, decided_on
from handlers.records.desk import See


def ladder(item: ActionItem, see: See) -> str:
    if not item.open:
        return ""
    project, texts, today = see.ctx.project, see.texts, see.today
    decided = decided_on(see.ctx.uow, project, item) if concerned(item, project, today) else None
    manager = see.name_of(project.manager)
    if needs_decision(item, project, today, decided):
        return texts.ladder_top(manager)
    ahead = next_step(item, project, today, decided)
    last_chance = item.times_postponed == project.most_postponements - 1 and item.times_postponed > 0
    lines = [texts.ladder_next(*ahead, today, manager)] if ahead else []
    return "\n".join([*lines, *([texts.ladder_one_more(manager)] if last_chance else [])])
