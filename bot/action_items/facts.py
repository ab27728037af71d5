"""What others build on: where an item came from, where it shows, and that it changed: logged with the
changes that follow, the next turn of what repeats and the end of waiting.

When a change is taken back, so is what it brought about, unless somebody touched that since.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import takewhile

from bot.action_items.dependencies import circle, next_due, next_one, responsible_for
from bot.action_items.model import ActionItem, ActionItems, Status, revised, with_status
from bot.core import nouns
from bot.core.context import Context, Source, by_clock, new_batch, thread_in
from bot.core.events import CLOCK, UNDONE, Event, effective_events
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.core.project import Project

NOUN = "action_items"
CARD, MINE = "action_items.card", "action_items.mine"


def card(project: Project, item: ActionItem) -> Notice:
    """In the thread of the message that it was made from, or in the channel."""
    thread = thread_of(item, project.channel)
    return project.notice(CARD, project.channel, number=item.number).evolve(thread_ts=thread)


def mine(project: Project, item: ActionItem, user: str) -> Notice:
    """To whom it is asked of, in person."""
    return project.notice(MINE, user, number=item.number)


TAKEN = "source_taken"
"""The log's word for its new text taken over."""


MINUTES = "minutes:"
"""The beginning of the source of an item that was made by minutes: `minutes:3:14`."""


def thread_of(item: ActionItem, channel: str) -> str | None:
    """The thread that its source stands in or begins, when that is in `channel` and its link is known."""
    return thread_in(Source(item.source_message or "", item.source), channel)


MINUTES_MINE = "minutes.mine"
"""Minutes in person, with what is to be done by who reads them: their one message of it."""


def made_by_minutes(item: ActionItem) -> bool:
    """It stands in the list of its minutes, and has no card of its own."""
    return (item.source or "").startswith(MINUTES)


def minutes_of(item: ActionItem) -> list[int]:
    """Numbers of the minutes that made it or named it again."""
    made = [int((item.source or "").split(":")[1])] if made_by_minutes(item) else []
    return [*made, *item.named_in]


def told_by_minutes(before: ActionItem | None, item: ActionItem) -> int | None:
    """Number of the minutes by which it was made or changed just now."""
    known = minutes_of(before) if before else []
    return next((number for number in minutes_of(item) if number not in known), None)


def minutes_mine(project: Project, minutes: int, user: str) -> Notice:
    return project.notice(MINUTES_MINE, user, number=minutes)


@dataclass(frozen=True)
class ItemChanged(nouns.Change[ActionItem]):
    """An action item was added or changed; logged, and shown where it stands itself."""

    @property
    def item(self) -> ActionItem:
        return self.after

    def occasion(self, ctx: Context) -> str | int:
        """The act's, where several changes are to be one message."""
        return ctx.batch or self.event

    @property
    def concerned(self) -> Iterable[str]:
        """The people who were or are asked for it."""
        asked = (responsible_for(self.before) if self.before else None, responsible_for(self.item))
        return dict.fromkeys(user for user in asked if user)


FEW = 4
FREED = "freed"
"""The log's word for: what it waited for is closed."""


@dataclass(frozen=True)
class Change:
    what: str
    before: ActionItem | None
    item: ActionItem


def changed(ctx: Context, what: str, before: ActionItem | None, item: ActionItem) -> None:
    """Log it and have it told, with what it brings about in other items: changes of the same act."""
    change = Change(what, before, item)
    _changed(ctx, change, told_at_once=ctx.batch is not None)


def _changed(ctx: Context, change: Change, *, told_at_once: bool) -> None:
    """`told_at_once`: an owner of several of the batch gets one message of them."""
    before, item = change.before, change.item
    behind = following(ctx, before, item)
    if behind and ctx.batch is None:
        ctx = new_batch(ctx)
    event = ctx.record(NOUN, change.what, before=before, after=item)
    (ctx if told_at_once else ctx.in_batch(None)).tell(event)
    clock = by_clock(ctx.uow, ctx.now, ctx.project).in_batch(ctx.batch)
    for each in behind:
        (ctx.uow.of(ActionItems).put if each.before else ctx.uow.of(ActionItems).add)(each.item)
        _changed(clock, each, told_at_once=told_at_once)


def following(ctx: Context, before: ActionItem | None, item: ActionItem) -> list[Change]:
    """Changes that follow from the one from `before` to `item`, which is kept but not logged yet."""
    former = before.status if before else Status.open
    changes: list[Change] = []
    if former != Status.open:
        if item.status != former:
            changes += _taken_back(ctx, item)
    elif not item.open:
        waiting = ctx.uow.of(ActionItems).where(item.project_id, waits_for=item.number)
        changes += [Change(FREED, each, revised(each, waits_for=None)) for each in waiting]
    if item.status == Status.done != former and item.repeats:
        changes += _next(ctx, item)
    if item.open and item.waits_for is not None and not _holds(ctx, item, item.waits_for):
        changes.append(Change(FREED, item, revised(item, waits_for=None)))
    return changes


def next_of(ctx: Context, item: ActionItem) -> ActionItem | None:
    """The item that was raised when this one was done, unless it was cancelled since."""
    for event in ctx.uow.log.of_item(item.project_id, NOUN, item.number):
        for made in _brought_about(ctx, event):
            found = ctx.uow.of(ActionItems).get(item.project_id, made.number) if made.before is None else None
            if found is not None and found.status != Status.cancelled:
                return found
    return None


def closing_of(uow: UnitOfWork, item: ActionItem) -> Event | None:
    """By which it became closed as it is now; None where the log holds it no more."""
    events = [event for event in uow.log.of_item(item.project_id, NOUN, item.number) if _closes(event)]
    if item.status == Status.done:
        # Done, reopened, and the reopening taken back, it is done as it was the first time.
        return next(
            (each for each in events if ActionItem.model_validate(each.after).done_at == item.done_at), None
        )
    return events[-1] if events else None


def telling_of(ctx: Context, before: ActionItem | None, item: ActionItem) -> list[ActionItem]:
    """Others on whose cards the changed item is named: who waits for it, and whose next turn it is."""
    if before is None:
        return []
    reworded = before.text != item.text
    waiting = ctx.uow.of(ActionItems).where(item.project_id, waits_for=item.number) if reworded else []
    moved = (before.due, before.status) != (item.due, item.status)
    former = _turn_before(ctx, item) if moved and item.repeats else None
    return [*waiting, *([former] if former else [])]


def closed_by(ctx: Context, event: int) -> str | None:
    """Who did what the clock's change of this event followed from."""
    logged = ctx.uow.log.get(event)
    batch = ctx.uow.log.of_batch(logged.batch) if logged and logged.batch else []
    return next((each.who for each in reversed(batch) if each.id < event and each.who != CLOCK), None)


def _turn_before(ctx: Context, item: ActionItem) -> ActionItem | None:
    """The item that this one was raised for when it was done."""
    created = next(iter(ctx.uow.log.of_item(item.project_id, NOUN, item.number)), None)
    if created is None or created.batch is None or created.who != CLOCK:
        return None
    batch = ctx.uow.log.of_batch(created.batch)
    ahead = [each for each in batch if each.id < created.id and each.who != CLOCK]
    return ctx.uow.of(ActionItems).get(item.project_id, ahead[-1].number) if ahead else None


def _next(ctx: Context, item: ActionItem) -> Iterator[Change]:
    """Done twice makes one."""
    due = next_due(item, ctx.today)
    if due is not None and next_of(ctx, item) is None:
        yield Change("created", None, next_one(item, ctx.uow.next_number(ctx.project.id, NOUN), due, ctx.now))


def _taken_back(ctx: Context, item: ActionItem) -> Iterator[Change]:
    """Of what the closing of `item` brought about, all that nobody touched since, as it was before.

    Who waited does so again only when the item is open again, not when what was done is dropped after all.
    """
    closings = [event for event in ctx.uow.log.of_item(item.project_id, NOUN, item.number) if _closes(event)]
    for event in reversed(_brought_about(ctx, closings[-1]) if closings else []):
        present = ctx.uow.of(ActionItems).get(event.project_id, event.number)
        held = effective_events(ctx.uow.log.of_item(event.project_id, NOUN, event.number))
        untouched = bool(held) and held[-1].id == event.id
        if present is not None and untouched and (item.open or event.before is None):
            yield Change(UNDONE, present, _restored(event, present, ctx.now))


def _closes(event: Event) -> bool:
    former, status = ((state or {}).get("status", Status.open) for state in (event.before, event.after))
    return bool(status != Status.open and status != former)


def _brought_about(ctx: Context, event: Event) -> Sequence[Event]:
    """The clock's changes of the same act that stand right behind it."""
    if event.batch is None or not _closes(event):
        return []
    return list(takewhile(lambda each: each.who == CLOCK, _behind(ctx, event.batch, event.id)))


def _behind(ctx: Context, batch: str, after: int) -> Iterator[Event]:
    """A few at a time: of a hundred items that were changed at once, each has few behind it."""
    while events := ctx.uow.log.of_batch(batch, after, FEW):
        yield from events
        after = events[-1].id


def _restored(event: Event, present: ActionItem, now: datetime) -> ActionItem:
    if event.before is None:
        return with_status(present, Status.cancelled, now)
    return ActionItem.model_validate(event.before).evolve(version=present.version + 1)


def _holds(ctx: Context, item: ActionItem, number: int) -> bool:
    """Whether there still is something to wait for, and not in a circle: an undo may bring back either."""
    first = ctx.uow.of(ActionItems).get(item.project_id, number)
    return first is not None and first.open and not circle_of(ctx, item, number)


def circle_of(ctx: Context, item: ActionItem, first: int) -> tuple[int, ...]:
    """The circle of open items that would arise if this one waited for `first`; empty for none."""

    def waits_of(number: int) -> int | None:
        found = ctx.uow.of(ActionItems).get(item.project_id, number)
        return found.waits_for if found and found.open else None

    return circle(item.number, first, waits_of)
