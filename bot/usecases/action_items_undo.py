"""Undo: the last change to an item, by the person who made it, unless somebody changed it after."""

from datetime import datetime

from bot.domain.action_items import ActionItem, Status, with_status
from bot.domain.errors import ChangedSince, NothingToUndo
from bot.domain.log import UNDONE, Event, standing
from bot.domain.people import Person
from bot.usecases.action_items import get
from bot.usecases.action_items_show import NOUN, changed
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import project_numbered


def undo(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, version: int
) -> ActionItem:
    """Take back the last change; `version` is of the item as the person saw it.

    Pressed twice it takes back once. Raise NothingToUndo, or ChangedSince when another was later.
    """
    project = project_numbered(uow, who, project_id)
    item = get(uow, project.id, number)
    events = uow.log.of_item(project.id, NOUN, number)
    if item.version != version:
        if events[-1].who == who.user:
            return item
        raise ChangedSince(events[-1].who, events[-1].at)
    restored = _before(_last_of(standing(events), who), item, now)
    uow.action_items.put(restored)
    changed(uow, now, who, project, UNDONE, item, restored)
    return restored


def _last_of(events: list[Event], who: Person) -> Event:
    if not any(event.who == who.user for event in events):
        raise NothingToUndo
    last = events[-1]
    if last.who != who.user:
        raise ChangedSince(last.who, last.at)
    return last


def _before(event: Event, item: ActionItem, now: datetime) -> ActionItem:
    """As it was; an item that was just raised is cancelled instead, since its number stays given."""
    if event.before is None:
        return with_status(item, Status.cancelled, now)
    before = ActionItem.model_validate(event.before)
    return before.model_copy(update={"version": item.version + 1})
