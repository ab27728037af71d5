"""An action item raised or changed by its form: all its fields at once."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from bot.action_items.change import change, checked_reason, create, get
from bot.action_items.dependencies import NoRepetition, Terms, with_terms
from bot.action_items.fields import Filled, differing, number_in
from bot.action_items.find_duplicates import Look, twin
from bot.action_items.from_messages import made
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN
from bot.action_items.typed import languages
from bot.action_items.validated import agreed
from bot.core.context import Context
from bot.core.errors import Misfilled, Rejected
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.rrule import read_recurrence


@dataclass(frozen=True)
class Overtaken:
    """Somebody else was first: nothing was changed, and who filled in the form must see what is new."""

    seen: ActionItem
    """As it was when the form was opened."""
    item: ActionItem
    """As it is now."""
    who: str
    at: datetime


@dataclass(frozen=True)
class Alike:
    """An open item says the same: nothing was raised, and who filled in the form must see it first."""

    item: ActionItem


def raise_filled(ctx: Context, filled: Filled, looked: Look, seen: int | None = None) -> ActionItem | Alike:
    """`looked`: for its text; `seen`: number of the open item that they saw and that is another. Raise
    Misfilled with all that is wrong."""
    terms = _terms(ctx, filled, None)
    there = twin(ctx, looked)
    if there is not None and there.number != seen:
        return Alike(there)
    item = create(ctx, **terms)
    made(ctx, item)
    return item


def change_filled(ctx: Context, number: int, version: int, filled: Filled) -> ActionItem | Overtaken:
    """All at once, `version` being the one that the form showed. Raise Misfilled with all that is wrong."""
    before = get(ctx, number)
    overtaken = _overtaken(ctx, before, version)
    if overtaken is not None:
        return overtaken
    terms = _terms(ctx, filled, before)
    because = checked_reason(filled.because)

    def revise(item: ActionItem) -> ActionItem:
        revised = with_terms(item, terms)
        postponed = revised.times_postponed > item.times_postponed
        return revised.model_copy(update={"postponed_because": because or None}) if postponed else revised

    return change(ctx, number, "edited", revise)


def _overtaken(ctx: Context, item: ActionItem, version: int) -> Overtaken | None:
    """The changes of others to the fields since `version`; what is no field of the form does not matter."""
    if item.version == version:
        return None
    by, at = "", item.raised_at
    for event in reversed(ctx.uow.log.of_item(item.project_id, NOUN, item.number)):
        state = ActionItem.model_validate(event.after)
        if not by and event.before and differing(ActionItem.model_validate(event.before), state):
            by, at = event.who, event.at
        if state.version <= version:
            return Overtaken(state, item, by, at) if differing(state, item) else None
    return None


def _terms(ctx: Context, filled: Filled, item: ActionItem | None) -> Terms:
    """The terms that were typed, read and agreed on."""
    reasons: dict[str, Rejected] = {}

    def read(field: str, reader: Callable[[str], Any]) -> Any:
        try:
            return reader(getattr(filled, field))
        except Rejected as reason:
            reasons[field] = reason
            return None

    def rule(typed: str) -> str | None:
        phrase = typed.strip()
        if not phrase or (item and phrase == item.repeats):
            return phrase or None
        try:
            return read_recurrence(phrase, ctx.now, ctx.project.zone, languages(ctx)).rrule
        except (Unreadable, Ambiguous) as unclear:
            raise NoRepetition(phrase) from unclear

    terms = Terms(
        text=filled.text,
        owner=filled.owner,
        due=filled.due,
        helpers=list(filled.helpers),
        starts=filled.starts,
        waits_for=read("waits_for", number_in),
        waits_on=filled.waits_on,
        repeats=read("repeats", rule),
        outside=filled.outside,
        outside_email=filled.outside_email,
    )
    try:
        terms = agreed(ctx, terms, item)
    except Misfilled as wrong:
        reasons = {**wrong.reasons, **reasons}
    if reasons:
        raise Misfilled(reasons)
    return terms
