"""Why a choice about reminders, or about being away, cannot be."""

from datetime import time

from bot.core.errors import Rejected


class NoDays(Rejected):
    """No first and last day of being away in what was typed."""

    typed: str
    command: str


class AwayTooLong(Rejected):
    """In days."""

    most: int


class OwnDeputy(Rejected):
    pass


class OneDeputy(Rejected):
    """Several people, or a group: what is left to more than one is left to nobody."""


class DeputyElsewhere(Rejected):
    """A colleague who is in none of the projects of who is away."""

    name: str


class MorningIsQuiet(Rejected):
    """The daily summary would come within their quiet hours."""

    quiet_from: time
    quiet_until: time


class UnreadHours(Rejected):
    """Hours without meetings that nobody can read."""

    typed: str
