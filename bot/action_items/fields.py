"""The form of an action item as it was filled in, and the merge of two forms at once."""

import re
from dataclasses import dataclass, fields
from datetime import date

from bot.action_items.model import ActionItem
from bot.core.errors import Rejected

NUMBER = re.compile(r"\s*(?:[A-Za-z]-)?(\d{1,6})\s*")


@dataclass(frozen=True, kw_only=True)
class Filled:
    """All that the form asks for; its names are the item's."""

    text: str = ""
    owner: str | None = None
    due: date | None = None
    helpers: tuple[str, ...] = ()
    starts: date | None = None
    repeats: str = ""
    """In words, or the item's own rule."""
    waits_for: str = ""
    """A number, as in `A-12`."""
    waits_on: str = ""
    outside: str = ""
    outside_email: str = ""
    because: str = ""
    """The reason why the date becomes later; said of the change, so no field of the item."""


BECAUSE = "because"
FIELDS = tuple(field.name for field in fields(Filled) if field.name != BECAUSE)


@dataclass(eq=False)
class NotANumber(Rejected):
    typed: str


def filled_from(item: ActionItem) -> Filled:
    """As the form shows the item."""
    return Filled(
        text=item.text,
        owner=item.owner,
        due=item.due,
        helpers=tuple(item.helpers),
        starts=item.starts,
        repeats=item.repeats or "",
        waits_for=f"A-{item.waits_for}" if item.waits_for else "",
        waits_on=item.waits_on or "",
        outside=item.outside or "",
        outside_email=item.outside_email or "",
    )


def differing(one: ActionItem, other: ActionItem) -> tuple[str, ...]:
    """Fields of the form in which they are not the same."""
    return tuple(name for name in FIELDS if getattr(one, name) != getattr(other, name))


def merged(seen: ActionItem, now: ActionItem, typed: Filled) -> Filled:
    """The fields typed into the form of `seen`, over the item as it is now: what they left alone there,
    and somebody else changed, is as it is now."""
    before, present = filled_from(seen), filled_from(now)
    return Filled(
        **{
            name: getattr(present if getattr(typed, name) == getattr(before, name) else typed, name)
            for name in FIELDS
        },
        because=typed.because,
    )


def number_in(typed: str) -> int | None:
    """12 of `A-12`; None for nothing. Raise NotANumber."""
    if not typed.strip():
        return None
    found = NUMBER.fullmatch(typed)
    if found is None:
        raise NotANumber(typed.strip())
    return int(found[1])
