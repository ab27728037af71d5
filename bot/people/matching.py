"""Whom a written name means, by which of their names or by an address, and how sure that is."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz import fuzz

from bot.core.errors import OneOwner, UnknownPerson
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.notes.people import ADDRESS, fitting, split_names

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
    found = found or near(said, people)
    return Match(Sure.to_confirm, tuple(found)) if found else Match(Sure.outside)


def near(said: str, people: Mapping[str, Person]) -> list[str]:
    """Those whose name is the likeliest, if it is like enough."""
    said = other_name(said)
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


_AND_OR = re.compile(
    r"\s*(?:[>→|\\()\[\]]|\s(?:or|of|met|with|together with|samen met|i\.?s\.?m\.?|plus|then|daarna)\s)\s*",
    re.IGNORECASE,
)


def called(said: str, people: Mapping[str, Person]) -> list[str]:
    """The user ids of those among `people` whom the written name fits best."""
    address = ADDRESS.search(said)
    if address is None:
        return _named(said, people) or (_named(_turned(said), people) if said.count(",") == 1 else [])
    mail = address.group().lower()
    found = [user for user, person in people.items() if (person.email or "").lower() == mail]
    name = said.replace(address.group(), "").strip(" <>()[];,")
    without = {user: person for user, person in people.items() if not person.email}
    return found or (_named(name, without) if name else [])


def _named(said: str, people: Mapping[str, Person]) -> list[str]:
    shown = fitting(said, {user: person.name for user, person in people.items()})
    return shown or fitting(said, {user: person.full_name for user, person in people.items()})


def _turned(said: str) -> str:
    """`Lee, Ann` is Ann Lee."""
    last, _, first = said.partition(",")
    return f"{first.strip()} {last.strip()}"


def several(said: str, people: Mapping[str, Person]) -> bool:
    """Whether more than one person is named, in whichever way: `Ann/Bo`, `Ann (Bo)`, `Ann or Bo`."""
    return len(all_called(said, people)) > 1


def all_called(said: str, people: Mapping[str, Person]) -> list[str]:
    """The user ids of all whom it names, one for each part."""
    if ADDRESS.search(said) is None and said.count(",") == 1 and len(called(said, people)) == 1:
        return []
    parts = [part for each in _AND_OR.split(said) for part in split_names(each)]
    return list(dict.fromkeys(user for part in parts for user in called(part, people)[:1]))


def person_named(uow: UnitOfWork, team: str, name: str, channel: str) -> str:
    """The user id of the one whose name or address this is; raise UnknownPerson, never guess. `channel`:
    the one among whose members a slip of the pen is looked up."""
    found = uow.people.named(team, name.lstrip("@"))
    if len(found) != 1:
        raise nobody(name.lstrip("@"), uow.people.get_many(team, uow.people.members(team, channel)))
    return found[0].user


def nobody(name: str, people: Mapping[str, Person]) -> UnknownPerson:
    """With the one of `people` who was probably meant."""
    alike = near(name, people)
    return UnknownPerson(name, people[alike[0]].name if len(alike) == 1 else "")


def one_owner(owners: list[str]) -> str | None:
    """Raise OneOwner when several were named."""
    if len(set(owners)) > 1:
        raise OneOwner
    return owners[0] if owners else None
