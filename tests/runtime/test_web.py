"""The way in over HTTP, without a network."""

import asyncio
import hashlib
import hmac
import json
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from structlog.testing import capture_logs

from bot.runtime.web import LARGEST_BODY, web_app

PART = 100_000
NOW = 1_800_000_000
Headers = Sequence[tuple[bytes, bytes]]


def asked(
    parts: Iterator[bytes], path: str = "/slack/events", method: str = "POST", headers: Headers = ()
) -> tuple[int, str]:
    """Status and text of the answer to a request whose body comes in `parts`, of no length told."""
    answers: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = next(parts, None)
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def send(answer: Any) -> None:
        answers.append(answer)

    bolt = App(
        client=WebClient("xoxb-1"), token_verification_enabled=False, request_verification_enabled=False
    )
    app = web_app(bolt, "secret", now=lambda: NOW)
    about = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": list(headers),
        "query_string": b"",
    }
    with ThreadPoolExecutor(1) as thread:  # of its own: in this one a browser's event loop may be running
        thread.submit(asyncio.run, app(about, receive, send)).result()
    return answers[0]["status"], b"".join(each.get("body", b"") for each in answers).decode()


def signed(body: bytes, kind: bytes = b"application/json") -> Headers:
    """slack_sdk's own signer takes no bytes outside UTF-8."""
    digest = hmac.new(b"secret", b"v0:%d:%s" % (NOW, body), hashlib.sha256).hexdigest()
    return [
        (b"content-type", kind),
        (b"x-slack-request-timestamp", str(NOW).encode()),
        (b"x-slack-signature", f"v0={digest}".encode()),
    ]


def test_a_sign_of_life_asks_for_nothing() -> None:
    assert asked(iter(()), "/health", "GET") == (200, "ok")


@pytest.mark.parametrize(
    ("path", "method", "status"),
    [
        ("/slack/events", "GET", 405),
        ("/slack/events", "PUT", 405),
        ("/slack/events/", "POST", 404),
        ("/", "GET", 404),
    ],
)
def test_there_is_nothing_else(path: str, method: str, status: int) -> None:
    assert asked(iter(()), path, method, [(b"host", b"[")])[0] == status


def test_what_slack_signed_is_answered() -> None:
    body = b'{"type": "url_verification", "challenge": "hello"}'
    status, text = asked(iter([body]), headers=signed(body))
    assert (status, json.loads(text)) == (200, {"challenge": "hello"})


@pytest.mark.parametrize(
    "headers",
    [
        [],
        [(b"x-slack-request-timestamp", b"soon"), (b"x-slack-signature", b"v0=1")],
        [(b"x-slack-request-timestamp", str(NOW).encode()), (b"x-slack-signature", b"v0=\xe9\xff")],
        [*signed(b"{}"), *signed(b"{}")],
        [*signed(b"{}"), (b"x-slack-signature", b"v0=1")],
    ],
)
def test_what_is_not_signed_once_is_refused_without_a_word(headers: Headers) -> None:
    assert asked(iter([b"{}"]), headers=headers) == (401, "")


def test_what_is_not_signed_is_never_parsed() -> None:
    assert asked(iter([b"[" * PART]), headers=[(b"content-type", b"application/json")]) == (401, "")


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"\xff", b"[" * PART, b'{"type": "event_callback"}'])
def test_what_is_signed_and_malformed_is_refused_in_one_line(body: bytes) -> None:
    with capture_logs() as lines:
        assert asked(iter([body]), headers=signed(body)) == (400, "")
    assert [(line["event"], line["times"], "exc_info" in line) for line in lines] == [
        ("http.malformed", 1, False)
    ]


def test_a_body_without_end_is_refused_before_it_fills_the_memory() -> None:
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        while len(read) < 100:
            read.append(PART)
            yield b"x" * PART

    assert asked(endless()) == (413, "too large")
    assert sum(read) == pytest.approx(LARGEST_BODY, abs=PART)
