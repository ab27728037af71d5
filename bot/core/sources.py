"""The message in which something was asked of us."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit


@dataclass(frozen=True)
class Source:
    message: str
    """`channel:ts`."""
    link: str | None = None
    """As far as Slack gave it."""


def thread_in(source: Source | None, channel: str) -> str | None:
    """The thread that the message stands in or begins, when that is in `channel` and we know its link.

    Only the link tells which thread a reply is in, and Slack posts nothing in the thread of a reply.
    """
    where, _, ts = (source.message if source else "").partition(":")
    if source is None or where != channel or not source.link:
        return None
    return parse_qs(urlsplit(source.link).query).get("thread_ts", [ts])[0]
