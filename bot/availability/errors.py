"""Why a calendar can't be linked. Nothing of an address stands in them."""

from bot.core.errors import Rejected


class NoCalendarAddress(Rejected):
    """What was given is no address; `command` as it was typed, empty for a form."""

    command: str = ""


class PasswordMissing(Rejected):
    """A user's name without its password, or the other way round."""


class TooManyCalendars(Rejected):
    most: int


class CalendarGone(Rejected):
    """It isn't linked any more."""
