"""Meetings: a wall-clock moment with a zone, the people asked, and who comes."""

from datetime import datetime, timedelta
from enum import StrEnum

from pydantic import AwareDatetime, NaiveDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field, SQLModel

from bot.domain.calendar import instant

TITLE_LIMIT = 140


class Status(StrEnum):
    planned = "planned"
    held = "held"
    closed = "closed"
    cancelled = "cancelled"


class Answer(StrEnum):
    yes = "yes"
    no = "no"
    maybe = "maybe"


class Meeting(SQLModel):
    project_id: int
    number: int
    title: str = Field(min_length=1, max_length=TITLE_LIMIT)
    organiser: str
    starts: NaiveDatetime
    """Wall-clock time in `zone`."""
    zone: str
    minutes: int = Field(default=60, ge=5, le=24 * 60)
    people: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids of all who are asked, the organiser included."""
    answers: dict[str, Answer] = Field(default_factory=dict, sa_type=JSON)
    """User id to answer; who is not in it has not answered."""
    place: str = Field(default="", max_length=200)
    status: Status = Field(default=Status.planned, sa_type=String(32))
    sequence: int = 0
    """iCalendar's: one up at each change of time, place or people."""
    raised_at: AwareDatetime
    version: int = 1

    @property
    def starts_at(self) -> datetime:
        return instant(self.starts, self.zone)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    def who_may_come(self) -> list[str]:
        """All who did not say no."""
        return [user for user in self.people if self.answers.get(user) != Answer.no]
