"""What minutes came to, as it is now, and who were there."""

from collections.abc import Sequence
from itertools import chain

from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.core import records
from bot.core.context import Context
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.minutes.audience import absent_of
from bot.minutes.model import Item, Minutes
from bot.minutes.text import Seen
from handlers.slack.request import names

NAMED = 50
"""People named in a headline."""


def decided(ctx: Context, items: Sequence[Item]) -> list[Decision]:
    """The decisions that these became, as they are now."""
    return [records.get(ctx, DECISION, item.number) for item in items if item.number is not None]


def made(ctx: Context, items: Sequence[Item]) -> list[ActionItem]:
    """The action items that these became, as they are now."""
    book = ctx.uow.of(ActionItems)
    found = [book.get(ctx.project.id, item.number) for item in items if item.number is not None]
    return [item for item in found if item is not None]


def seen_at(ctx: Context, minutes: Minutes) -> Seen:
    """By name. Who was absent is told only where notes say who was present, and it is known who was asked."""
    users = minutes.attendees[:NAMED], absent_of(ctx, minutes)[:NAMED]
    name_of = names(ctx.uow, ctx.project.team, chain(*users))
    present, absent = (list(map(name_of, each)) for each in users)
    return Seen(present, absent)
