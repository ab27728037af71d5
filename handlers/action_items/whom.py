"""Who is meant by what was typed."""

from bot.usecases import action_items_typed
from handlers.request import MENTION, Command


def whom(request: Command, typed: str) -> str:
    """The user id of a mention or of a name; raise UnknownPerson, never guess."""
    mentioned = MENTION.search(typed)
    if mentioned:
        return mentioned[1]
    return action_items_typed.person_named(request.uow, request.who.team, typed.strip().lstrip("@"))
