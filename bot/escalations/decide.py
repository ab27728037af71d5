"""What a project manager decides of an item that stays overdue or moves too often."""

from datetime import date, datetime

from bot.action_items import change
from bot.action_items import model as rules
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN
from bot.action_items.notifications import changed
from bot.action_items.ports import ActionItems
from bot.action_items.validated import check_due, check_owner
from bot.core.access import in_project, project_numbered
from bot.core.context import Context
from bot.core.errors import AlreadyDone
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.model import NotManager
from bot.escalations.notifications import DECIDED


def move(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, due: date | None
) -> ActionItem:
    """To another date, which is no postponement that asks for the next decision."""
    project, item = _to_decide(uow, now, who, project_id, number)
    check_due(Context(uow, now, who, project), due)
    return _decided(uow, now, who, project, item, rules.with_due(item, due))


def hand_over(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, owner: str | None
) -> ActionItem:
    """To another owner, who begins at the foot of the ladder."""
    project, item = _to_decide(uow, now, who, project_id, number)
    check_owner(Context(uow, now, who, project), owner)
    return _decided(uow, now, who, project, item, rules.revised(item, owner=owner))


def keep(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    """As it is."""
    project, item = _to_decide(uow, now, who, project_id, number)
    return _decided(uow, now, who, project, item, rules.revised(item))


def drop(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    _to_decide(uow, now, who, project_id, number)
    return change.drop(in_project(uow, now, who, project_id), number)


def _to_decide(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int
) -> tuple[Project, ActionItem]:
    """Raise NotManager, UnknownNumber or AlreadyDone."""
    project = project_numbered(uow, who, project_id)
    if who.user != project.manager:
        raise NotManager(project.manager)
    item = change.get(Context(uow, now, who, project), number)
    if not item.open:
        raise AlreadyDone(NOUN, number, item.status)
    return project, item


def _decided(
    uow: UnitOfWork, now: datetime, who: Person, project: Project, before: ActionItem, revised: ActionItem
) -> ActionItem:
    """Logged also where nothing but the version changes: that it stays so is the decision."""
    item = rules.reconciled(before, revised, who.user, now)
    uow.of(ActionItems).put(item)
    changed(Context(uow, now, who, project), DECIDED, before, item)
    return item
