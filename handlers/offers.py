"""In a channel without a project: what was typed waits, and a button offers to set the project up."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from bot.domain.errors import NoProject, NotAllowed, OnlyInChannel
from bot.domain.people import Kind, Person
from bot.text.texts import texts_in
from bot.usecases.ports import OpenUnitOfWork
from handlers import acts
from handlers.people import has_members
from handlers.registry import Registry
from handlers.reply import Message
from handlers.request import plain


def offer(
    registry: Registry,
    unit_of_work: OpenUnitOfWork,
    now: Callable[[], datetime],
    who: Person,
    refused: NoProject,
    draft: dict[str, Any] | None,
) -> Message:
    """Keep `draft` in a unit of work of its own, as the refused one was rolled back."""
    if not has_members(refused.channel):
        raise OnlyInChannel
    if who.kind is not Kind.member:
        raise NotAllowed
    assert registry.offer is not None
    if draft is None:
        return registry.offer(texts_in(who.language), "", "")
    key = acts.draft_key(who.team, refused.channel, who.user, draft)
    with unit_of_work() as uow:
        uow.drafts.put(key, who.user, draft, now())
        typed = plain(acts.typed_in(draft), lambda user: _name(uow.people.get(who.team, user), user))
    return registry.offer(texts_in(who.language), key, typed)


def _name(person: Person | None, user: str) -> str:
    return person.name if person else user
