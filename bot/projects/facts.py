"""Facts about projects that others may subscribe to."""

from dataclasses import dataclass

from bot.core.jobs import Notice


@dataclass(frozen=True)
class ProjectChanged:
    """The context's project was set up, or its settings were changed."""


@dataclass(frozen=True)
class SettingsProposed:
    """The project manager is to decide on settings."""

    question: Notice
