"""What others say in a conversation: a thread, a file in it, and our reaction to a line."""

from collections.abc import Mapping
from typing import Any

import structlog
from slack_sdk import WebClient

from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job
from handlers.slack.client import calling

log = structlog.get_logger()
PAGE, MOST = 200, 10_000
"""Messages that Slack is asked for at once, and of a thread: more than notes can hold."""
HEARD = "memo"
"""The emoji of a line that was heard."""


def thread(client: WebClient, channel: str, ts: str) -> list[Mapping[str, Any]]:
    """All of it as it is now, in order, its first message too. Raise Temporary, as for too many calls, or
    Permanent where it is gone or closed to us."""
    found: list[Mapping[str, Any]] = []
    with calling():
        for page in client.conversations_replies(channel=channel, ts=ts, limit=PAGE):
            found += page["messages"]
            if len(found) >= MOST:
                break
    return found


def file_info(client: WebClient, file: str) -> Mapping[str, Any]:
    """Raise Permanent where it is gone or closed to us."""
    with calling():
        return dict(client.files_info(file=file)["file"])


def acknowledge(client: WebClient, job: Job) -> JobResult:
    """React to the message of the job; one that is gone needs no answer."""
    ts = job.payload["ts"]
    try:
        with calling():
            client.reactions_add(channel=job.payload["channel"], timestamp=ts, name=HEARD)
    except Permanent as refused:
        log.info("line.unacknowledged", channel=job.payload["channel"], reason=refused.reason)
    return JobResult(job, slack_ts=ts)
