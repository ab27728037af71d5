"""Undo: a person's last change, to one record or to all of one act, unless it was changed after.

What one act did, to whatever nouns, is taken back as a whole or not at all: half of it is a state that nobody
meant, and that no second `undo` would mend.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Generic

from bot.core import records
from bot.core.calendar import local
from bot.core.context import Context, new_batch
from bot.core.errors import ChangedSince, Later, NothingToUndo, SomeChangedSince
from bot.core.events import UNDONE, Event, effective_events, last_not_undone
from bot.core.nouns import Noun, R

AT_ONCE = 50
"""Events of the log that are read at a time while looking for the last one."""


@dataclass(frozen=True)
class TakenBack(Generic[R]):
    """A record as it was before, and as it is after the undo."""

    noun: Noun[R]
    before: R
    after: R


@dataclass(frozen=True)
class ActUndone:
    """All that one act did was taken back, these events."""

    events: list[Event]


def undo(ctx: Context, noun: Noun[R], number: int, version: int) -> R:
    """Take back the last change; `version` is of the record as the person saw it.

    Pressed twice it takes back once. Raise NothingToUndo, or ChangedSince when another was later.
    """
    present = records.get(ctx, noun, number)
    events = ctx.uow.log.of_item(ctx.project.id, noun.name, number)
    last = next((event for event in reversed(events) if event.what not in noun.lasting), events[-1])
    if (last.after or {}).get("version", present.version) > version:
        if last.who == ctx.who.user:
            return present
        raise ChangedSince(last.who, last.at)
    return _restore(ctx, noun, _last_of(effective_events(events, noun.lasting), ctx.who.user))


def undo_of(ctx: Context, noun: Noun[R], number: int, version: int | None = None) -> list[TakenBack[Any]]:
    """Take back one's own last change to this record and what followed from it, whatever else the same act
    changed. `version`: as in `undo`, where it was seen; empty when it was pressed before."""
    before = records.get(ctx, noun, number)
    if noun.whole(before):
        events = effective_events(ctx.uow.log.of_item(ctx.project.id, noun.name, number), noun.lasting)
        last = _last_of(events, ctx.who.user)
        if last.batch:
            return undo_batch(ctx, last.batch)
    act = new_batch(ctx)
    after = undo(act, noun, number, before.version if version is None else version)
    if after.version == before.version:
        return []
    return _each_once([TakenBack(noun, before, after), *_brought_back(act)])


def undo_last(ctx: Context, *nouns: Noun[Any]) -> list[TakenBack[Any]]:
    """Take back one's own last change to any of these nouns, with all that the same act changed; again, the
    one before.

    Raise NothingToUndo, or SomeChangedSince.
    """
    last = last_change(ctx, *nouns)
    if last is None:
        raise NothingToUndo
    return _take_back(ctx, _of_batch(ctx, last.batch) if last.batch else [last])


def last_change(ctx: Context, *nouns: Noun[Any]) -> Event | None:
    """One's own last change to any of these nouns that holds and can be taken back."""
    lasts = [(last, noun) for noun in nouns if (last := last_not_undone(_newest_first(ctx, noun)))]
    last, noun = max(lasts, key=lambda each: each[0].id, default=(None, None))
    return last if last and noun and last.what not in noun.lasting else None


def undo_batch(ctx: Context, batch: str) -> list[TakenBack[Any]]:
    """Take back all that one act of one's own changed; empty when that was done already."""
    events = _of_batch(ctx, batch)
    if not events or events[0].project_id != ctx.project.id:
        raise NothingToUndo
    return _take_back(ctx, events)


def _of_batch(ctx: Context, batch: str) -> list[Event]:
    """What the person did: what that brought about goes back with it by itself."""
    return [event for event in ctx.uow.log.of_batch(batch) if event.who == ctx.who.user]


def _newest_first(ctx: Context, noun: Noun[R]) -> Iterator[Event]:
    before = None
    while events := ctx.uow.log.of_who(ctx.project.id, ctx.who.user, noun.name, before, AT_ONCE):
        yield from events
        before = events[-1].id


def _take_back(ctx: Context, events: list[Event]) -> list[TakenBack[Any]]:
    named = list(dict.fromkeys((event.noun, event.number) for event in events))
    for noun, number in sorted(named):
        # Locked before the log is read: of two presses at once the second sees the first.
        records.get(ctx, ctx.uow.nouns[noun], number)
    holding = [_holding(ctx, events, noun, number) for noun, number in named]
    later = [event for _, after in holding for event in after]
    if later:
        raise SomeChangedSince([_later(ctx, event) for event in later])
    act = new_batch(ctx)
    # The last one first: what one of them brought about in the next is untouched again by then.
    taken = [_record_back(act, held) for held, _ in reversed(holding) if held]
    act.publish(ActUndone(events))
    return _each_once([*reversed(taken), *_brought_back(act)])


def _each_once(taken: Iterable[TakenBack[Any]]) -> list[TakenBack[Any]]:
    """What went back in steps, as the one step that they make."""
    whole: dict[tuple[str, int], TakenBack[Any]] = {}
    for each in taken:
        name = each.noun.name, each.after.number
        whole[name] = replace(each, before=whole.get(name, each).before)
    return [*whole.values()]


def _holding(ctx: Context, events: list[Event], noun: str, number: int) -> tuple[list[Event], list[Event]]:
    """Of one record: the events of the act that still hold, and the first that came after them."""
    ids = {event.id for event in events}
    log = ctx.uow.log.of_item(ctx.project.id, noun, number)
    held = effective_events(log, ctx.uow.nouns[noun].lasting)
    first = next((at for at, event in enumerate(held) if event.id in ids), len(held))
    ours = [event for event in held[first:] if event.id in ids]
    return ours, [event for event in held[first:] if event.id not in ids][:1]


def _brought_back(ctx: Context) -> Iterator[TakenBack[Any]]:
    """What went back by itself, as the next turn of what is not done after all."""
    for event in ctx.uow.log.of_batch(ctx.batch or ""):
        if event.who != ctx.who.user and event.before and event.after:
            noun = ctx.uow.nouns[event.noun]
            yield TakenBack(noun, *map(noun.value.model_validate, (event.before, event.after)))


def _later(ctx: Context, event: Event) -> Later:
    named = ctx.uow.nouns[event.noun].named(event.number)
    return Later(named, event.noun, event.what, event.who, local(event.at, ctx.who.zone))


def _record_back(ctx: Context, events: list[Event]) -> TakenBack[Any]:
    noun = ctx.uow.nouns[events[0].noun]
    before = after = records.get(ctx, noun, events[0].number)
    for event in reversed(events):
        after = _restore(ctx, noun, event)
    return TakenBack(noun, before, after)


def _restore(ctx: Context, noun: Noun[R], event: Event) -> R:
    """As it was before the event; one that was just made is withdrawn, since its number stays given."""
    present = records.get(ctx, noun, event.number)
    noun.check_write(ctx, present)
    if event.before is None:
        restored = noun.withdrawn(present, ctx.now)
    else:
        restored = noun.restored(event, present, noun.value.model_validate(event.before), ctx.now)
    return records.put(ctx, noun, UNDONE, present, restored)


def _last_of(events: list[Event], user: str) -> Event:
    if not any(event.who == user for event in events):
        raise NothingToUndo
    last = events[-1]
    if last.who != user:
        raise ChangedSince(last.who, last.at)
    return last
