"""The message that an action item was made from."""

from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from bot.action_items.model import ActionItem
from bot.core.errors import Rejected

TAKEN = "source_taken"
"""The log's word for its new text taken over."""


MINUTES = "minutes:"
"""The beginning of the source of an item that was made by minutes: `minutes:3:14`."""


@dataclass(eq=False)
class NotYours(Rejected):
    """Only its owner, or who is asked in their place, takes over a new text; None: nobody is."""

    owner: str | None


def thread_of(item: ActionItem, channel: str) -> str | None:
    """The thread that its source stands in or begins, when that is in `channel` and we know the link of it.

    Only the link tells which thread a reply is in, and Slack posts nothing in the thread of a reply.
    """
    where, _, ts = (item.source_message or "").partition(":")
    if where != channel or not item.source:
        return None
    return parse_qs(urlsplit(item.source).query).get("thread_ts", [ts])[0]


def made_by_minutes(item: ActionItem) -> bool:
    """It stands in the list of its minutes, and has no card of its own."""
    return (item.source or "").startswith(MINUTES)
