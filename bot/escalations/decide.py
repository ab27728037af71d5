"""What a project manager decides of an item that stays overdue or moves too often."""

from datetime import date, datetime

from bot.domain import action_items as rules
from bot.domain.action_items import ActionItem
from bot.domain.errors import AlreadyDone
from bot.domain.escalations import NotManager
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases import action_items
from bot.usecases.action_items_notices import NOUN
from bot.usecases.action_items_show import changed
from bot.usecases.action_items_terms import check_due, check_owner
from bot.usecases.escalations import DECIDED
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import project_numbered


def move(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, due: date | None
) -> ActionItem:
    """To another date, which is no postponement that asks for the next decision."""
    project, item = _to_decide(uow, who, project_id, number)
    check_due(due, now, project)
    return _decided(uow, now, who, project, item, rules.with_due(item, due))


def hand_over(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, owner: str | None
) -> ActionItem:
    """To another owner, who begins at the foot of the ladder."""
    project, item = _to_decide(uow, who, project_id, number)
    check_owner(uow, project, owner)
    return _decided(uow, now, who, project, item, rules.revised(item, owner=owner))


def keep(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    """As it is."""
    project, item = _to_decide(uow, who, project_id, number)
    return _decided(uow, now, who, project, item, rules.revised(item))


def drop(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    _to_decide(uow, who, project_id, number)
    return action_items.drop(uow, now, who, project_id, number)


def _to_decide(uow: UnitOfWork, who: Person, project_id: int, number: int) -> tuple[Project, ActionItem]:
    """Raise NotManager, UnknownNumber or AlreadyDone."""
    project = project_numbered(uow, who, project_id)
    if who.user != project.manager:
        raise NotManager(project.manager)
    item = action_items.get(uow, project.id, number)
    if not item.open:
        raise AlreadyDone(NOUN, number, item.status)
    return project, item


def _decided(
    uow: UnitOfWork, now: datetime, who: Person, project: Project, before: ActionItem, revised: ActionItem
) -> ActionItem:
    """Logged also where nothing but the version changes: that it stays so is the decision."""
    item = rules.settled(before, revised, who.user, now)
    uow.action_items.put(item)
    changed(uow, now, who, project, DECIDED, before, item)
    return item
