"""The weekly digest."""

from datetime import datetime

from bot.domain.projects import Project
from bot.usecases.ports import UnitOfWork


def schedule(uow: UnitOfWork, now: datetime, project: Project) -> None:
    """Plan the project's next digest by its present settings."""
