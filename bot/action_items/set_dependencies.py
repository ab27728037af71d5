"""Helpers, an owner from outside, waiting, starting later and coming back: changed one at a time."""

from bot.action_items.change import change, get
from bot.action_items.dependencies import NoRepetition, Terms, with_terms
from bot.action_items.model import ActionItem
from bot.action_items.validated import agreed
from bot.core.context import Context
from bot.core.errors import Misfilled
from bot.dates.line_end import start_day
from bot.dates.reader import Unreadable
from bot.dates.rrule import read_recurrence


def wait_for(ctx: Context, number: int, first: int) -> ActionItem:
    """Until `first` is closed. Raise UnknownNumber, ClosedAlready or WaitsInCircle."""
    return _agree(ctx, number, "waits", {"waits_for": first, "waits_on": None})


def wait_on(ctx: Context, number: int, words: str) -> ActionItem:
    """Until somebody says that it can go on."""
    return _agree(ctx, number, "waits", {"waits_for": None, "waits_on": words})


def go_on(ctx: Context, number: int) -> ActionItem:
    return _agree(ctx, number, "goes_on", {"waits_for": None, "waits_on": None})


def set_helpers(ctx: Context, number: int, helpers: list[str]) -> ActionItem:
    return _agree(ctx, number, "helpers", {"helpers": helpers})


def give_outside(ctx: Context, number: int, owner: Terms) -> ActionItem:
    """To a name and an address; whoever of the workspace has that address becomes the owner."""
    return _agree(ctx, number, "given", owner)


def repeat(ctx: Context, number: int, rule: str | None) -> ActionItem:
    """By a rule of iCalendar; None: it does not come back any more."""
    return _agree(ctx, number, "repeats", {"repeats": rule})


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
    return _agree(ctx, number, "starts", {"starts": day})


def _agree(ctx: Context, number: int, what: str, terms: Terms) -> ActionItem:
    """Raise what is wrong, of several reasons the first."""
    try:
        given = agreed(ctx, terms, get(ctx, number))
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    return change(ctx, number, what, lambda item: with_terms(item, given))
