"""Facts about projects that others may subscribe to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ProjectChanged:
    """The context's project was set up, or its settings were changed."""
