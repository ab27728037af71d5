"""An action item raised or changed by its form: all its fields at once, as they were typed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, cast

from bot.action_items.change import change, checked_reason, create, get
from bot.action_items.dependencies import NoRepetition, NotANumber, Terms, with_terms
from bot.action_items.from_messages import made
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.typed import Look, twin
from bot.action_items.validated import agreed
from bot.core.context import Context
from bot.core.errors import Misfilled, Reasons
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
    reasons = Reasons()
    terms = {name: value for name, value in typed.items() if name in Terms.__annotations__}

    def rule(phrase: str) -> str | None:
        if item and item.repeats and phrase in (item.repeats, recurrence(item.repeats, ctx.who.language)):
            return item.repeats
        try:
            return read_recurrence(phrase, ctx.now, ctx.project.zone, ctx.languages).rrule if phrase else None
        except (Unreadable, Ambiguous) as unclear:
            raise NoRepetition(phrase) from unclear

    for field, read in (("waits_for", _number), ("repeats", rule)):
        terms[field] = None
        with reasons.of(field):
            terms[field] = read(typed.get(field, "").strip())
    try:
        agreed_on = agreed(ctx, cast(Terms, terms), item)
    except Misfilled as wrong:
        raise Misfilled({**wrong.reasons, **reasons}) from wrong
    reasons.tell()
    return agreed_on


def _number(typed: str) -> int | None:
    """12 of `A-12`; None for nothing. Raise NotANumber."""
    found = NUMBER.fullmatch(typed)
    if found is None and typed:
        raise NotANumber(typed)
    return int(found[1]) if found else None
