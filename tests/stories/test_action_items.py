"""Action items from first to last, as the people of an office see them."""

from datetime import datetime

import pytest

from bot.sandbox.state import Message
from tests.stories.office import Office


@pytest.fixture
def atlas(office: Office) -> Office:
    """An English project in #atlas, on Monday 23 November 2026, 9:00 in Amsterdam."""
    office.project("atlas")
    return office


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    return [message for message in office.slack.history(channel) if "A-" in message.words()]


def dm(office: Office, name: str) -> list[Message]:
    office.settle()
    return office.person(name).dm()


def test_raised_done_and_seen_by_all(atlas: Office) -> None:
    sanne, tom = atlas.person("sanne"), atlas.person("tom")

    said = sanne.command("/action @tom update the risk log by Friday", "atlas")
    [card] = cards(atlas)
    assert said == []
    assert "A-1 · update the risk log" in card.words()
    assert "owner @tom · Fri 27-11-2026 (wk 48) · raised by @sanne" in card.words()
    assert card.buttons()[:3] == ["Done", "Edit", "Undo"]
    [told] = dm(atlas, "tom")
    assert "update the risk log" in told.words() and "#atlas" in told.words()
    assert dm(atlas, "sanne") == []

    tom.click(told, "Done")
    [card] = cards(atlas)
    assert card.words().startswith("✓ A-1") and card.buttons() == ["Reopen"]
    [told] = dm(atlas, "tom")
    assert told.buttons() == ["Reopen"]
