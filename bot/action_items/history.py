"""The history of one action item, from the log."""

from dataclasses import dataclass

from bot.action_items.change import get
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN
from bot.core.context import Context
from bot.core.events import Event, taken_back

PAGE = 12


@dataclass(frozen=True)
class History:
    """One page of it, the oldest first; `first` counts from 0."""

    item: ActionItem
    events: list[Event]
    undone: set[int]
    """Ids of the events that were taken back later."""
    first: int
    total: int

    @property
    def after(self) -> int:
        return self.total - self.first - len(self.events)


def history(ctx: Context, number: int, first: int | None = None) -> History:
    """The page that begins with `first`; without it the last one, which ends with the newest."""
    item, events = get(ctx, number), ctx.uow.log.of_item(ctx.project.id, NOUN, number)
    last = max(0, len(events) - PAGE)
    first = last if first is None else max(0, min(first, last))
    page = events[first : first + PAGE]
    return History(item, page, taken_back(events), first, len(events))
