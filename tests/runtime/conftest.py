"""A worker, on a real job table."""

from collections.abc import Iterator

import pytest

from bot.runtime.worker import Worker
from storage.unit_of_work import Storage
from tests.runtime.hands import Hands, working


@pytest.fixture
def hands() -> Hands:
    return Hands()


@pytest.fixture
def worker(sqlite_storage: Storage, hands: Hands) -> Iterator[Worker]:
    with working(sqlite_storage, hands) as worker:
        yield worker
