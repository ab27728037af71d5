"""Once the change of an action item is committed, all that shows it is brought up to date."""

from collections.abc import Iterator, Sequence

from bot.action_items import facts
from bot.action_items.model import ActionItem, ActionItems
from bot.action_items.notices import first_asked, freed, kinds_changed, offer_changed
from bot.core.calendar import local
from bot.core.context import Context, show, show_again
from bot.core.events import Event
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.undo import ActUndone
from bot.people.quiet_hours import notify

SOURCE = "batch:"
"""The beginning of the source of such an item: `batch:7:3`."""
RAISED, RAISED_MINE = "action_items.raised", "action_items.raised_mine"
"""To the channel and to each owner: how many, whose, and by when."""
RAISED_LIST, RAISED_ALL_MINE = "action_items.raised_list", "action_items.raised_all_mine"
"""Each of them: in the thread of the channel's message, `PAGE` in a message; and to an owner who asks."""
PAGE = 50
CREATED = "created"


def told_together(before: ActionItem | None, item: ActionItem, batch: str | None) -> bool:
    """It is just raised with others, and told with them by `announce`."""
    return before is None and bool(batch) and item.source == f"{SOURCE}{batch}"


def announce(ctx: Context, batch: str, items: Sequence[ActionItem]) -> None:
    """Once for all: to the channel, and to each owner but who raised them, of what begins now."""
    show(ctx, ctx.project.notice(RAISED, ctx.project.channel, batch=batch), batch)
    for page in dict.fromkeys(page_of(item.number) for item in items):
        show(ctx, _page(ctx.project, batch, page), batch)
    begun = [item for item in items if item.begun(ctx.today)]
    for owner in dict.fromkeys(item.owner for item in begun if item.owner):
        if owner != ctx.who.user:
            theirs = [item for item in begun if item.owner == owner]
            first = min((item.due for item in theirs if item.due), default=None)
            told = ctx.project.notice(RAISED_MINE, owner, batch=batch)
            if len(theirs) == 1:
                told = facts.mine(ctx.project, theirs[0], owner).evolve(goes_with=told.subject)
            notify(ctx, told, batch, due=first)


def item_changed(ctx: Context, before: ActionItem | None, item: ActionItem, event: int) -> bool:
    """The lists that hold the item show how it is now, once for all that one act changes; False without."""
    raised = _batch_of(ctx, item)
    if raised is None:
        return False
    owners = dict.fromkeys(each.owner for each in (before, item) if each and each.owner)
    kinds = (RAISED_MINE, RAISED_ALL_MINE)
    for shown in (
        ctx.project.notice(RAISED, ctx.project.channel, batch=raised),
        _page(ctx.project, raised, page_of(item.number)),
        *(ctx.project.notice(kind, owner, batch=raised) for owner in owners for kind in kinds),
    ):
        if ctx.batch is None or ctx.uow.claim_key(f"shown:{ctx.batch}:{shown.key}", ctx.now):
            show_again(ctx, shown, ctx.batch or event)
    return True


def _batch_of(ctx: Context, item: ActionItem) -> str | None:
    """The batch that raised it together with others; None also for the next turn of one that repeats."""
    source = item.source or ""
    if not source.startswith(SOURCE):
        return None
    batch = source.removeprefix(SOURCE)
    events = ctx.uow.log.of_item(item.project_id, facts.NOUN, item.number)
    return batch if events and events[0].batch == batch and events[0].what == CREATED else None


def page_of(number: int) -> int:
    """By the number alone, so that an item's page is known without the others of its batch."""
    return (number - 1) // PAGE


def raised_in(uow: UnitOfWork, project: Project, batch: str) -> list[tuple[Event, ActionItem]]:
    """The items that a batch of the project raised, each as it was and as it is now, by number."""
    events = [event for event in uow.log.of_batch(batch) if _raised(event, project, batch)]
    items = uow.of(ActionItems).get_many((project.id, event.number) for event in events)
    pairs = ((event, items.get((project.id, event.number))) for event in events)
    return [(event, item) for event, item in pairs if item is not None]


def _raised(event: Event, project: Project, batch: str) -> bool:
    """Not the next turn of one that was done in the same act."""
    made = event.what == CREATED and event.project_id == project.id
    return made and (event.after or {}).get("source") == f"{SOURCE}{batch}"


def told_of(event: Event, user: str, zone: str) -> bool:
    """Whether it was theirs when it was raised, and had begun: what starts later is told when it does."""
    item = ActionItem.model_validate(event.after)
    return item.owner == user and item.begun(local(event.at, zone).date())


def show_card(ctx: Context, number: int) -> None:
    """The card of one of them, in person, with all that its owner can do."""
    show(ctx, ctx.project.notice(facts.MINE, ctx.who.user, number=number), ctx.now.isoformat())


def show_all_mine(ctx: Context, batch: str) -> None:
    """All of a batch that are or were theirs, to who asks; asked again it is a new message."""
    show(ctx, ctx.project.notice(RAISED_ALL_MINE, ctx.who.user, batch=batch), ctx.now.isoformat())


def _page(project: Project, batch: str, page: int) -> Notice:
    head = project.notice(RAISED, project.channel, batch=batch).key
    listed = project.notice(RAISED_LIST, project.channel, batch=batch, page=page)
    return listed.evolve(thread_of=head)


REMINDER = "action_items.reminder"
"""The card that comes back to who snoozed it; `about["since"]` is when they did, in seconds of Unix time."""
GIVEN = "action_items.given"
"""Several of one batch to one owner: one direct message, with their cards in its thread."""


def told(ctx: Context, fact: facts.ItemChanged) -> None:
    """The channel's card, or the list in the minutes that it stands in, and its owners' direct messages.

    Only a new owner is written to, unless they took it themselves, once it has begun; all else changes what
    stands.
    """
    before, item, event = fact.before, fact.after, fact.event
    if not told_together(before, item, ctx.batch):
        _show_itself(ctx, before, item, event)
    kinds_changed(ctx, before, item, event)
    offer_changed(ctx, before, item, event)
    for notice in _reminders(ctx, item) if before else ():
        show_again(ctx, notice, event)
    for other in facts.telling_of(ctx, before, item):
        show_again(ctx, facts.card(ctx.project, other), event)
        if other.owner:
            show_owner_again(ctx, other, other.owner, event)
    ctx.publish(fact)
    if fact.what == facts.FREED and before and before.waits_for:
        freed(ctx, item, before.waits_for, by=facts.closed_by(ctx, event))


def _show_itself(ctx: Context, before: ActionItem | None, item: ActionItem, event: int) -> None:
    """Its card, or the list that it stands in; and its owners' messages."""
    listed = facts.made_by_minutes(item) or item_changed(ctx, before, item, event)
    if not listed:
        show(ctx, facts.card(ctx.project, item), event)
    first = first_asked(ctx, before, item)
    for owner in dict.fromkeys(filter(None, (before.owner if before else None, item.owner))):
        news = first and owner == item.owner != ctx.who.user
        notice = facts.mine(ctx.project, item, owner).evolve(only_update=not news)
        if news and ctx.batch:
            minutes = facts.told_by_minutes(before, item)
            given = ctx.project.notice(GIVEN, owner, batch=ctx.batch)
            given = facts.minutes_mine(ctx.project, minutes, owner) if minutes else given
            notify(ctx, given, ctx.batch, due=item.due)
            notice = notice.evolve(thread_of=given.key)
        notify(ctx, notice, event, due=item.due)


def show_owner_again(ctx: Context, item: ActionItem, user: str, occasion: object) -> None:
    """The owner's own messages of this item, where they stand, without any change of it."""
    for notice in (facts.mine(ctx.project, item, user), *_reminders(ctx, item)):
        show_again(ctx, notice, occasion)


def reminder(project: Project, item: ActionItem, user: str, since: int) -> Notice:
    return project.notice(REMINDER, user, number=item.number, since=since)


def _reminders(ctx: Context, item: ActionItem) -> Iterator[Notice]:
    """Those of this item that stand or are on their way."""
    # By what a notice's key begins with: its kind, and what it is about in alphabetical order.
    prefix = reminder(ctx.project, item, "", 0).key.partition("since=")[0]
    for sent_message in ctx.uow.sent_messages.starting(prefix):
        since, _, rest = sent_message.key.partition("since=")[2].partition(")")
        yield reminder(ctx.project, item, rest.rpartition(":")[2], int(since))
    for job in ctx.uow.jobs.starting(f"post:{prefix}"):
        yield Notice.model_validate(job.payload)


def act_undone(ctx: Context, fact: ActUndone) -> None:
    """Who was told of several at once reads how many of them are still theirs."""
    for owner, batch in dict.fromkeys((given_to(event), event.batch) for event in fact.events):
        if owner and batch:
            show_again(ctx, ctx.project.notice(GIVEN, owner, batch=batch), ctx.now.isoformat())


def given_to(event: Event) -> str | None:
    """The owner whom this change made."""
    former, owner = ((fields or {}).get("owner") for fields in (event.before, event.after))
    return owner if owner != former else None
