"""A changed action item is logged, and every message that shows it is brought up to date."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from bot.action_items import batches
from bot.action_items.cascades import FREED, Change, following, telling_of
from bot.action_items.counter_proposal_notices import offer_changed
from bot.action_items.dependency_notices import first_asked, freed, kinds_changed
from bot.action_items.facts import ItemChanged
from bot.action_items.model import ActionItem
from bot.action_items.notices import NOUN, card, mine
from bot.action_items.ports import ActionItems
from bot.action_items.sources import made_by_minutes
from bot.core.changes import new_batch, record, show, show_again
from bot.core.events import CLOCK, Event
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project

REMINDER = "action_items.reminder"
"""The card that comes back to who snoozed it; `about["since"]` is when he did, in seconds of Unix time."""
GIVEN = "action_items.given"
"""Several of one batch to one owner: one direct message, with their cards in its thread."""


def changed(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    what: str,
    before: ActionItem | None,
    item: ActionItem,
    batch: str | None = None,
) -> None:
    """Log it and show it, with what it brings about in other items: those are changes of the same act."""
    change = Change(what, before, item)
    _changed(uow, now, who.user, project, change, batch, told_at_once=batch is not None)


def _changed(
    uow: UnitOfWork,
    now: datetime,
    who: str,
    project: Project,
    change: Change,
    batch: str | None,
    *,
    told_at_once: bool,
) -> None:
    """`told_at_once`: an owner of several of the batch gets one message of them."""
    before, item = change.before, change.item
    behind = following(uow, now, project, before, item)
    if behind and batch is None:
        batch = new_batch(uow, project.id)
    event = record(uow, now, who, NOUN, change.what, before=before, after=item, batch=batch)
    _tell(uow, now, who, project, before, item, event, batch if told_at_once else None)
    for each in behind:
        (uow.of(ActionItems).put if each.before else uow.of(ActionItems).add)(each.item)
        _changed(uow, now, CLOCK, project, each, batch, told_at_once=told_at_once)
        if each.what == FREED and each.before and each.before.waits_for:
            freed(uow, now, who, project, each.item, each.before.waits_for)


def _tell(
    uow: UnitOfWork,
    now: datetime,
    who: str,
    project: Project,
    before: ActionItem | None,
    item: ActionItem,
    event: int,
    batch: str | None,
) -> None:
    """The channel's card, or the list in the minutes that it stands in, and its owners' direct messages.

    Only a new owner is written to, and not by himself, once it has begun; all else changes what stands.
    """
    if not batches.told_together(before, item, batch):
        _show_itself(uow, now, who, project, before, item, event, batch)
    kinds_changed(uow, now, who, project, before, item, event)
    offer_changed(uow, now, project, before, item, event)
    for notice in _reminders(uow, project, item) if before else ():
        show_again(uow, now, notice, event)
    for other in telling_of(uow, before, item):
        show_again(uow, now, card(project, other), event)
        if other.owner:
            show_owner_again(uow, now, project, other, other.owner, event)
    uow.publish(now, ItemChanged(who, project, before, item, event, batch))


def _show_itself(
    uow: UnitOfWork,
    now: datetime,
    who: str,
    project: Project,
    before: ActionItem | None,
    item: ActionItem,
    event: int,
    batch: str | None,
) -> None:
    """Its card, or the list that it stands in; and its owners' messages."""
    listed = made_by_minutes(item) or batches.item_changed(uow, now, project, before, item, event, batch)
    if not listed:
        show(uow, now, card(project, item), event)
    first = first_asked(now, project, before, item)
    for owner in dict.fromkeys(filter(None, (before.owner if before else None, item.owner))):
        news = first and owner == item.owner != who
        his = mine(project, item, owner).model_copy(update={"only_update": not news})
        if news and batch:
            show(uow, now, _given(project, owner, batch), batch)
            his = his.model_copy(update={"thread_of": _given(project, owner, batch).key})
        show(uow, now, his, event)


def show_owner_again(
    uow: UnitOfWork, now: datetime, project: Project, item: ActionItem, user: str, occasion: object
) -> None:
    """His own messages of this item, where they stand, without any change of it."""
    for notice in (mine(project, item, user), *_reminders(uow, project, item)):
        show_again(uow, now, notice, occasion)


def reminder(project: Project, item: ActionItem, user: str, since: int) -> Notice:
    about = {"project": project.id, "number": item.number, "since": since}
    return Notice(kind=REMINDER, team=project.team, to=user, about=about)


def _reminders(uow: UnitOfWork, project: Project, item: ActionItem) -> Iterator[Notice]:
    """Those of this item that stand or are on their way."""
    # By what a notice's key begins with: its kind, and what it is about in alphabetical order.
    prefix = reminder(project, item, "", 0).key.partition("since=")[0]
    for sent_message in uow.sent_messages.starting(prefix):
        since, _, rest = sent_message.key.partition("since=")[2].partition(")")
        yield reminder(project, item, rest.rpartition(":")[2], int(since))
    for job in uow.jobs.starting(f"post:{prefix}"):
        yield Notice.model_validate(job.payload)


def show_given_again(uow: UnitOfWork, now: datetime, project: Project, undone: Iterable[Event]) -> None:
    """Who was told of several at once reads how many of them are still his."""
    for owner, batch in dict.fromkeys((given_to(event), event.batch) for event in undone):
        if owner and batch:
            show_again(uow, now, _given(project, owner, batch), now.isoformat())


def given_to(event: Event) -> str | None:
    """The owner whom this change made."""
    former, owner = ((fields or {}).get("owner") for fields in (event.before, event.after))
    return owner if owner != former else None


def _given(project: Project, owner: str, batch: str) -> Notice:
    about = {"project": project.id, "batch": batch}
    return Notice(kind=GIVEN, team=project.team, to=owner, about=about)
