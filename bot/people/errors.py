"""Why a choice about reminders, or about being away, cannot be."""

from dataclasses import dataclass
from datetime import time

from bot.core.errors import Rejected


@dataclass(eq=False)
class NoDays(Rejected):
    """No first and last day of being away in what was typed."""

    typed: str
    command: str


@dataclass(eq=False)
class AwayTooLong(Rejected):
    """In days."""

    most: int


@dataclass(eq=False)
class OwnDeputy(Rejected):
    pass


@dataclass(eq=False)
class OneDeputy(Rejected):
    """Several people, or a group: what is left to more than one is left to nobody."""


@dataclass(eq=False)
class DeputyElsewhere(Rejected):
    """A colleague who is in none of the projects of who is away."""

    name: str


@dataclass(eq=False)
class MorningIsQuiet(Rejected):
    """The daily summary would come within their quiet hours."""

    quiet_from: time
    quiet_until: time


@dataclass(eq=False)
class UnreadHours(Rejected):
    """Hours without meetings that nobody can read."""

    typed: str
