from collections.abc import Iterator

import pytest

from bot.sandbox import LocalSlack
from tests.sandbox.bolt_app import NOW, furnished


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A furnished local Slack whose clock stands still on a Monday morning."""
    with LocalSlack(now=NOW, rate_limits=False) as local:
        yield furnished(local)
