"""The office that stories play in, on Monday 23 November 2026, 9:00 in Amsterdam."""

from collections.abc import Iterator

import pytest

from tests.kit.office import Office, open_office


@pytest.fixture
def office(sqlite_url: str) -> Iterator[Office]:
    with open_office(sqlite_url) as opened:
        yield opened


@pytest.fixture
def atlas(office: Office) -> Office:
    """With an English project in #atlas, which Sanne manages."""
    office.project("atlas")
    return office


@pytest.fixture
def molen(office: Office) -> Office:
    """With a Dutch project in #molen, which Sanne manages."""
    office.project("molen", language="nl")
    return office
