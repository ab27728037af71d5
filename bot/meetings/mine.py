"""A person's meetings over the projects that they can see."""

from datetime import datetime, timedelta

from bot.core.access import projects_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings


def my_meetings(uow: UnitOfWork, now: datetime, person: Person) -> list[Meeting]:
    """Those to which he is asked and that are not over, the first one first."""
    projects = [project.id for project in projects_of(uow, person)]
    # Kept by wall clock: two days are more than any zone is away and any meeting lasts.
    ahead = uow.of(Meetings).of_projects(projects, now.replace(tzinfo=None) - timedelta(days=2))
    mine = [meeting for meeting in ahead if person.user in meeting.people and meeting.ends_at > now]
    return sorted(mine, key=lambda meeting: meeting.starts_at)
