"""Our own messages in Slack, found by the mark of the job that sent them: posting has no idempotency key."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from slack_sdk import WebClient

from bot.core.jobs import Permanent
from handlers.slack.client import calling

LOOK_BACK = timedelta(hours=1)
"""Before the job was due: Slack's clock is not ours."""
GONE = ("message_not_found", "file_not_found", "file_deleted")
Told = Mapping[str, Any]
"""A message as Slack tells it."""


def mark_of(job_id: int, key: str) -> str:
    """Ids only: any member of the workspace can read metadata. The key's hash tells databases apart."""
    return f"{job_id}:{hashlib.sha256(key.encode()).hexdigest()[:12]}"


def marked(mark: str) -> dict[str, Any]:
    """Metadata of a message that bears the mark."""
    return {"event_type": "spil_message", "event_payload": {"job": mark}}


@dataclass(frozen=True)
class Sent:
    """Messages that one job sent to one place: by its mark, and a file by its name."""

    client: WebClient
    channel: str
    thread_ts: str | None
    mark: str
    file_name: str | None

    def found(self, since: datetime) -> list[Told]:
        """All of it, the earliest first. One page is always read, however wrong our clock was at `since`."""
        with calling():
            return sorted(filter(self._is_it, self._said(since)), key=lambda message: float(message["ts"]))

    def delete(self, message: Told) -> None:
        """Take a message away, and the file that it holds; nothing when somebody did already."""
        try:
            with calling():
                self.client.chat_delete(channel=self.channel, ts=message["ts"])
                for file in message.get("files", ()) if self.file_name else ():
                    self.client.files_delete(file=file["id"])
        except Permanent as refused:
            if refused.reason not in GONE:
                raise

    def _said(self, since: datetime) -> Iterator[Told]:
        about: dict[str, Any] = {"channel": self.channel, "include_all_metadata": True, "limit": 200}
        if self.thread_ts:
            for page in self.client.conversations_replies(ts=self.thread_ts, **about):
                yield from page["messages"]
            return
        oldest = (since - LOOK_BACK).timestamp()
        for page in self.client.conversations_history(**about):
            yield from page["messages"]
            if not page["messages"] or float(page["messages"][-1]["ts"]) < oldest:
                return

    def _is_it(self, message: Told) -> bool:
        marked = message.get("metadata", {}).get("event_payload", {}).get("job") == self.mark
        named = (file.get("name") for file in message.get("files", ()))
        return marked or (self.file_name is not None and self.file_name in named)
