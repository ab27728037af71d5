"""An action item raised or changed by its form: all its fields at once, as they were typed."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from bot.action_items.change import change, checked_reason, create, get
from bot.action_items.dependencies import NoRepetition, NotANumber, Terms, with_terms
from bot.action_items.from_messages import made
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.typed import Look, twin
from bot.action_items.validated import agreed
from bot.core.context import Context
from bot.core.errors import Misfilled, Rejected
from bot.core.records import Overtaken, overtaken_since
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.rrule import read_recurrence
from bot.dates.text import recurrence

NUMBER = re.compile(r"\s*(?:[A-Za-z]-)?(\d{1,6})\s*")


@dataclass(frozen=True)
class Alike:
    """An open item says the same: nothing was raised, and who filled in the form must see it first."""

    item: ActionItem


def raise_filled(
    ctx: Context, typed: Mapping[str, Any], looked: Look, seen: int | None = None
) -> ActionItem | Alike:
    """`looked`: for its text; `seen`: number of the open item that they saw and that is another. Raise
    Misfilled with all that is wrong."""
    terms = _terms(ctx, typed, None)
    there = twin(ctx, looked)
    if there is not None and there.number != seen:
        return Alike(there)
    item = create(ctx, **terms)
    made(ctx, item)
    return item


def change_filled(
    ctx: Context, number: int, version: int, typed: Mapping[str, Any]
) -> ActionItem | Overtaken[ActionItem]:
    """All at once, `version` being the one that the form showed. Raise Misfilled with all that is wrong."""
    before = get(ctx, number)
    overtaken = overtaken_since(ctx, ACTION_ITEM, before, version)
    if overtaken is not None:
        return overtaken
    terms = _terms(ctx, typed, before)
    because = checked_reason(typed.get("postponed_because", ""))

    def revise(item: ActionItem) -> ActionItem:
        revised = with_terms(item, terms)
        postponed = revised.times_postponed > item.times_postponed
        return revised.model_copy(update={"postponed_because": because or None}) if postponed else revised

    return change(ctx, number, "edited", revise)


def _terms(ctx: Context, typed: Mapping[str, Any], item: ActionItem | None) -> Terms:
    """The terms that were typed, read and agreed on."""
    reasons: dict[str, Rejected] = {}

    def read(field: str, reader: Callable[[str], Any]) -> Any:
        try:
            return reader(typed.get(field, "").strip())
        except Rejected as reason:
            reasons[field] = reason
            return None

    def rule(phrase: str) -> str | None:
        if item and item.repeats and phrase in (item.repeats, recurrence(item.repeats, ctx.who.language)):
            return item.repeats
        try:
            return read_recurrence(phrase, ctx.now, ctx.project.zone, ctx.languages).rrule if phrase else None
        except (Unreadable, Ambiguous) as unclear:
            raise NoRepetition(phrase) from unclear

    terms = Terms(
        text=typed.get("text", ""),
        owner=typed.get("owner"),
        due=typed.get("due"),
        helpers=typed.get("helpers", []),
        starts=typed.get("starts"),
        waits_for=read("waits_for", _number),
        waits_on=typed.get("waits_on"),
        repeats=read("repeats", rule),
        outside=typed.get("outside", ""),
        outside_email=typed.get("outside_email", ""),
    )
    try:
        terms = agreed(ctx, terms, item)
    except Misfilled as wrong:
        reasons = {**wrong.reasons, **reasons}
    if reasons:
        raise Misfilled(reasons)
    return terms


def _number(typed: str) -> int | None:
    """12 of `A-12`; None for nothing. Raise NotANumber."""
    found = NUMBER.fullmatch(typed)
    if found is None and typed:
        raise NotANumber(typed)
    return int(found[1]) if found else None
