"""Facts about people that others may subscribe to."""

from dataclasses import dataclass

from bot.core.people import Person


@dataclass(frozen=True)
class WishesChanged:
    """Somebody changed how and when they want to be reminded."""

    person: Person


@dataclass(frozen=True)
class AbsencesChanged:
    person: Person
    deputies: frozenset[str]
    """User ids of who stands in for them in what is new."""
