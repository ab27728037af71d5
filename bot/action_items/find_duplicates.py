"""Whether what somebody is about to raise is there already: they see it first, and what they typed waits."""

import hashlib
from dataclasses import replace
from datetime import datetime

from bot.action_items.dependencies import Terms
from bot.action_items.duplicates import likeliest
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.typed import Raised, languages, raise_typed
from bot.core.context import Context
from bot.core.sources import Source
from bot.dates.line_end import split_terms

PREFIX = "twin"


def looks_like(ctx: Context, text: str) -> ActionItem | None:
    """The open item of the project that says the same as `text`, without its date."""
    number = likeliest(text, ctx.uow.of(ActionItems).open_texts(ctx.project.id))
    return ctx.uow.of(ActionItems).get(ctx.project.id, number) if number is not None else None


def typed_twin(ctx: Context, text: str) -> ActionItem | None:
    """`looks_like` of a line with its date at the end."""
    typed = split_terms(text, ctx.now, ctx.project.zone, languages(ctx))
    return looks_like(ctx, typed.due.text)


def put_by(ctx: Context, *, text: str, people: Terms) -> str:
    """Keep what was typed until it is raised anyway or dropped; returns its key, the same for the same."""
    key = hashlib.sha256(f"{text}{sorted(people.items())}".encode()).hexdigest()[:12]
    content = {"text": text, "people": dict(people), "at": ctx.now.isoformat()}
    if ctx.said is not None:
        content["said"] = {"message": ctx.said.message, "link": ctx.said.link}
    ctx.uow.pending_requests.put(_draft(ctx, key), ctx.who.user, content, ctx.now)
    return key


def raise_anyway(ctx: Context, key: str) -> Raised | None:
    """Once, with its date as it was meant when it was typed; None when that was done or dropped before."""
    draft = _draft(ctx, key)
    content = ctx.uow.pending_requests.get(draft, ctx.who.user)
    if content is None or not ctx.uow.claim_key(f"{draft}:{content['at']}", ctx.now):
        return None
    raised = raise_typed(
        replace(ctx, said=Source(**content["said"]) if "said" in content else None),
        text=content["text"],
        people=content["people"],
        said_at=datetime.fromisoformat(content["at"]),
    )
    ctx.uow.pending_requests.remove(draft)
    return raised


def never_mind(ctx: Context, key: str) -> None:
    ctx.uow.pending_requests.remove(_draft(ctx, key))


def _draft(ctx: Context, key: str) -> str:
    return f"{PREFIX}:{ctx.project.id}:{ctx.who.user}:{key}"
