"""Meetings: a wall-clock moment with a zone, the people asked, and who comes."""

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import Any, Protocol, TypeVar

from pydantic import AwareDatetime, NaiveDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.calendar import instant
from bot.core.nouns import Record, Records
from bot.core.values import Value
from bot.meetings.errors import MeetingOver

TITLE_LIMIT, PLACE_LIMIT, REASON_LIMIT = 140, 200, 300
SHORTEST, USUAL, LONGEST = 5, 60, 24 * 60
"""Minutes."""
PLAN = {"title", "starts", "minutes", "people", "optional", "place", "chair", "minute_taker"} | {
    "chair_checks",
    "repeats",
    "series",
    "slot",
}
"""Fields that an undo puts back; answers are people's own."""
ADDRESS = re.compile(r"https://[^\s|<>]+")


T = TypeVar("T")


class Status(StrEnum):
    repeating = "repeating"
    """A series: what each of its meetings is planned by. It has no moment of its own."""
    planned = "planned"
    held = "held"
    closed = "closed"
    cancelled = "cancelled"


class Answer(StrEnum):
    yes = "yes"
    no = "no"
    maybe = "maybe"


class ChairChecks(StrEnum):
    """Whether its chair looks at the minutes of a meeting before they are sent."""

    yes = "yes"
    no = "no"
    project = "project"
    """As in all of the project; kept as empty."""


class Apology(Value):
    """What somebody who can't come says besides."""

    reason: str = Field(default="", max_length=REASON_LIMIT)
    instead: str = ""
    """When they could, in ISO format, by the meeting's wall clock; empty where they don't say."""


class Gathering(Record):
    """What people come together for: a meeting, or a poll about when to have it."""

    title: str = Field(min_length=1, max_length=TITLE_LIMIT)
    organiser: str
    zone: str
    minutes: int = Field(default=USUAL, ge=SHORTEST, le=LONGEST)
    people: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids of all who are asked, the organiser included."""
    optional: list[str] = Field(default_factory=list, sa_type=JSON)
    """Those of them who needn't come."""
    place: str = Field(default="", max_length=PLACE_LIMIT)
    raised_at: AwareDatetime


class Meeting(Gathering):
    starts: NaiveDatetime
    """Wall-clock time in `zone`."""
    answers: dict[str, Answer] = Field(default_factory=dict, sa_type=JSON)
    """User id to answer; who is not in it has not answered."""
    apologies: dict[str, Apology] = Field(default_factory=dict, sa_type=JSON)
    """By user id, of those who said no."""
    chair: str = ""
    minute_taker: str = ""
    """User ids, empty for nobody; without a minute-taker the organiser is asked for notes."""
    chair_checks: str = ""
    """A ChairChecks; empty as in the project."""
    status: Status = Field(default=Status.planned, sa_type=String(32))
    sequence: int = 0
    """iCalendar's: one up at each change of time, place or people."""
    thread: str | None = None
    """The `ts` that begins the thread of the project's channel in which its card stands."""
    repeats: str | None = None
    """RRULE of iCalendar, by days; of a series, whose first day is that of `starts`, and of its meetings."""
    series: int | None = None
    """Number of the series that it is one of."""
    slot: NaiveDatetime | None = None
    """When the series has it, whenever it is moved to."""

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

    def is_needed(self, user: str) -> bool:
        return user in self.people and user not in self.optional

    def instead_of(self, user: str) -> datetime | None:
        """The wall-clock time that they ask for in place of its own."""
        found = self.apologies.get(user)
        return datetime.fromisoformat(found.instead) if found and found.instead else None

    def who_may_come(self) -> list[str]:
        """All who did not say no."""
        return [user for user in self.people if self.answers.get(user) != Answer.no]

    @property
    def planned(self) -> bool:
        return self.status == Status.planned

    @property
    def repeating(self) -> bool:
        return self.status == Status.repeating

    @property
    def of_series(self) -> bool:
        """The series itself, also when it's over."""
        return self.repeats is not None and self.series is None

    @property
    def awaited(self) -> bool:
        """Planned, or a series: there is something to answer."""
        return self.planned or self.repeating

    def is_ahead(self, now: datetime) -> bool:
        return self.repeating or (self.planned and self.ends_at > now)

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
        if not self.is_ahead(now):
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
    repeats: str | None = None
    """RRULE of a series, or how often in words, as the form has it."""
    chair: str | None = None
    minute_taker: str | None = None
    chair_checks: str = ""


def answered(meeting: Meeting, user: str, answer: Answer, apology: Apology | None = None) -> Meeting:
    """With `apology` in place of an earlier one of theirs, which stays with the same answer."""
    kept = meeting.apologies.get(user) if answer == Answer.no else None
    rest = {other: said for other, said in meeting.apologies.items() if other != user}
    said = apology or kept
    apologies = {**rest, user: said} if said and said != Apology() else rest
    return meeting.evolve(answers={**meeting.answers, user: answer}, apologies=apologies)


def sketch_of(meeting: Meeting | None, fields: Mapping[str, Any]) -> Sketch:
    """With these `fields`; of a meeting that is there the others stay."""
    present = {name: getattr(meeting, name) for name in Sketch.model_fields} if meeting else {}
    return Sketch(**{**present, **fields})


def without(meeting: Meeting, user: str) -> Meeting:
    """It stays when it is, also where `user` can't come, and what they asked for is answered by that."""
    said = meeting.apologies.get(user)
    apologies = {**meeting.apologies, user: said.evolve(instead="")} if said else {}
    optional = list(dict.fromkeys([*meeting.optional, user]))
    return meeting.evolve(optional=optional, apologies=apologies or meeting.apologies)


def replanned(meeting: Meeting, heard: Meeting | None = None, **changes: Any) -> Meeting:
    """With another title, time, place or people; the same meeting when that changes nothing.

    At another time all must answer anew, but for the organiser and whoever asked for that time. `heard`: as
    people last heard of it; back at its time their answers to it hold.
    """
    changed = meeting.evolve(**changes)
    if changed == meeting:
        return meeting
    answers, apologies = meeting.answers, meeting.apologies
    if changed.starts_at != meeting.starts_at:
        asked = [user for user in changed.people if meeting.instead_of(user) == changed.starts]
        answers, apologies = dict.fromkeys([meeting.organiser, *asked], Answer.yes), {}
        if heard and heard.starts_at == changed.starts_at:
            answers, apologies = heard.answers, heard.apologies
    update = {"answers": _of(changed.people, answers), "apologies": _of(changed.people, apologies)}
    return changed.evolve(**update, sequence=meeting.sequence + 1)


def with_status(meeting: Meeting, status: Status) -> Meeting:
    """Cancelled, or on again, is one more version for calendars; held is not."""
    news = status != meeting.status and Status.cancelled in (status, meeting.status)
    return meeting.evolve(status=status, sequence=meeting.sequence + news)


def taken_back(meeting: Meeting, before: Meeting) -> Meeting:
    """Planned as it was before, one more version for calendars; answers to that plan hold again."""
    plan = before.model_dump(include=PLAN)
    restored = replanned(with_status(meeting, before.status), **plan)
    since = meeting.answers if before.starts == meeting.starts else {}
    answers = _of(before.people, {**before.answers, **since})
    refused = [user for user, answer in answers.items() if answer == Answer.no]
    apologies = _of(refused, {**meeting.apologies, **before.apologies})
    return restored.evolve(answers=answers, apologies=apologies)


def _of(people: list[str], said: dict[str, T]) -> dict[str, T]:
    return {user: each for user, each in said.items() if user in people}


class Meetings(Records[Meeting], Protocol):
    def of_projects(
        self,
        project_ids: Sequence[int],
        since: datetime,
        person: str | None = None,
        *,
        cancelled: bool = False,
    ) -> list[Meeting]:
        """No series, by start: all that are not over at the instant `since`, and some that are, as they are
        kept by wall clock; `person`: only those to which they are asked; `cancelled`: with those that are."""

    def of_team(self, team: str, begin: datetime, end: datetime) -> list[Meeting]:
        """As `of_projects`, planned ones of all its projects between two instants."""

    def of_series(self, project_id: int, series: int) -> list[Meeting]:
        """Its meetings, cancelled ones too, by their slots."""
