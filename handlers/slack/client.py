"""Our client for Slack, and Slack's refusals as temporary or permanent."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.error import HTTPError

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.core.job_results import Permanent, Temporary

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
