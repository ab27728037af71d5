"""A person's action items over all projects that they may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.action_items.model import ActionItem, Group, Own
from bot.action_items.notices import answerer
from bot.action_items.ports import ActionItems
from bot.core.access import projects_of
from bot.core.calendar import local
from bot.core.context import Context, PersonContext
from bot.core.project import Project


@dataclass(frozen=True)
class Mine:
    """An item of the person's, and what day it is for its project."""

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


def own_items(ctx: PersonContext, own: Own, limit: int) -> Part:
    """Return the first of them, and how many there are."""
    projects, items, user = projects_of(ctx.uow, ctx.who), ctx.uow.of(ActionItems), ctx.who.user
    ids = [project.id for project in projects]
    found = items.own(own, ids, user, limit)
    total = len(found) if len(found) < limit else items.count_own(own, ids, user)
    return Part(_mine(ctx, projects, found), total)


def asked_of(ctx: PersonContext, limit: int) -> Part:
    """Items whose owners ask something that the person is to answer: who raised them, or as project manager
    for those who left."""
    projects, user = projects_of(ctx.uow, ctx.who), ctx.who.user
    managed = [project.id for project in projects if project.manager == user]
    raised = own_items(ctx, Own.asked, limit)
    others = [item for item in ctx.uow.of(ActionItems).asked_in(managed) if item.raised_by != user]
    left = [
        each
        for each in _mine(ctx, projects, others)
        if answerer(Context(ctx.uow, ctx.now, ctx.who, each.project), each.item) == user
    ]
    return Part([*raised.items, *left][:limit], raised.total + len(left))


def in_groups(mine: Sequence[Mine]) -> dict[Group, list[Mine]]:
    """By how urgent they are; groups without any are left out."""
    groups = {group: [each for each in mine if each.item.group(each.today) is group] for group in Group}
    return {group: held for group, held in groups.items() if held}


def _mine(ctx: PersonContext, projects: Sequence[Project], items: Sequence[ActionItem]) -> list[Mine]:
    known = {project.id: project for project in projects}
    today = {project.id: local(ctx.now, project.zone).date() for project in projects}
    return [Mine(item, known[item.project_id], today[item.project_id]) for item in items]
