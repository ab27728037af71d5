"""A message that will be sent to somebody, and by which rule."""

from datetime import datetime
from typing import NamedTuple

from bot.people.preferences import Rule


class Planned(NamedTuple):
    at: datetime
    rule: Rule
    number: int = 0
    """Of the item or the meeting that it is about; for a bundle, how many items it would hold."""
    title: str = ""
    """Of that item or meeting; for a deputy, the name of who is away."""
    project_channel: str = ""
    letter: str = "A"
    """Of its noun."""
