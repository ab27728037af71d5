"""Where the card of an item stands that was made from a message."""

import pytest

from bot.action_items.facts import thread_of
from bot.action_items.model import ActionItem
from tests.kit.clock import MONDAY

LINK = "https://acme.slack.com/archives/C1/p1700000000000200"


@pytest.mark.parametrize(
    ("message", "link", "channel", "thread"),
    [
        ("C1:1700000000.000200", LINK, "C1", "1700000000.000200"),
        (
            "C1:1700000000.000200",
            f"{LINK}?thread_ts=1690000000.000100&cid=C1",
            "C1",
            "1690000000.000100",
        ),
        ("C1:1700000000.000200", LINK, "C2", None),
        ("C1:1700000000.000200", None, "C1", None),
        (None, "minutes:3:14", "C1", None),
        (None, None, "C1", None),
    ],
)
def test_the_thread_is_that_of_the_message_in_the_same_channel(
    message: str | None, link: str | None, channel: str, thread: str | None
) -> None:
    item = ActionItem(
        project_id=1,
        number=1,
        text="x",
        raised_by="U1",
        raised_at=MONDAY,
        source=link,
        source_message=message,
    )
    assert thread_of(item, channel) == thread
