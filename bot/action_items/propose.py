"""An owner's answer to an item: yes, another date, or not mine; and what comes of that, also for several."""

from datetime import date

from bot.action_items import model as rules
from bot.action_items.change import change, checked_reason, get, give, set_due
from bot.action_items.facts import NOUN
from bot.action_items.model import ActionItem, Asked, CounterOffer, Status
from bot.action_items.notices import KEEP, TAKEN_BACK, answerer, decides, kept_notice
from bot.action_items.notifications import raised_in
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import check_due, check_owner
from bot.core.context import Context
from bot.core.errors import AlreadyDone, ChangedSince, Reasons, Rejected
from bot.core.records import Bulk, in_bulk
from bot.people.quiet_hours import notify


class NotOwner(Rejected):
    """Only its owner answers for an item; `owner` is None when it is nobody's."""

    number: int
    owner: str | None


class NotDecider(Rejected):
    """Only `decider` answers an owner; None when nobody of the channel may."""

    number: int
    decider: str | None


class NoReason(Rejected):
    pass


class SameDue(Rejected):
    """No date, or the one that it has."""


class NotYourself(Rejected):
    """Named as the other one, who should own it instead."""


def accept(ctx: Context, number: int) -> ActionItem:
    """The owner takes it on; once more is the same. Raise NotOwner or AlreadyDone."""
    item = to_answer(ctx, number)
    if item.accepted:
        return item
    return change(ctx, number, "accepted", lambda item: rules.revised(item, accepted_at=ctx.now))


def to_answer(ctx: Context, number: int) -> ActionItem:
    """The open item that its owner answers for; raise NotOwner or AlreadyDone."""
    item = _open(ctx, number)
    if item.owner != ctx.who.user:
        raise NotOwner(number, item.owner)
    return item


def to_move(ctx: Context, number: int) -> ActionItem:
    """As `to_answer`, also for who may decide of its date."""
    item = _open(ctx, number)
    return item if decides(ctx.project, item, ctx.who.user) else to_answer(ctx, number)


def ask_for_due(ctx: Context, number: int, due: date | None, reason: str) -> ActionItem:
    """Move it, or put that to who raised it. Raise NotOwner, AlreadyDone, or Misfilled by field."""
    item = to_move(ctx, number)
    reasons = Reasons()
    with reasons.of("due"):
        check_due(ctx, due)
        if due is None or due == item.due:
            raise SameDue
    reason = _told(ctx, item, reason, reasons)
    if item.due is None or decides(ctx.project, item, ctx.who.user) or answerer(ctx, item) is None:
        return set_due(ctx, number, due, because=reason)
    return _offer(ctx, item, Asked.due, reason, due=due)


def not_mine(ctx: Context, number: int, owner: str | None, reason: str) -> ActionItem:
    """Put it to who raised it that somebody else should do it. Raise NotOwner, AlreadyDone, or Misfilled."""
    item = to_answer(ctx, number)
    reasons = Reasons()
    with reasons.of("owner"):
        check_owner(ctx, owner)
        if owner == ctx.who.user:
            raise NotYourself
    reason = _told(ctx, item, reason, reasons)
    if decides(ctx.project, item, ctx.who.user) or answerer(ctx, item) is None:
        return give(ctx, number, owner)
    return _offer(ctx, item, Asked.owner, reason, owner=owner)


def accept_offer(ctx: Context, number: int, made: int, owner: str | None = None) -> ActionItem:
    """As its owner asked: moved to their date, or given to whom they named or to the `owner` chosen instead.

    Answered before, it stays answered. `made`: of the offer that was seen; raise ChangedSince when another
    took its place, or NotDecider.
    """
    item, offer = _asked(ctx, number, made)
    if offer is None:
        return item
    if offer.asked is Asked.due:
        return set_due(ctx, number, offer.due, because=offer.reason)
    chosen = owner or offer.owner
    if chosen is None or chosen == item.owner:
        return keep(ctx, number, made)
    return give(ctx, number, chosen)


def keep(ctx: Context, number: int, made: int) -> ActionItem:
    """As it was agreed: its owner is told. See `accept_offer`."""
    item, offer = _asked(ctx, number, made)
    if offer is None:
        return item
    kept = change(ctx, number, KEEP, lambda item: rules.revised(item, counter_offer=None))
    notify(ctx, kept_notice(ctx.project, kept, offer), f"{KEEP} {kept.version}", due=kept.due)
    return kept


def take_back(ctx: Context, number: int, made: int) -> ActionItem:
    """Who asked does not any more; once more is the same. Raise NotOwner, AlreadyDone or ChangedSince."""
    item = to_answer(ctx, number)
    offer = item.offered
    if offer is not None and offer.made != made:
        raise ChangedSince(offer.by, offer.at)
    return change(ctx, number, TAKEN_BACK, lambda item: rules.revised(item, counter_offer=None))


def _offer(
    ctx: Context,
    item: ActionItem,
    asked: Asked,
    reason: str,
    *,
    due: date | None = None,
    owner: str | None = None,
) -> ActionItem:
    """Keep the offer, in the place of an earlier one; the same again is no new one."""
    former, made = item.offered, item.version + 1
    offer = CounterOffer(
        asked=asked,
        by=ctx.who.user,
        due=due,
        owner=owner,
        reason=reason,
        at=ctx.now,
        made=made,
        opened=former.opened if former else made,
    )
    same = {"asked", "by", "due", "owner", "reason"}
    if former is not None and former.model_dump(include=same) == offer.model_dump(include=same):
        return item
    value = offer.model_dump(mode="json")
    return change(ctx, item.number, "asked", lambda item: rules.revised(item, counter_offer=value))


def _asked(ctx: Context, number: int, made: int) -> tuple[ActionItem, CounterOffer | None]:
    """The offer that somebody answers; None when it is answered, or needs no answer any more."""
    item = get(ctx, number)
    if not decides(ctx.project, item, ctx.who.user):
        raise NotDecider(number, answerer(ctx, item))
    offer = item.offered
    if offer is not None and offer.made != made:
        raise ChangedSince(offer.by, offer.at)
    return item, offer


def _open(ctx: Context, number: int) -> ActionItem:
    item = get(ctx, number)
    if not item.open:
        raise AlreadyDone(NOUN, number, Status(item.status))
    return item


def _told(ctx: Context, item: ActionItem, reason: str, reasons: Reasons) -> str:
    """Why, which only who raised it need not say; raise Misfilled with all that is wrong."""
    with reasons.of("reason"):
        reason = checked_reason(reason)
        if not reason and ctx.who.user != item.raised_by:
            raise NoReason
    reasons.tell()
    return reason


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
