"""Verbs: what people do to records, each declared once.

From a verb come its sub-command for one record and for several, its buttons, its line of help and its row in
the README, and how the log tells of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from bot.core.errors import AlreadyDone
from bot.core.language import Both
from bot.core.nouns import Record

R = TypeVar("R", bound=Record)


REMOVE = Both("delete|remove", "verwijder|verwijderen")
"""What people try, whatever a noun calls it."""


class Takes(StrEnum):
    """What is typed behind a verb, and handed to its use case behind the context."""

    numbers = "numbers"
    """`3 5 7-9`: the use case takes one number."""
    own = "own"
    """What only this verb takes; its desk reads it."""
    successor = "successor"
    """`3 by 7`, or `3` and the line of a new one: a number, and a number or the fields of a record."""


@dataclass(frozen=True)
class Verb(Generic[R]):
    words: Both
    """What may be typed, several ways with `|` between; the first is named in help."""
    does: Callable[..., R]
    logged: str
    """Its name in the log."""
    past: Both
    """In the history: "Tom replaced it"."""
    changed: Both
    """Of several: "Withdrawn: 3 decisions"."""
    help: Both
    tells: Both | None = field(default=None, kw_only=True)
    """As `past`, with what it changed: see `Noun.tells`."""
    takes: Takes = Takes.numbers
    check: Callable[[R], None] | None = None
    """Of several at once: raises why one of them is not to be changed."""
    button: Both | None = None
    """On the card, where a number is all that it takes."""
    example: Both = field(default_factory=lambda: Both("3", "3"))
    """What is typed behind its word."""
    starts_texts: bool = False
    """Many a text begins with its word too, so only a number behind it makes it a verb."""
    also: Both | None = None
    """Other words that people try, with each of which many a text begins."""
    said: Callable[[R], Both] | None = None
    """What an answer begins with, fields in braces: "Given to {owner}"; else as of several: "Withdrawn"."""
    offered: bool = False
    """Its word alone lists one's own, each with its button."""

    @property
    def name(self) -> str:
        """The first English word: of its button and its sub-command."""
        return self.words.en.partition("|")[0]

    @property
    def shown(self) -> Both:
        """As it is typed: `replace 3 by 7`."""
        pairs = zip(self.words, self.example, strict=True)
        return Both(*(f"{words.partition('|')[0]} {example}".strip() for words, example in pairs))


def not_yet(noun: str, state: str) -> Callable[[Any], None]:
    """A verb's check: raises AlreadyDone of what is in that state."""

    def check(record: Any) -> None:
        if record.status == state:
            raise AlreadyDone(noun, record.number, state)

    return check


AnyVerb = Verb[Any]
