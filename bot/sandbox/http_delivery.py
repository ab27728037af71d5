"""Delivery over signed HTTP requests, for an app that takes its events at a request URL."""

import hashlib
import hmac
import json
import time
from concurrent.futures import Future, ThreadPoolExecutor
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlencode, urlsplit

from bot.sandbox.delivery import ACK_SECONDS, Answer, Envelope
from bot.sandbox.state import Json

FORM, JSON = "application/x-www-form-urlencoded", "application/json"
WORKERS = 8


class RequestUrlError(Exception):
    """The request URL did not answer Slack's challenge."""


class HttpDelivery:
    """The transport of an app with a request URL. Signatures carry real time, as the app checks it."""

    def __init__(self, url: str, signing_secret: str) -> None:
        self.url = url
        self._secret = signing_secret.encode()
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="http-delivery")

    def verify(self) -> None:
        """Slack's check of a new request URL; RequestUrlError where the challenge does not come back."""
        challenge = hashlib.sha256(self.url.encode()).hexdigest()
        asked = {"type": "url_verification", "token": "local", "challenge": challenge}
        try:
            status, body, _ = self._post(json.dumps(asked), JSON, {})
        except (OSError, HTTPException) as error:
            raise RequestUrlError(f"{self.url} cannot be reached: {error}") from error
        if status != 200 or challenge not in body:
            raise RequestUrlError(f"{self.url} answered {status} without the challenge")

    def send(self, envelope: Envelope) -> "Future[Answer]":
        return self._pool.submit(self._deliver, envelope)

    def close(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _deliver(self, envelope: Envelope) -> Answer:
        body, kind = _encoded(envelope)
        headers = {}
        if envelope.retry:
            headers = {"X-Slack-Retry-Num": str(envelope.retry), "X-Slack-Retry-Reason": envelope.reason}
        interactive = envelope.type != "events_api"
        try:
            status, text, answered = self._post(body, kind, headers)
        except TimeoutError:
            return Answer("operation_timeout" if interactive else "http_timeout")
        except (OSError, HTTPException):
            return Answer("dispatch_failed" if interactive else "connection_failed")
        if status != 200:
            final = answered.get("x-slack-no-retry") == "1"
            return Answer("dispatch_failed" if interactive else "http_error", final=final)
        try:
            return Answer(payload=_payload(text, answered.get("content-type", "")))
        except ValueError:
            return Answer("dispatch_failed" if interactive else None)

    def _post(self, body: str, kind: str, headers: dict[str, str]) -> tuple[int, str, dict[str, str]]:
        """The status, text and headers (in lower case) of the answer."""
        address = urlsplit(self.url)
        connect = HTTPSConnection if address.scheme == "https" else HTTPConnection
        connection = connect(address.hostname or "", address.port, timeout=ACK_SECONDS)
        sent = {"Content-Type": kind, "User-Agent": "Slackbot 1.0 (local)", **headers, **self._signed(body)}
        try:
            connection.request("POST", address.path or "/", body.encode(), sent)
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, answer.read().decode(), found
        finally:
            connection.close()

    def _signed(self, body: str) -> dict[str, str]:
        stamp = str(int(time.time()))
        digest = hmac.new(self._secret, f"v0:{stamp}:{body}".encode(), hashlib.sha256).hexdigest()
        return {"X-Slack-Request-Timestamp": stamp, "X-Slack-Signature": f"v0={digest}"}


def _encoded(envelope: Envelope) -> tuple[str, str]:
    """Commands are a form, interactions a form with one field of JSON, events are JSON."""
    match envelope.type:
        case "slash_commands":
            return urlencode(envelope.payload), FORM
        case "interactive":
            return urlencode({"payload": json.dumps(envelope.payload)}), FORM
        case "events_api":
            return json.dumps(envelope.payload), JSON


def _payload(text: str, kind: str) -> Json | None:
    """A plain text answers a command with that text."""
    if not text.strip():
        return None
    if JSON in kind:
        found = json.loads(text)
        return found if isinstance(found, dict) else None
    return {"text": text}
