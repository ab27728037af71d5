"""Names for user ids, as texts show them."""

from collections.abc import Callable
from functools import cache

from bot.core.ports import UnitOfWork

NameOf = Callable[[str | None], str]
"""Of a user id; empty for nobody."""


def names(uow: UnitOfWork, team: str) -> NameOf:
    """Each is asked for once: a list names the same people line by line."""

    @cache
    def name_of(user: str | None) -> str:
        person = uow.people.get(team, user) if user else None
        return person.name if person else user or ""

    return name_of
