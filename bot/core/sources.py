"""The message in which something was asked of us."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Source:
    message: str
    """`channel:ts`."""
    link: str | None = None
    """As far as Slack gave it."""
