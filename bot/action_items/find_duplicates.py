"""Whether what somebody is about to raise is there already: he is shown it first, and what he typed waits."""

import hashlib
from datetime import datetime

from bot.action_items.dependencies import Terms
from bot.action_items.duplicates import likeliest
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.typed import Raised, languages, raise_typed
from bot.core.access import Caller, project_here, project_numbered
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.sources import Source
from bot.dates.line_end import split_terms

PREFIX = "twin"


def looks_like(uow: UnitOfWork, project_id: int, text: str) -> ActionItem | None:
    """The open item of the project that says the same as `text`, without its date."""
    number = likeliest(text, uow.of(ActionItems).open_texts(project_id))
    return uow.of(ActionItems).get(project_id, number) if number is not None else None


def typed_twin(uow: UnitOfWork, now: datetime, caller: Caller, text: str) -> ActionItem | None:
    """`looks_like` of a line with its date at the end."""
    project = project_here(uow, caller)
    typed = split_terms(text, now, project.zone, languages(caller.who, project))
    return looks_like(uow, project.id, typed.due.text)


def put_by(uow: UnitOfWork, now: datetime, caller: Caller, *, text: str, people: Terms) -> str:
    """Keep what was typed until it is raised anyway or dropped; returns its key, the same for the same."""
    project = project_here(uow, caller)
    key = hashlib.sha256(f"{text}{sorted(people.items())}".encode()).hexdigest()[:12]
    content = {"text": text, "people": dict(people), "at": now.isoformat()}
    if caller.said is not None:
        content["said"] = {"message": caller.said.message, "link": caller.said.link}
    uow.pending_requests.put(_draft(project.id, caller.who, key), caller.who.user, content, now)
    return key


def raise_anyway(uow: UnitOfWork, now: datetime, who: Person, project_id: int, key: str) -> Raised | None:
    """Once, with its date as it was meant when it was typed; None when that was done or dropped before."""
    project = project_numbered(uow, who, project_id)
    draft = _draft(project.id, who, key)
    content = uow.pending_requests.get(draft, who.user)
    if content is None or not uow.claim_key(f"{draft}:{content['at']}", now):
        return None
    raised = raise_typed(
        uow,
        now,
        Caller(who, project.channel, Source(**content["said"]) if "said" in content else None),
        text=content["text"],
        people=content["people"],
        said_at=datetime.fromisoformat(content["at"]),
    )
    uow.pending_requests.remove(draft)
    return raised


def never_mind(uow: UnitOfWork, who: Person, project_id: int, key: str) -> None:
    project = project_numbered(uow, who, project_id)
    uow.pending_requests.remove(_draft(project.id, who, key))


def _draft(project_id: int, who: Person, key: str) -> str:
    return f"{PREFIX}:{project_id}:{who.user}:{key}"
