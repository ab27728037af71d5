"""The lines beneath a card's facts, each when it applies."""

from collections.abc import Sequence
from datetime import datetime

from bot.action_items.model import ActionItem, SourceNews
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.texts import Texts
from handlers.action_items.dependency_details import helpers, repeats, starts, waits
from handlers.people.absence_details import owner_away
from handlers.slack.names import names
from handlers.slack.registry import Detail


def accepted(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    if not item.open or item.accepted_at is None or item.owner in (None, item.raised_by):
        return ""
    return texts.offer_accepted_by(names(uow, project.team)(item.owner))


def moved(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """The first date, how often it moved, and why the last time."""
    if item.original_due is None or not (item.times_postponed or item.due != item.original_due):
        return ""
    return texts.offer_moved(item.original_due, item.times_postponed, item.postponed_because or "")


def offered(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """The owner's request that who raised it has not answered."""
    offer, name_of = item.offered, names(uow, project.team)
    return texts.offer_waits(offer, name_of(offer.by), name_of(offer.owner)) if offer else ""


def source(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """The way back to the message that it was made from, and what became of that."""
    if item.source_message is None:
        return ""
    news = {SourceNews.edited: texts.action_source_edited, SourceNews.deleted: texts.action_source_deleted}
    if item.source_news:
        return news[SourceNews(item.source_news)]()
    return texts.action_source(item.source) if item.source else ""


OWN: tuple[Detail, ...] = (
    source,
    accepted,
    moved,
    offered,
    owner_away,
    waits,
    starts,
    repeats,
    helpers,
)


def notes(
    uow: UnitOfWork,
    item: ActionItem,
    project: Project,
    texts: Texts,
    now: datetime,
    more: Sequence[Detail] = (),
) -> list[str]:
    """The lines that apply to the item just now: its own, then `more`."""
    lines = (detail(uow, item, project, texts, now) for detail in (*OWN, *more))
    return [line for line in lines if line]
