"""Facts that others may subscribe to."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem
from bot.core.context import Context
from bot.core.nouns import Change


@dataclass(frozen=True)
class ItemChanged(Change[ActionItem]):
    """An action item was added or changed; logged, and shown where it stands itself."""

    @property
    def item(self) -> ActionItem:
        return self.after

    def occasion(self, ctx: Context) -> str | int:
        """The act's, where several changes are to be one message."""
        return ctx.batch or self.event

    @property
    def concerned(self) -> Iterable[str]:
        """The people who were or are asked for it."""
        asked = (responsible_for(self.before) if self.before else None, responsible_for(self.item))
        return dict.fromkeys(user for user in asked if user)
