"""What others may subscribe to; whose they are says the context."""

from dataclasses import dataclass


@dataclass(frozen=True)
class WishesChanged:
    """Somebody changed how and when they want to be reminded."""


@dataclass(frozen=True)
class AbsencesChanged:
    deputies: frozenset[str]
    """User ids of who stands in for them in what is new."""
