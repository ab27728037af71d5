"""Minutes: notes, the proposals found in them, and what was accepted and sent; and decisions."""

from datetime import date
from enum import StrEnum

from pydantic import AwareDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field, SQLModel


class Status(StrEnum):
    concept = "concept"
    distributed = "distributed"


class Verdict(StrEnum):
    proposed = "proposed"
    accepted = "accepted"
    dropped = "dropped"


class Item(SQLModel):
    """One proposal: nothing is created and nobody is told until a person accepts it."""

    kind: str
    """"action" or "decision"."""
    text: str
    owner: str | None = None
    """User id of the one project member whose name it is; None: not named, or not one of us."""
    owner_name: str = ""
    """As it stands in the notes."""
    due: date | None = None
    due_phrase: str = ""
    line: int
    quote: str
    verdict: Verdict = Verdict.proposed


class Minutes(SQLModel):
    project_id: int
    number: int
    title: str = Field(min_length=1, max_length=140)
    meeting: int | None = None
    """Number of the meeting that they are of."""
    held_on: date
    author: str
    notes: str
    attendees: list[str] = Field(default_factory=list, sa_type=JSON)
    """Names as written, or user ids of members."""
    items: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)
    """Each an Item as JSON; see `Minutes.proposals`."""
    status: Status = Field(default=Status.concept, sa_type=String(32))
    raised_at: AwareDatetime
    sent_at: AwareDatetime | None = None
    version: int = 1

    @property
    def proposals(self) -> list[Item]:
        return [Item.model_validate(item) for item in self.items]


class Decision(SQLModel):
    project_id: int
    number: int
    text: str
    decided_on: date
    minutes: int | None = None
    superseded_by: int | None = None
    version: int = 1
