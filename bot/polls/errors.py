"""Why what was asked of a poll cannot be."""

from datetime import datetime

from bot.core.errors import Rejected


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
