"""Whom a written name means: by the name that Slack shows, the full one, `Last, First`, or an address."""

import re
from collections.abc import Mapping

from bot.core.people import Person
from bot.notes.people import ADDRESS, fitting, split_names

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
