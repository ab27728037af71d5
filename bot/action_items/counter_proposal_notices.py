"""The messages about a counter-offer: the question to who decides, and its outcome, kept up to date."""

from dataclasses import dataclass

from bot.action_items.model import ActionItem, CounterOffer
from bot.action_items.notices import NOUN
from bot.core.access import sees
from bot.core.changes import show, show_again
from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.core.project import Project

OFFER, KEPT = "action_items.offer", "action_items.kept"
KEEP = "kept"
"""The log's word for a counter-offer that was turned down."""


@dataclass(frozen=True)
class Answer:
    """The end of a question: its last offer, and the change that ended it."""

    offer: CounterOffer
    what: str
    who: str
    before: ActionItem
    after: ActionItem


def decides(project: Project, item: ActionItem, user: str) -> bool:
    """Whether they may change what was agreed without asking: who raised it, and the project manager."""
    return user in (item.raised_by, project.manager)


def answerer(ctx: Context, item: ActionItem) -> str | None:
    """The one asked: who raised it, or if they are gone the project manager; None when neither is there."""
    for user in (item.raised_by, ctx.project.manager):
        person = ctx.uow.people.get(ctx.project.team, user)
        if person is not None and sees(ctx.uow, person, ctx.project):
            return user
    return None


def offer_changed(ctx: Context, before: ActionItem | None, item: ActionItem, event: int) -> None:
    """A new offer is put, in the message of the one that it replaces; any change shows where one stands."""
    former, offer = before.offered if before else None, item.offered
    if offer is not None and offer != former:
        to = answerer(ctx, item)
        if to is not None:
            show(ctx, _notice(OFFER, ctx.project, item, to, offer), event)
    for each in filter(None, (former, offer)):
        # Also where somebody was asked who is not the manager any more.
        standing = ctx.uow.sent_messages.starting(_notice(OFFER, ctx.project, item, "", each).key)
        told = (sent_message.key.rpartition(":")[2] for sent_message in standing)
        for user in dict.fromkeys((item.raised_by, ctx.project.manager, *told)):
            show_again(ctx, _notice(OFFER, ctx.project, item, user, each), event)
        show_again(ctx, kept_notice(ctx.project, item, each), event)


def ask_who_is_there(ctx: Context, item: ActionItem, occasion: object) -> None:
    """Put an offer that waits for somebody who left to the one who answers it now."""
    to = answerer(ctx, item)
    if item.offered is not None and to is not None:
        show(ctx, _notice(OFFER, ctx.project, item, to, item.offered), occasion)


def kept_notice(project: Project, item: ActionItem, offer: CounterOffer) -> Notice:
    return _notice(KEPT, project, item, offer.by, offer)


def answer(uow: UnitOfWork, item: ActionItem, opened: int) -> Answer | None:
    """The end of the question that was opened at that version; None when the log holds no end of it."""
    for event in reversed(uow.log.of_item(item.project_id, NOUN, item.number)):
        if event.before is None or event.after is None:
            continue
        before, after = map(ActionItem.model_validate, (event.before, event.after))
        if _about(before, opened) and not _about(after, opened):
            assert before.offered is not None
            return Answer(before.offered, event.what, event.who, before, after)
    return None


def _about(item: ActionItem, opened: int) -> bool:
    return item.offered is not None and item.offered.opened == opened


def _notice(kind: str, project: Project, item: ActionItem, to: str, offer: CounterOffer) -> Notice:
    about = {"project": project.id, "number": item.number, "offer": offer.opened}
    return Notice(kind=kind, team=project.team, to=to, about=about)
