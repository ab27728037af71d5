"""Which events of a channel tell that a message says something else."""

from typing import Any

import pytest

from handlers.action_items.messages import changed_source

BEFORE = {"ts": "1.2", "text": "one"}


@pytest.mark.parametrize(
    ("event", "source"),
    [
        ({"text": "one"}, None),
        ({"subtype": "channel_join"}, None),
        ({"subtype": "message_changed", "message": {**BEFORE, "text": "two"}}, "C1:1.2"),
        ({"subtype": "message_changed", "message": {**BEFORE, "attachments": [{}]}}, None),
        ({"subtype": "message_changed", "message": {**BEFORE, "subtype": "tombstone"}}, "C1:1.2"),
        ({"subtype": "message_changed"}, None),
        ({"subtype": "message_deleted", "deleted_ts": "1.2"}, "C1:1.2"),
    ],
)
def test_only_other_words_and_a_deletion_are_news(event: dict[str, Any], source: str | None) -> None:
    assert changed_source({"channel": "C1", "previous_message": BEFORE, **event}) == source
