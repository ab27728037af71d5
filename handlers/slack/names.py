"""Names for user ids, as texts show them."""

from collections.abc import Callable, Iterable
from functools import cache

from bot.core.ports import UnitOfWork

NameOf = Callable[[str | None], str]
"""Of a user id; empty for nobody."""


def names(uow: UnitOfWork, team: str, users: Iterable[str | None] = ()) -> NameOf:
    """Each is asked for once: a list names the same people line by line. `users` are asked for together."""
    wanted = {user for user in users if user}
    known = uow.people.get_many(team, wanted) if wanted else {}

    @cache
    def name_of(user: str | None) -> str:
        person = known.get(user or "") or (uow.people.get(team, user) if user else None)
        return person.name if person else user or ""

    return name_of
