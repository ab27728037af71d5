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
    """Minutes, which everybody has read since: from then on they are corrected."""

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


@dataclass(eq=False)
class NotSent(Rejected):
    """A draft, of which there is nothing to correct or to adopt yet."""

    number: int


@dataclass(eq=False)
class Adopted(Rejected):
    """Minutes that are adopted, and locked."""

    number: int


@dataclass(eq=False)
class NotThere(Rejected):
    """Who was not at a meeting proposes no correction of its minutes."""

    author: str


@dataclass(eq=False)
class HoldsConfidential(Rejected):
    """Minutes with a confidential topic that who asks may not read."""

    author: str


@dataclass(eq=False)
class WordsNotFound(Rejected):
    """Words to be corrected that do not stand in the notes."""

    words: str


@dataclass(eq=False)
class NotInMinutes(Rejected):
    """A decision or an action item that others than these minutes made."""

    record: str
