"""Why what was asked of minutes cannot be."""

from dataclasses import dataclass
from datetime import date

from bot.core.errors import Rejected


@dataclass(eq=False)
class NoNotes(Rejected):
    pass


@dataclass(eq=False)
class BeforeMeeting(Rejected):
    """A due date earlier than the meeting that set it."""

    held_on: date


@dataclass(eq=False)
class NotAuthor(Rejected):
    author: str


@dataclass(eq=False)
class AlreadySent(Rejected):
    """Minutes, which everybody has read since: they are not changed any more."""

    number: int


@dataclass(eq=False)
class StillReading(Rejected):
    """The notes of these minutes are not read yet."""

    number: int


@dataclass(eq=False)
class NotChair(Rejected):
    """The chair sends these minutes, or gives them back."""

    chair: str


@dataclass(eq=False)
class NotChecking(Rejected):
    """These minutes were taken back from the chair, or sent."""

    number: int
