"""Action items: one owner, a date that remembers where it began, and a short life-cycle."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime
from sqlalchemy import String
from sqlmodel import Field, SQLModel

TEXT_LIMIT = 2000


class Status(StrEnum):
    open = "open"
    done = "done"
    cancelled = "cancelled"


class ActionItem(SQLModel):
    project_id: int
    number: int
    text: str = Field(min_length=1, max_length=TEXT_LIMIT)
    owner: str | None = None
    """User id; None as long as nobody was named: a name is asked, never guessed."""
    raised_by: str
    raised_at: AwareDatetime
    due: date | None = None
    original_due: date | None = None
    """The first date that was agreed; it never changes."""
    times_postponed: int = 0
    status: Status = Field(default=Status.open, sa_type=String(32))
    done_at: AwareDatetime | None = None
    source: str | None = None
    """Permalink of the message, or `minutes:3:14` for line 14 of minutes 3."""
    version: int = 1
    """One up at each change; an older version in hand means that somebody else was first."""

    @property
    def open(self) -> bool:
        return self.status == Status.open

    def overdue(self, today: date) -> bool:
        return self.open and self.due is not None and self.due < today
