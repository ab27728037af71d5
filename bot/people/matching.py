"""Whom a name in notes means, and how sure that is."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from bot.core.people import Person
from bot.people.called import all_called, called

NEAR = 75
"""The likeness, of 100, from which a name may be a slip of another: one letter of four is wrong. "Pietr" has
91 of Pieter; Tom and Tim, who may both be there, have 67. It makes a question, never an owner."""


class Sure(StrEnum):
    certain = "certain"
    to_confirm = "to_confirm"
    """It may be one of `users`; a person says which."""
    outside = "outside"
    """Nobody of us is called so, or anything like it."""


@dataclass(frozen=True)
class Match:
    sure: Sure
    users: tuple[str, ...] = ()
    """User ids, the likeliest first; one where it is certain."""


def other_name(said: str) -> str:
    """A written name as it is remembered."""
    return " ".join(said.strip(" @.,:;").casefold().split())


def match(said: str, people: Mapping[str, Person], others: Mapping[str, str]) -> Match:
    """`others`: user ids by the other names that a project's people have said, empty for nobody of us."""
    user = others.get(other_name(said))
    if user is not None:
        return Match(Sure.certain, (user,)) if user in people else Match(Sure.outside)
    several = all_called(said, people)
    found = several if len(several) > 1 else called(said, people)
    if len(found) == 1:
        return Match(Sure.certain, tuple(found))
    found = found or _near(other_name(said), people)
    return Match(Sure.to_confirm, tuple(found)) if found else Match(Sure.outside)


def _near(said: str, people: Mapping[str, Person]) -> list[str]:
    """Those whose name is the likeliest, if it is like enough."""
    likeness = {user: max(fuzz.ratio(*pair) for pair in _pairs(said, each)) for user, each in people.items()}
    most = max(likeness.values(), default=0.0)
    return [user for user, like in likeness.items() if like == most >= NEAR]


def _pairs(said: str, person: Person) -> list[tuple[str, str]]:
    """All of the one with all of the other; one word, such as a first name, with any word of the other."""
    pairs = []
    for name in map(str.casefold, filter(None, (person.name, person.full_name))):
        words, written = name.split(), said.split()
        pairs.append((said, name))
        pairs += [(said, word) for word in words] if len(written) == 1 else []
        pairs += [(written[0], name)] if len(words) == 1 and written else []
    return pairs
