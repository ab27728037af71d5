"""Slack's client and its faults; what others say in a conversation, and our own messages in it, found by the
mark of the job that sent them: posting has no idempotency key."""

import hashlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import Message as Headers
from http.client import HTTPException
from typing import IO, Any
from urllib.error import HTTPError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.jobs import Job, JobResult, Permanent, Temporary

SLACK_API = "https://slack.com/api/"
TRY_AGAIN = (
    "ratelimited",
    "internal_error",
    "fatal_error",
    "service_unavailable",
    "request_timeout",
    "rate_limited",
    "team_added_to_org",
)
TOKEN = ("invalid_auth", "account_inactive", "token_revoked", "token_expired", "not_authed")
"""The operator can mend these; what waits is kept."""
PATIENCE = 10
"""Seconds."""
SLACK = "slack.com"
SIGN_IN = "no file but a page"
log = structlog.get_logger()
PAGE, MOST = 200, 10_000
"""Messages that Slack is asked for at once, and of a thread: more than notes can hold."""
HEARD = "memo"
"""The emoji of a line that was heard."""
LOOK_BACK = timedelta(hours=1)
"""Before the job was due: Slack's clock is not ours."""
GONE = ("message_not_found", "file_not_found", "file_deleted")
Told = Mapping[str, Any]
"""A message as Slack tells it."""


def open_client(token: str, base_url: str, timeout: int) -> WebClient:
    """`timeout` in seconds. Nothing is sent again by the client itself: its default repeats a call whose
    connection broke, `chat.postMessage` included, and so posts twice."""
    return WebClient(token=token, base_url=base_url, timeout=timeout, retry_handlers=[])


@contextmanager
def calling() -> Iterator[None]:
    """Raise Temporary or Permanent for what Slack, or the way to it, refuses."""
    try:
        yield
    except SlackApiError as refused:
        raise _kind(refused) from refused
    except HTTPError as refused:  # of the bytes of a file: the API's own refusals come as SlackApiError
        later = refused.code >= 500 or refused.code in (408, 429)
        raise (Temporary if later else Permanent)(f"status {refused.code}") from refused
    except (SlackClientError, OSError, HTTPException) as fault:
        raise Temporary(type(fault).__name__) from fault


def _kind(refused: SlackApiError) -> Temporary | Permanent:
    response = refused.response
    error = str(response.get("error", "")) if isinstance(response.data, dict) else ""
    if response.status_code == 429 or error in ("ratelimited", "rate_limited"):
        return Temporary("ratelimited", float(response.headers.get("Retry-After", 1)))
    if response.status_code >= 500 or error in TRY_AGAIN or not error:
        return Temporary(error or f"status {response.status_code}")
    if error in TOKEN:
        return Temporary(error, 60)
    return Permanent(error)


class _NoRedirect(HTTPRedirectHandler):
    """Our token goes nowhere but where it was sent."""

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: Headers, newurl: str
    ) -> None:
        return None


def download(client: WebClient, url: str, most: int, *, page: bool = False) -> bytes:
    """At most `most` bytes; raise Permanent for what is larger, elsewhere, or not given to us.
    `page`: it is one in HTML, as a canvas is."""
    if not _at_slack(client, url):
        raise Permanent("not at Slack")
    request = Request(url, headers={"Authorization": f"Bearer {client.token}"})
    with calling(), build_opener(_NoRedirect).open(request, timeout=PATIENCE) as answer:
        # Without the right to read it, Slack answers with a page to sign in, and 200.
        is_page = answer.headers.get_content_type() == "text/html"
        if is_page and not page:
            raise Permanent(SIGN_IN)
        content = bytes(answer.read(most + 1))
    if is_page and b"<form" in content:
        raise Permanent(SIGN_IN)
    if len(content) > most:
        raise Permanent("too large")
    return content


def _at_slack(client: WebClient, url: str) -> bool:
    """At slack.com over https, or where the API is that we were told to use."""
    there, api = urlsplit(url), urlsplit(client.base_url)
    host = there.hostname or ""
    if there.scheme == "https" and (host == SLACK or host.endswith(f".{SLACK}")):
        return True
    return (there.scheme, there.netloc) == (api.scheme, api.netloc)


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
