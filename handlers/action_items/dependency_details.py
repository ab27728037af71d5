"""The lines of a card about helpers, and about an item that repeats, waits or starts later."""

from datetime import datetime

from bot.action_items.cascades import next_of
from bot.action_items.model import ActionItem, Status
from bot.action_items.ports import ActionItems
from bot.core.calendar import local
from bot.core.context import by_clock
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.texts import Texts
from handlers.slack.names import names


def helpers(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    return texts.item_helpers([*map(names(uow, project.team), item.helpers)]) if item.helpers else ""


def repeats(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    if item.repeats is None:
        return ""
    if item.open:
        return texts.item_repeats(item.repeats)
    next_one = next_of(by_clock(uow, now, project), item) if item.status == Status.done else None
    if next_one is None:
        return texts.item_ends()
    return texts.item_next(next_one)


def waits(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    if not item.waiting:
        return ""
    first = uow.of(ActionItems).get(project.id, item.waits_for) if item.waits_for else None
    lines = [texts.item_waits_for(first)] if first else []
    return "\n".join([*lines, *([texts.item_waits_on(item.waits_on)] if item.waits_on else [])])


def starts(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    begun = item.begun(local(now, project.zone).date())
    return "" if begun or not item.open or item.starts is None else texts.item_starts(item.starts)
