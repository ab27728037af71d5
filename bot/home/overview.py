"""What is somebody's over all projects that he may see."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.action_item_lists import Own
from bot.domain.action_items import ActionItem, Group
from bot.domain.calendar import local
from bot.domain.meetings import Meeting
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases.action_items_offer_notices import answerer
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import projects_of


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
    items = uow.action_items.own(own, ids, person.user, limit)
    total = len(items) if len(items) < limit else uow.action_items.count_own(own, ids, person.user)
    return Part(_mine(projects, now, items), total)


def asked_of(uow: UnitOfWork, now: datetime, person: Person, limit: int) -> Part:
    """What owners ask and he is to answer: for those whom he raised, and as project manager for who left."""
    projects = projects_of(uow, person)
    managed = [project.id for project in projects if project.manager == person.user]
    raised = own_items(uow, now, person, Own.asked, limit)
    others = [item for item in uow.action_items.asked_in(managed) if item.raised_by != person.user]
    left = [
        each for each in _mine(projects, now, others) if answerer(uow, each.project, each.item) == person.user
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


def my_meetings(uow: UnitOfWork, now: datetime, person: Person) -> list[Meeting]:
    """Those to which he is asked and that are not over, the first one first."""
    projects = [project.id for project in projects_of(uow, person)]
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    ahead = uow.meetings.of_projects(projects, now.replace(tzinfo=None) - timedelta(days=2))
    mine = [meeting for meeting in ahead if person.user in meeting.people and meeting.ends_at > now]
    return sorted(mine, key=lambda meeting: meeting.starts_at)
