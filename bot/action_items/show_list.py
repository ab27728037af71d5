"""The action list, as somebody asks for it: a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from bot.action_items.lists import LONGEST, WORDS, Wanted, search
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.core.context import Context
from bot.core.project import Project
from bot.people.absences import away_until

PAGE = 20
MOST = 20
"""People of one list."""


@dataclass(frozen=True)
class Listed:
    """One page of a list; `first` counts from 0."""

    project: Project
    wanted: Wanted
    items: list[ActionItem]
    first: int
    total: int
    today: date
    away: Mapping[str, date] = field(default_factory=dict)
    """The last day away of those of the page's owners who are away."""

    @property
    def after(self) -> int:
        """The number of items behind this page."""
        return self.total - self.first - len(self.items)


def listed(ctx: Context, wanted: Wanted | None = None, first: int = 0) -> Listed:
    """The page that begins with `first`, or the last one where there is none so far on."""
    wanted, today = _within_reason(wanted or Wanted()), ctx.today
    asked = search(wanted, ctx.project.id, today, ctx.project.zone)
    total = ctx.uow.of(ActionItems).how_many(asked)
    first = min(first, max(0, (total - 1) // PAGE * PAGE))
    items = ctx.uow.of(ActionItems).page(asked, first, PAGE)
    owners = {item.owner for item in items if item.owner and item.open}
    away = away_until(ctx.uow, ctx.project.team, owners, today)
    return Listed(ctx.project, wanted, items, first, total, today, away)


def _within_reason(wanted: Wanted) -> Wanted:
    """Each thing once, and no more than a button of a page can hold."""
    words = [word[:LONGEST] for word in wanted.words if word.strip()][:WORDS]
    lists = {name: value for name, value in wanted if isinstance(value, list)}
    once = {name: list(dict.fromkeys(value))[:MOST] for name, value in lists.items()}
    return wanted.model_copy(update={**once, "words": words})
