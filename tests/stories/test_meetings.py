"""Meetings from first to last, as the people of an office see them."""

from datetime import datetime

import pytest

from bot.sandbox.state import Message
from tests.stories.office import Office


@pytest.fixture
def atlas(office: Office) -> Office:
    """An English project in #atlas, on Monday 23 November 2026, 9:00 in Amsterdam."""
    office.project("atlas")
    return office


@pytest.fixture
def molen(office: Office) -> Office:
    """A Dutch project in #molen."""
    office.project("molen", language="nl")
    return office


def read(message: Message) -> str:
    return message.words().replace("*", "")


def cards(office: Office, channel: str = "atlas") -> list[Message]:
    office.settle()
    return [message for message in office.slack.history(channel) if "M-" in message.words()]


def dm(office: Office, name: str) -> list[Message]:
    """Without what stands in threads."""
    office.settle()
    return [
        message
        for message in office.person(name).dm()
        if not message.thread_ts or message.thread_ts == message.ts
    ]


def type_in(office: Office, who: str, line: str, channel: str = "atlas") -> str:
    """What the person is told at once."""
    return "\n".join(read(message) for message in office.person(who).command(line, channel))


def test_planned_in_one_line_answered_and_seen_by_all(atlas: Office) -> None:
    assert type_in(atlas, "sanne", "/meeting Sprint review with @tom @priya friday 14:00 45m") == ""
    [card] = cards(atlas)
    assert "M-1 · Sprint review\nFri 27-11-2026 14:00–14:45 (wk 48) · Amsterdam time" in read(card)
    assert "No answer yet (2): tom, priya" in read(card)
