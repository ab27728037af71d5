"""Whether Slack would take what we show."""

from typing import Any

from slack_sdk.models.views import View

from bot.core.limits import TEXT_LIMIT
from bot.sandbox.blocks import check_blocks, check_view
from handlers.slack.reply import Message

WORST = ("<!channel>" * TEXT_LIMIT)[:TEXT_LIMIT]
"""As long as can be, and each character but a few longer when it is escaped."""
AMPERSANDS = "&" * TEXT_LIMIT


def accepted(message: Message) -> None:
    json: dict[str, Any] = message.as_json()
    assert check_blocks(json["blocks"], "message") == []
    assert 0 < len(json["text"]) <= 4000


def accepted_view(view: View) -> None:
    assert check_view(view.to_dict()) == []
