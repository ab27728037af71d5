"""Why what was asked of a poll cannot be."""

from dataclasses import dataclass
from datetime import datetime

from bot.core.errors import Rejected


@dataclass(eq=False)
class UnreadTimes(Rejected):
    """Moments that nobody can read, as they were typed."""

    phrases: list[str]


@dataclass(eq=False)
class TooFewOptions(Rejected):
    """There is nothing to choose."""


@dataclass(eq=False)
class TooManyOptions(Rejected):
    limit: int


@dataclass(eq=False)
class SomePassed(Rejected):
    """Moments that are over, naive and local."""

    moments: list[datetime]


@dataclass(eq=False)
class BadDeadline(Rejected):
    """One that is over, or behind the last moment that can be chosen (`last`, naive and local)."""

    last: datetime


@dataclass(eq=False)
class PollOver(Rejected):
    """`status`: of Status; there is nothing to answer or to choose any more."""

    number: int
    status: str


@dataclass(eq=False)
class UnknownOption(Rejected):
    """It was taken off the poll, or never on it."""


@dataclass(eq=False)
class AlreadyAnOption(Rejected):
    """The proposed moment is one of the poll's, or waits for an answer already."""


@dataclass(eq=False)
class Doubtful(Rejected):
    """Somebody said no to the moment, or a required one has not answered: asked before it is planned."""

    option: int
    no: list[str]
    missing: list[str]
