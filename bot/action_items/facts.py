"""Facts that others may subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem
from bot.core.project import Project


@dataclass(frozen=True)
class ItemChanged:
    """An action item was added or changed; logged, and shown where it stands itself."""

    who: str
    project: Project
    before: ActionItem | None
    """None for a new one."""
    item: ActionItem
    event: int
    """Of the log; the occasion of what is said because of it."""
    batch: str | None
    """Of the act that changes several."""

    @property
    def occasion(self) -> str | int:
        """The act's, where several changes are to be one message."""
        return self.batch or self.event

    @property
    def concerned(self) -> Iterable[str]:
        """The people who were or are asked for it."""
        asked = (responsible_for(self.before) if self.before else None, responsible_for(self.item))
        return dict.fromkeys(user for user in asked if user)
