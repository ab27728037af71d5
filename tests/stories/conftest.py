"""The office that stories play in."""

from collections.abc import Iterator

import pytest

from tests.kit.office import Office, open_office


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url) as opened:
        yield opened
