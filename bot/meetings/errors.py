"""Why what was asked of meetings cannot be."""

from bot.core.errors import Rejected


class NoTitle(Rejected):
    pass


class NobodyElse(Rejected):
    """A meeting of one; who else should come is asked, never guessed."""


class Unnamed(Rejected):
    """People without their names: `the team`."""

    words: str


class NoDay(Rejected):
    pass


class NoTime(Rejected):
    """`typed`: what no clock shows, if anything was."""

    typed: str = ""


class Unplaced(Rejected):
    """Words of a typed line of which nobody knows what they are: asked, before they are left out."""

    words: str


class RuleStays(Rejected):
    """A rule for a meeting that stands alone."""


class OddLength(Rejected):
    """In minutes."""

    shortest: int
    longest: int


class NotOrganiser(Rejected):
    organiser: str


class NotAsked(Rejected):
    """`named`: the meeting or the poll, by its letter and number."""

    named: str


class MeetingOver(Rejected):
    """Held or cancelled: there is nothing to answer or to move any more."""

    number: int
    cancelled: bool
