from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from slack_sdk import WebClient

from bot.sandbox import LocalSlack
from tests.sandbox.web_api.sample import furnished

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """Sanne, Tom and the app in #atlas, under a clock that stands still and without rate limits."""
    with LocalSlack(now=NOON, rate_limits=False) as slack:
        yield furnished(slack)


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    """The real SDK, without its retries: each call is one request."""
    return WebClient(token=slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=10)


@pytest.fixture
def atlas(slack: LocalSlack) -> str:
    return slack.channel_id("atlas")
