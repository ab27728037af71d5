"""Which person is meant by what was typed."""

from collections.abc import Iterable

from bot.core.errors import OneOwner, UnknownPerson
from handlers.slack.request import GROUP, MENTION, Request

ME = ("me", "myself", "mij", "mezelf", "mijzelf", "ik")


def resolve(request: Request, typed: str) -> str:
    """The user id of a mention or of a name; raise UnknownPerson, never guess, or OneOwner for several."""
    if GROUP.search(typed):
        raise OneOwner
    mentioned = one_of([found[1] for found in MENTION.finditer(typed)])
    if mentioned:
        return mentioned
    name = typed.strip()
    if name.lower() in ME:
        return request.who.user
    found = request.uow.people.named(request.who.team, name.lstrip("@"))
    if len(found) != 1:
        raise UnknownPerson(name.lstrip("@"))
    return found[0].user


def one_of(users: Iterable[str]) -> str | None:
    """Raise OneOwner when several were named."""
    named = list(dict.fromkeys(users))
    if len(named) > 1:
        raise OneOwner
    return named[0] if named else None
