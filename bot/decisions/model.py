"""Decisions: what was decided, by whom and why, and whether it still holds."""

from datetime import date
from enum import StrEnum
from typing import Self

from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.errors import Rejected
from bot.core.nouns import Record


class Status(StrEnum):
    valid = "valid"
    superseded = "superseded"
    withdrawn = "withdrawn"


class NoLongerValid(Rejected):
    """Only a decision that holds can be replaced or withdrawn, or take the place of another."""

    number: int
    superseded_by: int | None
    """None for one that was withdrawn."""


class ItsOwnSuccessor(Rejected):
    number: int


class Decision(Record):
    text: str = Field(min_length=1)
    because: str = ""
    rejected: str = ""
    """Options that were considered and not chosen."""
    decided_by: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids; empty for a decision of the meeting whose minutes it stands in."""
    decided_on: date
    inform: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids of who must know: each is told once, in person."""
    status: Status = Field(default=Status.valid, sa_type=String(32))
    superseded_by: int | None = None
    minutes: int | None = None
    """Number of the minutes it stands in, and in which line of the notes."""
    line: int | None = None
    source: str | None = None
    """Permalink of the message it was made from."""

    @property
    def valid(self) -> bool:
        return self.status == Status.valid

    def check_valid(self) -> None:
        """Raise NoLongerValid."""
        if not self.valid:
            raise NoLongerValid(self.number, self.superseded_by)

    def superseded(self, by: int) -> Self:
        """Raise NoLongerValid or ItsOwnSuccessor."""
        if by == self.number:
            raise ItsOwnSuccessor(self.number)
        self.check_valid()
        return self.evolve(status=Status.superseded, superseded_by=by)

    def withdrawn(self) -> Self:
        """Withdrawn once more is the same. Raise NoLongerValid for one that another took the place of."""
        if self.status == Status.withdrawn:
            return self
        self.check_valid()
        return self.evolve(status=Status.withdrawn)
