"""Action items that were raised together: taken on together, and given together where nobody has them."""

from bot.action_items.change import give
from bot.action_items.model import ActionItem
from bot.action_items.notifications import raised_in
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.propose import accept
from bot.action_items.validated import check_owner
from bot.core.bulk import Bulk, in_bulk
from bot.core.context import Context


def nobodys(item: ActionItem) -> bool:
    """Open, and without an owner, also from outside."""
    return item.open and item.owner is None and item.outside is None


def asked_of(item: ActionItem, user: str) -> bool:
    """Open, theirs, and they have not said yet that they do it."""
    return item.open and item.owner == user and not item.accepted


def give_nobodys(ctx: Context, batch: str, owner: str) -> Bulk[ActionItem]:
    """All of the batch that are nobody's, as one act. Raise why `owner` cannot have them."""
    check_owner(ctx, owner)
    numbers = [item.number for _event, item in raised_in(ctx.uow, ctx.project, batch) if nobodys(item)]
    return in_bulk(ctx, ACTION_ITEM, numbers, lambda act, number: give(act, number, owner))


def take_on(ctx: Context, batch: str) -> Bulk[ActionItem]:
    """All of the batch that the person is asked for, as one act."""
    items = [item for _event, item in raised_in(ctx.uow, ctx.project, batch)]
    numbers = [item.number for item in items if asked_of(item, ctx.who.user)]
    return in_bulk(ctx, ACTION_ITEM, numbers, accept)
