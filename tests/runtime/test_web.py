"""The way in over HTTP, without a network."""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from slack_bolt import App
from slack_sdk import WebClient

from bot.runtime.web import LARGEST_BODY, web_app

PART = 100_000


def asked(parts: Iterator[bytes], path: str = "/slack/events", method: str = "POST") -> tuple[int, str]:
    """Status and text of the answer to a request whose body comes in `parts`, of no length told."""
    answers: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        part = next(parts, None)
        return {"type": "http.request", "body": part or b"", "more_body": part is not None}

    async def send(answer: Any) -> None:
        answers.append(answer)

    app = web_app(App(signing_secret="s", client=WebClient("xoxb-1"), token_verification_enabled=False))
    about = {"type": "http", "method": method, "path": path, "headers": [], "query_string": b""}
    with ThreadPoolExecutor(1) as thread:  # of its own: in this one a browser's event loop may be running
        thread.submit(asyncio.run, app(about, receive, send)).result()
    return answers[0]["status"], b"".join(each.get("body", b"") for each in answers).decode()


def test_a_sign_of_life_asks_for_nothing() -> None:
    assert asked(iter(()), "/health", "GET") == (200, "ok")


def test_what_is_not_signed_is_refused() -> None:
    assert asked(iter([b'{"type": "event_callback"}']))[0] == 401


def test_a_body_without_end_is_refused_before_it_fills_the_memory() -> None:
    read: list[int] = []

    def endless() -> Iterator[bytes]:
        while len(read) < 100:
            read.append(PART)
            yield b"x" * PART

    assert asked(endless()) == (413, "too large")
    assert sum(read) == pytest.approx(LARGEST_BODY, abs=PART)
