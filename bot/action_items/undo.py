"""Undo: a person's last change, to one item or to all of one act, unless it was changed after.

What one act did is taken back as a whole or not at all: half of it is a state that nobody meant, and that
no second `undo` would mend.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.action_items.change import get
from bot.action_items.model import ActionItem, Status, with_status
from bot.action_items.notices import NOUN
from bot.action_items.notifications import changed, show_given_again
from bot.action_items.ports import ActionItems
from bot.action_items.sources import TAKEN
from bot.core.calendar import local
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import ChangedSince, Later, NothingToUndo, SomeChangedSince
from bot.core.events import UNDONE, Event, effective_events, last_not_undone
from bot.core.people import Person

AT_ONCE = 50
"""Events of the log that are read at a time while looking for the last one."""


@dataclass(frozen=True)
class TakenBack:
    """An item as it was before, and as it is after the undo."""

    before: ActionItem
    item: ActionItem


def undo(ctx: Context, number: int, version: int) -> ActionItem:
    """Take back the last change; `version` is of the item as the person saw it.

    Pressed twice it takes back once. Raise NothingToUndo, or ChangedSince when another was later.
    """
    item = get(ctx, number)
    events = ctx.uow.log.of_item(ctx.project.id, NOUN, number)
    if item.version != version:
        if events[-1].who == ctx.who.user:
            return item
        raise ChangedSince(events[-1].who, events[-1].at)
    return _restore(ctx, _last_of(effective_events(events), ctx.who))


def undo_of(ctx: Context, number: int) -> list[TakenBack]:
    """Take back their last change to this item, whatever else the same act changed."""
    before = get(ctx, number)
    return [TakenBack(before, undo(ctx, number, before.version))]


def undo_last(ctx: Context) -> list[TakenBack]:
    """Take back their last change in the project, with all that the same act changed; again, the one before.

    Raise NothingToUndo, or SomeChangedSince.
    """
    last = last_not_undone(_newest_first(ctx))
    if last is None:
        raise NothingToUndo
    events = _of_batch(ctx, last.batch) if last.batch else [last]
    return _take_back(ctx, events)


def undo_batch(ctx: Context, batch: str) -> list[TakenBack]:
    """Take back all that one act of theirs changed; empty when that was done already."""
    events = _of_batch(ctx, batch)
    if not events or events[0].project_id != ctx.project.id:
        raise NothingToUndo
    return _take_back(ctx, events)


def _of_batch(ctx: Context, batch: str) -> list[Event]:
    """Events of the batch that are their own: those that followed go back by themselves."""
    return [event for event in ctx.uow.log.of_batch(batch) if event.who == ctx.who.user]


def _newest_first(ctx: Context) -> Iterator[Event]:
    before = None
    while events := ctx.uow.log.of_who(ctx.project.id, ctx.who.user, NOUN, before, AT_ONCE):
        yield from events
        before = events[-1].id


def _take_back(ctx: Context, events: list[Event]) -> list[TakenBack]:
    numbers = list(dict.fromkeys(event.number for event in events))
    for number in sorted(numbers):
        # Locked before the log is read: of two presses at once the second sees the first.
        get(ctx, number)
    holding = [_holding(ctx, events, number) for number in numbers]
    later = [event for _, after in holding for event in after]
    if later:
        raise SomeChangedSince([_later(event, ctx.who) for event in later])
    ctx = ctx.in_batch(new_batch(ctx.uow, ctx.project.id))
    # The last one first: what one of them brought about in the next is untouched again by then.
    taken = [_item_back(ctx, held) for held, _ in reversed(holding) if held]
    show_given_again(ctx, events)
    return [*reversed(taken), *_brought_back(ctx)]


def _holding(ctx: Context, events: list[Event], number: int) -> tuple[list[Event], list[Event]]:
    """Of one item: the events of the act that still hold, and the first that came after them."""
    ids = {event.id for event in events}
    held = effective_events(ctx.uow.log.of_item(ctx.project.id, NOUN, number))
    first = next((at for at, event in enumerate(held) if event.id in ids), len(held))
    ours = [event for event in held[first:] if event.id in ids]
    return ours, [event for event in held[first:] if event.id not in ids][:1]


def _brought_back(ctx: Context) -> Iterator[TakenBack]:
    """Items that went back by themselves, as the next turn of what is not done after all."""
    assert ctx.batch is not None
    for event in ctx.uow.log.of_batch(ctx.batch):
        if event.who != ctx.who.user and event.before and event.after:
            yield TakenBack(ActionItem.model_validate(event.before), ActionItem.model_validate(event.after))


def _later(event: Event, who: Person) -> Later:
    return Later(event.number, event.what, event.who, local(event.at, who.zone))


def _item_back(ctx: Context, events: list[Event]) -> TakenBack:
    before = get(ctx, events[0].number)
    for event in reversed(events):
        item = _restore(ctx, event)
    return TakenBack(before, item)


def _restore(ctx: Context, event: Event) -> ActionItem:
    item = get(ctx, event.number)
    restored = _before(event, item, ctx.now)
    ctx.uow.of(ActionItems).put(restored)
    changed(ctx, UNDONE, item, restored)
    return restored


def _last_of(events: list[Event], who: Person) -> Event:
    if not any(event.who == who.user for event in events):
        raise NothingToUndo
    last = events[-1]
    if last.who != who.user:
        raise ChangedSince(last.who, last.at)
    return last


def _before(event: Event, item: ActionItem, now: datetime) -> ActionItem:
    """As it was; an item that was just raised is cancelled instead, since its number stays given."""
    if event.before is None:
        return with_status(item, Status.cancelled, now)
    before = ActionItem.model_validate(event.before)
    kept = (
        {} if event.what == TAKEN else {name: getattr(item, name) for name in ("source_news", "source_text")}
    )
    return before.model_copy(update={**kept, "version": item.version + 1})
