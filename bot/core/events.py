"""The log: each change is one event, kept in the transaction that made it."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import JSON
from sqlmodel import Field

from bot.core.values import StoredValue

CLOCK = "spil"
"""The actor of what nobody did in person."""
UNDONE = "undone"
SOURCE_EDITED, SOURCE_DELETED = "source_edited", "source_deleted"
DRAFTED, UNREAD = "drafted", "unread"
NEWS = (SOURCE_EDITED, SOURCE_DELETED, DRAFTED, UNREAD)
"""Changes of the message that an item was made from, and what reading its notes added to minutes: nobody's
change of the record, so there is nothing to take back, and it is in the way of no undo."""


class Event(StoredValue):
    id: int = 0
    """0 until it is stored; rises with time."""
    at: AwareDatetime
    who: str
    """User id, or CLOCK."""
    project_id: int
    noun: str
    """The name of a capability, such as "action_items"."""
    number: int
    what: str
    """The verb: "created", "done", "moved" ..."""
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    batch: str | None = None
    """The same for all changes that one act made, so that they are taken back together."""

    @property
    def is_whole(self) -> bool:
        """It holds the record before and after; older events of minutes tell of one proposal alone."""
        return all("project_id" in state for state in (self.before, self.after) if state is not None)


def effective_events(events: Sequence[Event], lasting: Collection[str] = NEWS) -> list[Event]:
    """The changes of one item that still hold: each "undone" took back the last before it that was not one of
    the `lasting`."""
    held: list[Event] = []
    for event in events:
        if event.what in lasting or not event.is_whole:
            continue
        if event.what != UNDONE:
            held.append(event)
        elif held:
            held.pop()
    return held


def last_not_undone(newest_first: Iterable[Event]) -> Event | None:
    """Of one person's changes to items of one noun, the last that they have not taken back."""
    undone: Counter[int] = Counter()
    for event in newest_first:
        if not event.is_whole:
            continue
        if event.what == UNDONE:
            undone[event.number] += 1
        elif undone[event.number]:
            undone[event.number] -= 1
        else:
            return event
    return None


def taken_back(events: Sequence[Event], lasting: Collection[str] = NEWS) -> set[int]:
    """Ids of one item's changes that were undone later, of `events` in order of time."""
    holding = {event.id for event in effective_events(events, lasting)}
    undoable = (event for event in events if event.what not in (UNDONE, *lasting) and event.is_whole)
    return {event.id for event in undoable} - holding


def differences(
    before: Mapping[str, Any] | None, after: Mapping[str, Any] | None
) -> dict[str, tuple[Any, Any]]:
    """Old and new of each field that a change changed; a field that is new since is None in older events."""
    old, new = before or {}, after or {}
    fields = dict.fromkeys([*new, *old])
    pairs = {field: (old.get(field) or None, new.get(field) or None) for field in fields}
    return {field: pair for field, pair in pairs.items() if pair[0] != pair[1]}
