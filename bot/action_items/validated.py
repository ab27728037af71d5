"""Validation of an item's fields: each is checked, and all that is wrong is told at once."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bot.action_items.dependencies import (
    ADDRESS,
    WAITS_ON_LIMIT,
    ClosedAlready,
    NoAddress,
    NoNameOutside,
    NoRepetition,
    StartsAfterDue,
    Terms,
    WaitsInCircle,
    first_of,
    helpers_of,
)
from bot.action_items.facts import NOUN, circle_of
from bot.action_items.model import ActionItem, ActionItems
from bot.core import errors
from bot.core.context import Context
from bot.core.project import check_can_own
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.rrule import read_recurrence
from bot.dates.text import recurrence

Check = Callable[[Any], object]
"""Raises a Rejected kind for a value that cannot be."""


def agreed(ctx: Context, terms: Terms, item: ActionItem | None = None, *, past: bool = False) -> Terms:
    """`terms` made whole: one owner at most, and a date for what repeats. `item` is what they change.

    Raise Misfilled with what is wrong, by field; only what differs from `item` is looked at. `past`: a due
    date that is over is fine, as for what was agreed elsewhere.
    """
    reasons = errors.Reasons()
    terms = _tidy(_with_one_owner(ctx, terms, item, reasons), item)
    today = ctx.today
    checks: dict[str, Check] = {
        "text": checked_text,
        "owner": lambda owner: check_owner(ctx, owner),
        "due": lambda due: None if past else check_due(ctx, due),
        "helpers": lambda helpers: _check_helpers(ctx, helpers, item),
        "waits_for": lambda number: _check_wait(ctx, number, item),
        "waits_on": lambda words: errors.check_length(words or "", WAITS_ON_LIMIT),
        "repeats": lambda rule: first_of(rule, today) if rule else None,
    }
    for field, value in terms.items():
        if field in checks and (item is None or getattr(item, field) != value):
            with reasons.of(field):
                checks[field](value)
    if not reasons:
        terms = _with_first_date(terms, item, today)
        _check_start(terms, item, reasons)
    reasons.tell()
    return terms


def _with_one_owner(ctx: Context, terms: Terms, item: ActionItem | None, reasons: errors.Reasons) -> Terms:
    """Somebody of the workspace, or somebody from outside, or nobody yet."""
    owner = terms.get("owner")
    name, address = (terms.get("outside") or "").strip(), (terms.get("outside_email") or "").strip()
    if item and not owner and not address and name and name == item.outside:
        return terms  # by name alone, from minutes
    if not name and not address:
        return {**terms, "outside": None, "outside_email": None} if owner or "outside" in terms else terms
    known = ADDRESS.fullmatch(address) is not None
    inside = ctx.uow.people.named(ctx.project.team, address) if known else []
    if len(inside) == 1 and owner in (None, inside[0].user):
        return {**terms, "owner": inside[0].user, "outside": None, "outside_email": None}
    if not known:
        reasons["outside_email"] = NoAddress(address)
    elif not name:
        reasons["outside"] = NoNameOutside(address)
    if owner:
        reasons["outside"] = errors.OneOwner()
    return {**terms, "owner": None, "outside": name, "outside_email": address}


def _tidy(terms: Terms, item: ActionItem | None) -> Terms:
    """Without what means nothing: spaces around, words that are empty, a helper twice or the owner as one."""
    tidy = terms.copy()
    if "text" in tidy:
        tidy["text"] = tidy["text"].strip()
    if "waits_on" in tidy:
        tidy["waits_on"] = " ".join((tidy["waits_on"] or "").split()) or None
    if "helpers" in tidy or "owner" in tidy:
        present = Terms(owner=item.owner, helpers=item.helpers) if item else Terms()
        both: Terms = {**present, **tidy}
        tidy["helpers"] = helpers_of(both.get("helpers", []), both.get("owner"))
    return tidy


def checked_text(text: str) -> str:
    text = text.strip()
    if not errors.seen(text):
        raise errors.NoText
    errors.check_length(text, errors.TEXT_LIMIT)
    return text


def check_owner(ctx: Context, owner: str | None) -> None:
    """Raise why `owner` cannot be given something of the project; nobody is always possible."""
    if owner is None:
        return
    person = ctx.uow.people.get(ctx.project.team, owner)
    if person is None:
        raise errors.UnknownPerson(owner)
    check_can_own(person, ctx.uow.people.members(ctx.project.team, ctx.project.channel))


def check_due(ctx: Context, due: date | None) -> None:
    """The project's zone decides what day it is."""
    if due is not None and due < ctx.today:
        raise errors.InThePast(due, ctx.today)


def _check_helpers(ctx: Context, helpers: list[str], item: ActionItem | None) -> None:
    for helper in helpers:
        if item is None or helper not in item.helpers:
            check_owner(ctx, helper)


def _check_wait(ctx: Context, number: int | None, item: ActionItem | None) -> None:
    if number is None:
        return
    first = ctx.uow.of(ActionItems).get(ctx.project.id, number)
    if first is None:
        raise errors.UnknownNumber(NOUN, number)
    if not first.open:
        raise ClosedAlready(number)
    chain = circle_of(ctx, item, number) if item else ()
    if chain:
        raise WaitsInCircle(chain)


def _with_first_date(terms: Terms, item: ActionItem | None, today: date) -> Terms:
    """Give what repeats a date: where none was given, its first day."""
    rule = terms.get("repeats")
    due = terms.get("due", item and item.due)
    return {**terms, "due": first_of(rule, today)} if rule and due is None else terms


def _check_start(terms: Terms, item: ActionItem | None, reasons: errors.Reasons) -> None:
    """Nothing starts behind its date. Only what is new is looked at: dates move on by themselves."""
    starts = terms.get("starts", item and item.starts)
    due = terms.get("due", item and item.due)
    new = item is None or (item.starts, item.due) != (starts, due)
    if new and starts and due and starts > due:
        reasons["starts" if "starts" in terms else "due"] = StartsAfterDue(starts, due)


def rule_of(ctx: Context, typed: str, before: str | None) -> str:
    """Of words such as "every Monday until 1 March", or of the rule that there was; raise NoRepetition."""
    if before and typed in (before, recurrence(before, ctx.who.language)):
        return before
    try:
        return read_recurrence(typed, ctx.now, ctx.project.zone, ctx.languages).rrule
    except (Unreadable, Ambiguous) as unclear:
        raise NoRepetition(typed) from unclear
