"""Use cases that create and change one action item."""

from collections.abc import Callable
from datetime import date
from typing import Unpack

from bot.action_items import model as rules
from bot.action_items.dependencies import NoRepetition, Terms, with_terms
from bot.action_items.facts import NOUN, changed
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.validated import agreed, check_due, check_owner
from bot.core import records
from bot.core.context import Context
from bot.core.errors import AlreadyDone, Misfilled, TooLong
from bot.core.limits import REASON_LIMIT
from bot.dates.due import start_day
from bot.dates.reader import Unreadable
from bot.dates.rrule import read_recurrence

Revise = Callable[[ActionItem], ActionItem]


def create(
    ctx: Context,
    *,
    source: str | None = None,
    source_message: str | None = None,
    past: bool = True,
    named: str = "",
    **terms: Unpack[Terms],
) -> ActionItem:
    """Raise an action item; raise what is wrong, of several reasons the first.

    `past`: a due date that is over is fine, as in minutes of last week. `named`: an owner from outside, known
    by name alone.
    """
    given = _agreed(ctx, {"text": "", **terms}, past=past)
    item = ActionItem(
        **{**given, "outside": named} if named and not given.get("owner") else given,
        project_id=ctx.project.id,
        number=ctx.uow.next_number(ctx.project.id, NOUN),
        raised_by=ctx.who.user,
        raised_at=ctx.now,
        original_due=given.get("due"),
        source=source or (ctx.said.link if ctx.said else None),
        source_message=source_message or (ctx.said.message if ctx.said else None),
    )
    ctx.uow.of(ActionItems).add(item)
    changed(ctx, "created", None, item)
    return item


def finish(ctx: Context, number: int) -> ActionItem:
    """Done; done again is the same. Raise AlreadyDone for what was cancelled meanwhile."""
    if get(ctx, number).status is Status.cancelled:
        raise AlreadyDone(NOUN, number, Status.cancelled)
    return _set_status(ctx, number, Status.done, "done")


def reopen(ctx: Context, number: int) -> ActionItem:
    return _set_status(ctx, number, Status.open, "reopened")


def drop(ctx: Context, number: int) -> ActionItem:
    """Cancelled: it need not be done any more, and stays in the log."""
    return _set_status(ctx, number, Status.cancelled, "cancelled")


def give(ctx: Context, number: int, owner: str | None) -> ActionItem:
    """Make `owner` the one who does it; raise why they cannot be."""
    check_owner(ctx, owner)
    return change(ctx, number, "given", lambda item: rules.revised(item, owner=owner))


def set_due(
    ctx: Context, number: int, due: date | None, *, because: str = "", past: bool = False
) -> ActionItem:
    """`because`: why it moves, if that is told; `past`: a day that is over is meant."""
    if not past:
        check_due(ctx, due)
    because = checked_reason(because)
    return change(ctx, number, "due", lambda item: rules.with_due(item, due, because))


def name_again(
    ctx: Context, number: int, minutes: int, owner: str | None = None, due: date | None = None
) -> ActionItem:
    """Minutes name it, with the owner and the date that they give it, if any; raise why they cannot be."""
    check_owner(ctx, owner)

    def named(item: ActionItem) -> ActionItem:
        numbers = list(dict.fromkeys((*item.named_in, minutes)))
        item = rules.revised(item, named_in=numbers, owner=owner or item.owner)
        return rules.with_due(item, due) if due and due != item.due else item

    return change(ctx, number, "named", named)


def get(ctx: Context, number: int) -> ActionItem:
    """Raise UnknownNumber."""
    return records.get(ctx, ACTION_ITEM, number)


def checked_reason(reason: str) -> str:
    reason = reason.strip()
    if len(reason) > REASON_LIMIT:
        raise TooLong(len(reason), REASON_LIMIT)
    return reason


def _set_status(ctx: Context, number: int, status: Status, what: str) -> ActionItem:
    return change(ctx, number, what, lambda item: rules.with_status(item, status, ctx.now))


def change(ctx: Context, number: int, what: str, revise: Revise) -> ActionItem:
    """Keep and show the revised item, with what that settles; one that would stay as it is, is left alone."""

    def settled(before: ActionItem) -> ActionItem:
        return rules.reconciled(before, revise(before), ctx.who.user, ctx.now)

    return records.change(ctx, ACTION_ITEM, number, what, settled)


def wait_for(ctx: Context, number: int, first: int) -> ActionItem:
    """Until `first` is closed. Raise UnknownNumber, ClosedAlready or WaitsInCircle."""
    return agree(ctx, number, "waits", {"waits_for": first})


def wait_on(ctx: Context, number: int, words: str) -> ActionItem:
    """Until somebody says that it can go on, besides another item that it waits for."""
    return agree(ctx, number, "waits", {"waits_on": words})


def go_on(ctx: Context, number: int) -> ActionItem:
    return agree(ctx, number, "goes_on", {"waits_for": None, "waits_on": None})


def set_helpers(ctx: Context, number: int, helpers: list[str]) -> ActionItem:
    return agree(ctx, number, "helpers", {"helpers": helpers})


def give_outside(ctx: Context, number: int, owner: Terms) -> ActionItem:
    """To a name and an address; whoever of the workspace has that address becomes the owner."""
    return agree(ctx, number, "given", owner)


def repeat(ctx: Context, number: int, rule: str | None) -> ActionItem:
    """By a rule of iCalendar; None: it does not come back any more."""
    return agree(ctx, number, "repeats", {"repeats": rule})


def repeat_typed(ctx: Context, number: int, phrase: str) -> ActionItem:
    """In words. Raise NoRepetition, or Ambiguous with all that it may mean."""
    try:
        found = read_recurrence(phrase, ctx.now, ctx.project.zone, ctx.languages)
    except Unreadable as unclear:
        raise NoRepetition(phrase) from unclear
    return repeat(ctx, number, found.rrule)


def start_typed(ctx: Context, number: int, phrase: str) -> ActionItem:
    """From a day in words on; without one at once. Raise Unreadable."""
    day = start_day(phrase, ctx.now, ctx.project.zone, ctx.languages) if phrase else None
    if phrase and day is None:
        raise Unreadable(phrase)
    return agree(ctx, number, "starts", {"starts": day})


def agree(ctx: Context, number: int, what: str, terms: Terms) -> ActionItem:
    given = _agreed(ctx, terms, get(ctx, number))
    return change(ctx, number, what, lambda item: with_terms(item, given))


def _agreed(ctx: Context, terms: Terms, item: ActionItem | None = None, *, past: bool = False) -> Terms:
    """Raise what is wrong, of several reasons the first."""
    try:
        return agreed(ctx, terms, item, past=past)
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
