"""What is somebody's over all projects that he may see."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.action_items import ActionItem, Group
from bot.domain.calendar import local
from bot.domain.meetings import Meeting
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import projects_of


@dataclass(frozen=True)
class Mine:
    """An item of his, and what day it is for its project."""

    item: ActionItem
    project: Project
    today: date


def my_action_items(uow: UnitOfWork, now: datetime, person: Person) -> dict[Group, list[Mine]]:
    """Open ones, by how urgent they are; groups without any are left out."""
    projects = {project.id: project for project in projects_of(uow, person)}
    today = {project.id: local(now, project.zone).date() for project in projects.values()}
    items = uow.action_items.open_of_owner(list(projects), person.user)
    mine = [Mine(item, projects[item.project_id], today[item.project_id]) for item in items]
    groups = {group: [each for each in mine if each.item.group(each.today) is group] for group in Group}
    return {group: held for group, held in groups.items() if held}


def my_meetings(uow: UnitOfWork, now: datetime, person: Person) -> list[Meeting]:
    """Those to which he is asked and that are not over, the first one first."""
    projects = [project.id for project in projects_of(uow, person)]
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    ahead = uow.meetings.of_projects(projects, now.replace(tzinfo=None) - timedelta(days=2))
    mine = [meeting for meeting in ahead if person.user in meeting.people and meeting.ends_at > now]
    return sorted(mine, key=lambda meeting: meeting.starts_at)
