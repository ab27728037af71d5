"""Date polls: moments to choose from, who is asked until when, and what each of them said."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol, Self

from pydantic import NaiveDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.calendar import instant
from bot.core.errors import Rejected
from bot.core.nouns import Records
from bot.core.values import StoredValue, Value
from bot.meetings.errors import NotAsked
from bot.meetings.model import LONGEST, SHORTEST, USUAL, Gathering


class UnreadTimes(Rejected):
    """Moments that nobody can read, as they were typed."""

    phrases: list[str]


class TooFewOptions(Rejected):
    """There is nothing to choose."""


class TooManyOptions(Rejected):
    limit: int


class SomePassed(Rejected):
    """Moments that are over, naive and local."""

    moments: list[datetime]


class BadDeadline(Rejected):
    """One that is over, or behind the last moment that can be chosen (`last`, naive and local)."""

    last: datetime


class PollOver(Rejected):
    """`status`: of Status; there is nothing to answer or to choose any more."""

    number: int
    status: str


class UnknownOption(Rejected):
    """It was taken off the poll, or never on it."""


class AlreadyAnOption(Rejected):
    """The proposed moment is one of the poll's, or waits for an answer already."""


class Doubtful(Rejected):
    """Somebody said no to the moment, or a required one has not answered: asked before it is planned."""

    option: int
    no: list[str]
    missing: list[str]


FEWEST, MOST = 2, 30
"""Options of a poll."""
AT_ONCE = 30
"""People whose messages Slack lets us edit soon after each other: with more, not at each answer."""
SOME_PROPOSALS = 20
"""Moments of voters that may wait for the organiser's answer at a time."""


class Status(StrEnum):
    open = "open"
    chosen = "chosen"
    ended = "ended"
    """Nobody chose."""
    cancelled = "cancelled"


class Answer(StrEnum):
    yes = "yes"
    if_need_be = "if_need_be"
    no = "no"


class Option(Value):
    """A moment to choose, in the poll's zone; one that a voter proposes is the same."""

    id: int
    """Never given twice in a poll, so that an answer stays with its moment."""
    starts: NaiveDatetime
    minutes: int = Field(default=USUAL, ge=SHORTEST, le=LONGEST)
    by: str | None = None
    """User id of the voter who proposed it."""


class Vote(StoredValue):
    """All that one person answered in a poll."""

    project_id: int
    number: int
    user: str
    answers: dict[str, Answer] = Field(default_factory=dict, sa_type=JSON)
    """By the id of the option."""
    version: int = 1
    """One up at each change."""

    def with_answers(self, answers: Mapping[int, Answer]) -> Self:
        """These over those of before."""
        given = {**self.answers, **{str(option): answer for option, answer in answers.items()}}
        changed = given != self.answers
        return self.evolve(answers=given, version=self.version + changed)


Votes = Mapping[str, Mapping[int, Answer]]
"""By user id, their answer by option; who said nothing is not in it."""


class Poll(Gathering):
    """Its organiser chose the moments and is not asked."""

    options: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    """Each an Option as JSON, see `moments`; by start."""
    proposals: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    """Options that voters propose, until the organiser has answered."""
    next_option: int = 1
    deadline: NaiveDatetime
    """Wall-clock time in `zone`."""
    status: Status = Field(default=Status.open, sa_type=String(32))
    chosen: int | None = None
    meeting: int | None = None
    """Number of the meeting that was planned at the chosen moment."""

    @property
    def moments(self) -> list[Option]:
        return [Option.model_validate(each) for each in self.options]

    @property
    def proposed(self) -> list[Option]:
        return [Option.model_validate(each) for each in self.proposals]

    @property
    def voters(self) -> list[str]:
        return [user for user in self.people if user != self.organiser]

    @property
    def required(self) -> list[str]:
        return [user for user in self.voters if user not in self.optional]

    @property
    def many_voters(self) -> bool:
        return len(self.people) > AT_ONCE

    @property
    def is_open(self) -> bool:
        return self.status == Status.open

    @property
    def times(self) -> str:
        """The options as its form shows them, one a line; no language has them otherwise."""
        return "\n".join(
            f"{each.starts:%Y-%m-%d %H:%M}-{each.starts + timedelta(minutes=each.minutes):%H:%M}"
            for each in self.moments
        )

    def option(self, number: int, *, proposed: bool = False) -> Option:
        """Raise UnknownOption."""
        for each in self.proposed if proposed else self.moments:
            if each.id == number:
                return each
        raise UnknownOption

    @property
    def until(self) -> date:
        """The day of its deadline."""
        return self.deadline.date()

    @property
    def closes_at(self) -> datetime:
        return self.instant(self.deadline)

    def instant(self, wall: datetime) -> datetime:
        """Of a naive moment in its zone."""
        return instant(wall, self.zone)

    def starts_at(self, option: Option) -> datetime:
        return self.instant(option.starts)

    def ends_at(self, option: Option) -> datetime:
        return self.starts_at(option) + timedelta(minutes=option.minutes)

    def check_open(self) -> None:
        """Raise PollOver."""
        if not self.is_open:
            raise PollOver(self.number, self.status)

    def check_voter(self, user: str) -> None:
        """Raise NotAsked or PollOver."""
        if user not in self.voters:
            raise NotAsked(f"P-{self.number}")
        self.check_open()

    def with_options(self, options: Sequence[Option]) -> Self:
        """These, by start; one that was there before keeps its id, and so its answers."""
        known = {each.starts: each for each in self.moments}
        kept, number = [], self.next_option
        for each in sorted(options, key=lambda option: option.starts):
            before = known.get(each.starts)
            if before is None:
                before, number = each.evolve(id=number), number + 1
            kept.append(before.evolve(minutes=each.minutes))
        return self.evolve(options=as_json(kept), next_option=number)

    def is_answered(self, given: Mapping[int, Answer]) -> bool:
        """Every option is."""
        return {each["id"] for each in self.options} <= given.keys()

    def with_status(self, status: Status) -> Self:
        return self.evolve(status=status)


def as_json(options: Sequence[Option]) -> list[dict[str, Any]]:
    return [each.model_dump(mode="json") for each in options]


class Polls(Records[Poll], Protocol):
    def votes(self, keys: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], Votes]:
        """Of polls by project and number."""

    def vote_of(self, project_id: int, number: int, user: str) -> Vote:
        """Without answers where there are none yet."""

    def put_vote(self, vote: Vote) -> None:
        """In place of what they answered before; safe when many do so at once."""

    def open_of(self, project_ids: Sequence[int], user: str) -> list[Poll]:
        """Open ones of these projects in which this person is asked, the first deadline first."""
