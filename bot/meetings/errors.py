"""Why what was asked of meetings cannot be."""

from dataclasses import dataclass

from bot.core.errors import Rejected


@dataclass(eq=False)
class NoTitle(Rejected):
    pass


@dataclass(eq=False)
class NobodyElse(Rejected):
    """A meeting of one; who else should come is asked, never guessed."""


@dataclass(eq=False)
class NoDay(Rejected):
    pass


@dataclass(eq=False)
class NoTime(Rejected):
    """`typed`: what no clock shows, if anything was."""

    typed: str = ""


@dataclass(eq=False)
class Unplaced(Rejected):
    """Words of a typed line of which nobody knows what they are: asked, before they are left out."""

    words: str


@dataclass(eq=False)
class RuleStays(Rejected):
    """A rule for a meeting that stands alone."""


@dataclass(eq=False)
class OddLength(Rejected):
    """In minutes."""

    shortest: int
    longest: int


@dataclass(eq=False)
class NotOrganiser(Rejected):
    organiser: str


@dataclass(eq=False)
class NotAsked(Rejected):
    """`named`: the meeting or the poll, by its letter and number."""

    named: str


@dataclass(eq=False)
class MeetingOver(Rejected):
    """Held or cancelled: there is nothing to answer or to move any more."""

    number: int
    cancelled: bool
