"""What is somebody's over all projects that he may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.action_items.counter_proposal_notices import answerer
from bot.action_items.lists import Own
from bot.action_items.model import ActionItem, Group
from bot.action_items.ports import ActionItems
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.context import by_clock
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project


@dataclass(frozen=True)
class Mine:
    """An item of his, and what day it is for its project."""

    item: ActionItem
    project: Project
    today: date


@dataclass(frozen=True)
class Part:
    """The first ones, by due date, of all that there are."""

    items: list[Mine]
    total: int

    @property
    def more(self) -> int:
        return self.total - len(self.items)


def own_items(uow: UnitOfWork, now: datetime, person: Person, own: Own, limit: int) -> Part:
    """What has to do with him, over all projects that he may see."""
    projects = projects_of(uow, person)
    ids = [project.id for project in projects]
    items = uow.of(ActionItems).own(own, ids, person.user, limit)
    total = len(items) if len(items) < limit else uow.of(ActionItems).count_own(own, ids, person.user)
    return Part(_mine(projects, now, items), total)


def asked_of(uow: UnitOfWork, now: datetime, person: Person, limit: int) -> Part:
    """What owners ask and he is to answer: for those whom he raised, and as project manager for who left."""
    projects = projects_of(uow, person)
    managed = [project.id for project in projects if project.manager == person.user]
    raised = own_items(uow, now, person, Own.asked, limit)
    others = [item for item in uow.of(ActionItems).asked_in(managed) if item.raised_by != person.user]
    left = [
        each
        for each in _mine(projects, now, others)
        if answerer(by_clock(uow, now, each.project), each.item) == person.user
    ]
    return Part([*raised.items, *left][:limit], raised.total + len(left))


def in_groups(mine: Sequence[Mine]) -> dict[Group, list[Mine]]:
    """By how urgent they are; groups without any are left out."""
    groups = {group: [each for each in mine if each.item.group(each.today) is group] for group in Group}
    return {group: held for group, held in groups.items() if held}


def _mine(projects: Sequence[Project], now: datetime, items: Sequence[ActionItem]) -> list[Mine]:
    known = {project.id: project for project in projects}
    today = {project.id: local(now, project.zone).date() for project in projects}
    return [Mine(item, known[item.project_id], today[item.project_id]) for item in items]
