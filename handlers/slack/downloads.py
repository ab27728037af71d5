"""The content of a file that somebody sent: from Slack alone, small, and never a page to sign in."""

from email.message import Message as Headers
from typing import IO
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from slack_sdk import WebClient

from bot.core.job_results import Permanent
from handlers.slack.client import calling

PATIENCE = 10
"""Seconds."""
SLACK = "slack.com"
SIGN_IN = "no file but a page"


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
