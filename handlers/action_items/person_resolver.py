"""The person who is meant by what was typed."""

from bot.action_items import typed as action_items_typed
from bot.core.errors import OneOwner
from handlers.slack.request import GROUP, MENTION, Command

ME = ("me", "myself", "mij", "mezelf", "mijzelf", "ik")


def whom(request: Command, typed: str) -> str:
    """The user id of a mention or of a name; raise UnknownPerson, never guess, or OneOwner for several."""
    if GROUP.search(typed):
        raise OneOwner
    owner = action_items_typed.one_owner([found[1] for found in MENTION.finditer(typed)])
    if owner:
        return owner
    if typed.strip().lower() in ME:
        return request.who.user
    return action_items_typed.person_named(request.uow, request.who.team, typed.strip().lstrip("@"))
