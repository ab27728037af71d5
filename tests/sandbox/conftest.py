from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from bot.sandbox import LocalSlack
from tests.kit.bolt_app import NOW, furnished
from tests.kit.browsing import chromium

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A furnished local Slack whose clock stands still on a Monday morning."""
    with LocalSlack(now=NOW, rate_limits=False) as local:
        yield furnished(local)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; what asks for it is skipped where there is none."""
    with chromium() as started:
        yield started
