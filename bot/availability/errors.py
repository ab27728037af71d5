"""Why a calendar can't be linked. Nothing of an address stands in them."""

from dataclasses import dataclass

from bot.core.errors import Rejected


@dataclass(eq=False)
class NoCalendarAddress(Rejected):
    """What was given is no address; `command` as it was typed, empty for a form."""

    command: str = ""


@dataclass(eq=False)
class PasswordMissing(Rejected):
    """A user's name without its password, or the other way round."""


@dataclass(eq=False)
class TooManyCalendars(Rejected):
    most: int


@dataclass(eq=False)
class CalendarGone(Rejected):
    """It isn't linked any more."""
