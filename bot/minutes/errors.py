"""Why what was asked of minutes cannot be."""

from datetime import date

from bot.core.errors import Rejected


class NoNotes(Rejected):
    pass


class BeforeMeeting(Rejected):
    """A due date earlier than the meeting that set it."""

    held_on: date


class NotAuthor(Rejected):
    author: str


class AlreadySent(Rejected):
    """Minutes, which everybody has read since: from then on they are corrected."""

    number: int


class StillReading(Rejected):
    """The notes of these minutes are not read yet."""

    number: int


class NotChair(Rejected):
    """The chair sends these minutes, or gives them back."""

    chair: str


class NotChecking(Rejected):
    """These minutes were taken back from the chair, or sent."""

    number: int


class NotSent(Rejected):
    """A draft, of which there is nothing to correct or to adopt yet."""

    number: int


class Adopted(Rejected):
    """Minutes that are adopted, and locked."""

    number: int


class NotThere(Rejected):
    """Who was not at a meeting proposes no correction of its minutes."""

    author: str


class HoldsConfidential(Rejected):
    """Minutes with a confidential topic that who asks may not read."""

    author: str


class WordsNotFound(Rejected):
    """Words to be corrected that do not stand in the notes."""

    words: str


class NotInMinutes(Rejected):
    """A decision or an action item that others than these minutes made."""

    record: str
