"""Facts about projects that others may subscribe to."""

from dataclasses import dataclass

from bot.core.project import Project


@dataclass(frozen=True)
class ProjectChanged:
    """It was set up, or its settings were changed."""

    project: Project
