"""Decisions of a project manager about an item that stays overdue or moves too often."""

from datetime import date

from bot.action_items import change
from bot.action_items import model as rules
from bot.action_items.facts import NOUN
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import check_due, check_owner
from bot.core import records
from bot.core.context import Context
from bot.core.errors import AlreadyDone
from bot.escalations.model import NotManager
from bot.escalations.notifications import DECIDED


def move(ctx: Context, number: int, due: date | None) -> ActionItem:
    """Move it to another date, which is no postponement that asks for the next decision."""
    item = _to_decide(ctx, number)
    check_due(ctx, due)
    return _decided(ctx, item, rules.with_due(item, due))


def hand_over(ctx: Context, number: int, owner: str | None) -> ActionItem:
    """Give it to another owner, for whom it begins at the first escalation level."""
    item = _to_decide(ctx, number)
    check_owner(ctx, owner)
    return _decided(ctx, item, rules.revised(item, owner=owner))


def keep(ctx: Context, number: int) -> ActionItem:
    """Decide that it stays as it is."""
    item = _to_decide(ctx, number)
    return _decided(ctx, item, rules.revised(item))


def drop(ctx: Context, number: int) -> ActionItem:
    _to_decide(ctx, number)
    return change.drop(ctx, number)


def _to_decide(ctx: Context, number: int) -> ActionItem:
    """Raise NotManager, UnknownNumber or AlreadyDone."""
    if ctx.who.user != ctx.project.manager:
        raise NotManager(ctx.project.manager)
    item = change.get(ctx, number)
    if not item.open:
        raise AlreadyDone(NOUN, number, item.status)
    return item


def _decided(ctx: Context, before: ActionItem, revised: ActionItem) -> ActionItem:
    """Logged also where nothing but the version changes: that it stays so is the decision."""
    item = rules.reconciled(before, revised, ctx.who.user, ctx.now)
    return records.put(ctx, ACTION_ITEM, DECIDED, before, item)
