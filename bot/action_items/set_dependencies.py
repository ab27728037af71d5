"""Helpers, an owner from outside, waiting, starting later and coming back: changed one at a time."""

from datetime import datetime

from bot.action_items.change import change, get
from bot.action_items.dependencies import NoRepetition, Terms, with_terms
from bot.action_items.model import ActionItem
from bot.action_items.typed import languages
from bot.action_items.validated import agreed
from bot.core.access import Caller, project_here, project_numbered
from bot.core.errors import Misfilled
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.dates.line_end import start_day
from bot.dates.reader import Unreadable
from bot.dates.rrule import read_recurrence


def wait_for(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, first: int
) -> ActionItem:
    """Until `first` is closed. Raise UnknownNumber, ClosedAlready or WaitsInCircle."""
    return _agree(uow, now, who, project_id, number, "waits", {"waits_for": first, "waits_on": None})


def wait_on(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, words: str
) -> ActionItem:
    """Until somebody says that it can go on."""
    return _agree(uow, now, who, project_id, number, "waits", {"waits_for": None, "waits_on": words})


def go_on(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    return _agree(uow, now, who, project_id, number, "goes_on", {"waits_for": None, "waits_on": None})


def set_helpers(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, helpers: list[str]
) -> ActionItem:
    return _agree(uow, now, who, project_id, number, "helpers", {"helpers": helpers})


def give_outside(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    owner: Terms,
    *,
    batch: str | None = None,
) -> ActionItem:
    """To a name and an address; whoever of the workspace has that address becomes the owner himself."""
    return _agree(uow, now, who, project_id, number, "given", owner, batch)


def repeat(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, rule: str | None
) -> ActionItem:
    """By a rule of iCalendar; None: it does not come back any more."""
    return _agree(uow, now, who, project_id, number, "repeats", {"repeats": rule})


def repeat_typed(uow: UnitOfWork, now: datetime, caller: Caller, number: int, phrase: str) -> ActionItem:
    """In words. Raise NoRepetition, or Ambiguous with all that it may mean."""
    project = project_here(uow, caller)
    try:
        found = read_recurrence(phrase, now, project.zone, languages(caller.who, project))
    except Unreadable as unclear:
        raise NoRepetition(phrase) from unclear
    return repeat(uow, now, caller.who, project.id, number, found.rrule)


def start_typed(uow: UnitOfWork, now: datetime, caller: Caller, number: int, phrase: str) -> ActionItem:
    """From a day in words on; without one at once. Raise Unreadable."""
    project = project_here(uow, caller)
    day = start_day(phrase, now, project.zone, languages(caller.who, project)) if phrase else None
    if phrase and day is None:
        raise Unreadable(phrase)
    return _agree(uow, now, caller.who, project.id, number, "starts", {"starts": day})


def _agree(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    what: str,
    terms: Terms,
    batch: str | None = None,
) -> ActionItem:
    """Raise what is wrong, of several reasons the first."""
    project = project_numbered(uow, who, project_id)
    try:
        given = agreed(uow, now, project, terms, get(uow, project.id, number))
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    return change(uow, now, who, project, number, what, lambda item: with_terms(item, given), batch)
