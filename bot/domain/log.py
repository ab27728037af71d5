"""The log: each change is one event, kept in the transaction that made it."""

from collections.abc import Sequence
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

UNDONE = "undone"


class Event(SQLModel):
    id: int = 0
    """0 until it is stored; rises with time."""
    at: AwareDatetime
    who: str
    """User id, or "spil" for what the clock did."""
    project_id: int
    noun: str
    """A file name of bot.domain, such as "action_items"."""
    number: int
    what: str
    """The verb: "created", "done", "moved" ..."""
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    after: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    batch: str | None = None
    """The same for all changes that one act made, so that they are taken back together."""


def standing(events: Sequence[Event]) -> list[Event]:
    """The changes of one item that still hold: each "undone" took back the last before it."""
    held: list[Event] = []
    for event in events:
        if event.what != UNDONE:
            held.append(event)
        elif held:
            held.pop()
    return held
