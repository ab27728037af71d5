"""Setting up and changing a project."""

from datetime import datetime

from bot.domain.projects import Project
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import Ask


def set_up(uow: UnitOfWork, now: datetime, ask: Ask, project: Project) -> Project:
    """Keep a new project for the channel that is asked from."""
    return uow.projects.add(project)
