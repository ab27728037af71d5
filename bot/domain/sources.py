"""The message that an action item was made from."""

from urllib.parse import parse_qs, urlsplit

from bot.domain.action_items import ActionItem


def thread_of(item: ActionItem, channel: str) -> str | None:
    """The thread that its source stands in or begins, when that is in `channel` and we know the link of it.

    Only the link tells which thread a reply is in, and Slack posts nothing in the thread of a reply.
    """
    where, _, ts = (item.source_message or "").partition(":")
    if where != channel or not item.source:
        return None
    return parse_qs(urlsplit(item.source).query).get("thread_ts", [ts])[0]
