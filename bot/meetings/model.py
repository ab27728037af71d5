"""Meetings: a wall-clock moment with a zone, the people asked, and who comes."""

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any

from pydantic import AwareDatetime, NaiveDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.calendar import instant
from bot.core.nouns import Record
from bot.core.values import Value
from bot.meetings.errors import MeetingOver

TITLE_LIMIT, PLACE_LIMIT = 140, 200
SHORTEST, USUAL, LONGEST = 5, 60, 24 * 60
"""Minutes."""
ADDRESS = re.compile(r"https://[^\s|<>]+")


class Status(StrEnum):
    planned = "planned"
    held = "held"
    closed = "closed"
    cancelled = "cancelled"


class Answer(StrEnum):
    yes = "yes"
    no = "no"
    maybe = "maybe"


class Meeting(Record):
    title: str = Field(min_length=1, max_length=TITLE_LIMIT)
    organiser: str
    starts: NaiveDatetime
    """Wall-clock time in `zone`."""
    zone: str
    minutes: int = Field(default=USUAL, ge=SHORTEST, le=LONGEST)
    people: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids of all who are asked, the organiser included."""
    optional: list[str] = Field(default_factory=list, sa_type=JSON)
    """Those of them who needn't come."""
    answers: dict[str, Answer] = Field(default_factory=dict, sa_type=JSON)
    """User id to answer; who is not in it has not answered."""
    place: str = Field(default="", max_length=PLACE_LIMIT)
    status: Status = Field(default=Status.planned, sa_type=String(32))
    sequence: int = 0
    """iCalendar's: one up at each change of time, place or people."""
    raised_at: AwareDatetime
    thread: str | None = None
    """The `ts` that begins the thread of the project's channel in which its card stands."""

    @property
    def day(self) -> date:
        return self.starts.date()

    @property
    def at(self) -> time:
        return self.starts.time()

    @property
    def until(self) -> None:
        """Its form asks for a last day only as long as the moment is not known."""

    @property
    def starts_at(self) -> datetime:
        return instant(self.starts, self.zone)

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def link(self) -> str:
        """The address in its place where one can join it; empty without one."""
        found = ADDRESS.search(self.place)
        return found[0] if found else ""

    def who_may_come(self) -> list[str]:
        """All who did not say no."""
        return [user for user in self.people if self.answers.get(user) != Answer.no]

    @property
    def planned(self) -> bool:
        return self.status == Status.planned

    @property
    def cancelled(self) -> bool:
        return self.status == Status.cancelled

    @property
    def coming(self) -> list[str]:
        return self.who_answered(Answer.yes)

    def who_answered(self, answer: Answer | None) -> list[str]:
        """In the order in which they were asked; None: nothing yet."""
        return [user for user in self.people if self.answers.get(user) == answer]

    def check_ahead(self, now: datetime) -> None:
        """Raise MeetingOver."""
        if not self.planned or self.ends_at <= now:
            raise MeetingOver(self.number, cancelled=self.cancelled)


class Sketch(Value):
    """A meeting that somebody wants, as far as it was understood: what its form asks for."""

    title: str = ""
    people: list[str] = Field(default_factory=list)
    """User ids."""
    optional: list[str] = Field(default_factory=list)
    """User ids of those who needn't come; who is only here is asked too."""
    day: date | None = None
    at: time | None = None
    until: date | None = None
    """The last of several days, from `day` or today on, where the moment is not known yet."""
    minutes: int = USUAL
    place: str = ""


def sketch_of(meeting: Meeting | None, fields: Mapping[str, Any]) -> Sketch:
    """With these `fields`; of a meeting that is there the others stay."""
    present = {name: getattr(meeting, name) for name in Sketch.model_fields} if meeting else {}
    return Sketch(**{**present, **fields})


def answered(meeting: Meeting, user: str, answer: Answer) -> Meeting:
    return meeting.model_copy(update={"answers": {**meeting.answers, user: answer}})


def replanned(meeting: Meeting, **changes: Any) -> Meeting:
    """With another title, time, place or people; the same meeting when that changes nothing.

    At another time all must answer anew, but for the organiser.
    """
    changed = meeting.model_copy(update=changes)
    if changed == meeting:
        return meeting
    moved = changed.starts_at != meeting.starts_at
    answers = {meeting.organiser: Answer.yes} if moved else _of(changed.people, meeting.answers)
    return changed.model_copy(update={"answers": answers, "sequence": meeting.sequence + 1})


def with_status(meeting: Meeting, status: Status) -> Meeting:
    """Cancelled, or on again, is one more version for calendars; held is not."""
    news = status != meeting.status and Status.cancelled in (status, meeting.status)
    return meeting.model_copy(update={"status": status, "sequence": meeting.sequence + news})


def taken_back(meeting: Meeting, before: Meeting) -> Meeting:
    """Planned as it was before, one more version for calendars; answers to that plan hold again."""
    plan = before.model_dump(include={"title", "starts", "minutes", "people", "optional", "place"})
    restored = replanned(with_status(meeting, before.status), **plan)
    since = meeting.answers if before.starts == meeting.starts else {}
    return restored.model_copy(update={"answers": _of(before.people, {**before.answers, **since})})


def _of(people: list[str], answers: dict[str, Answer]) -> dict[str, Answer]:
    return {user: answer for user, answer in answers.items() if user in people}
