"""Action items as they are typed in one line: the date is read from the words."""

from dataclasses import dataclass
from datetime import datetime

from bot.action_items import change
from bot.action_items.dependencies import Terms
from bot.action_items.model import ActionItem
from bot.core.context import Context
from bot.core.errors import OneOwner, UnknownPerson
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.dates.due import Due
from bot.dates.line_end import Terms as When
from bot.dates.line_end import split_terms
from bot.dates.rrule import Recurrence


@dataclass(frozen=True)
class Raised:
    item: ActionItem
    typed: Due
    """Of the text: what was understood, and what must be said or asked about its date."""
    repetitions: tuple[Recurrence, ...] = ()
    """It comes back in one of these ways, to be asked."""


def read_line(ctx: Context, text: str, said_at: datetime | None = None) -> When:
    """A line that ends with when it is due, starts or comes back; `said_at`: when it was typed, if that was
    earlier."""
    return split_terms(text, said_at or ctx.now, ctx.project.zone, languages(ctx))


def raise_typed(ctx: Context, typed: When, people: Terms) -> Raised:
    """Raise an item from a line as it was read; also when the date is not clear. `people`: its owner and
    helpers."""
    terms: Terms = {
        **people,
        "text": typed.due.text,
        "due": typed.due.day,
        "starts": typed.starts,
        "repeats": typed.repeats,
    }
    return Raised(change.create(ctx, **terms), typed.due, typed.repetitions)


def person_named(uow: UnitOfWork, team: str, name: str) -> str:
    """The user id of the one whose name or address this is; raise UnknownPerson, never guess."""
    found = uow.people.named(team, name)
    if len(found) != 1:
        raise UnknownPerson(name)
    return found[0].user


def one_owner(owners: list[str]) -> str | None:
    """Raise OneOwner when several were named."""
    if len(set(owners)) > 1:
        raise OneOwner
    return owners[0] if owners else None


def languages(ctx: Context) -> list[Language]:
    """Their own first, then the project's, then any other: English in a Dutch project is understood."""
    return list(dict.fromkeys([ctx.who.language, ctx.project.language, *Language]))
