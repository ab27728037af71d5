"""Whether Slack would take what we show."""

from collections import Counter
from typing import Any

from slack_sdk.models.views import View

from bot.core.errors import TEXT_LIMIT
from bot.sandbox.blocks import check_blocks, check_view
from handlers.slack.reply import Message

WORST = ("<!channel>" * TEXT_LIMIT)[:TEXT_LIMIT]
"""As long as can be, and each character but a few longer when it is escaped."""
AMPERSANDS = "&" * TEXT_LIMIT


def accepted(message: Message) -> None:
    json: dict[str, Any] = message.as_json()
    assert check_blocks(json["blocks"], "message") == []
    assert 0 < len(json["text"]) <= 4000
    known_apart(json["blocks"])


def accepted_view(view: View) -> None:
    shown = view.to_dict()
    assert check_view(shown) == []
    known_apart(shown["blocks"])


def known_apart(blocks: list[dict[str, Any]]) -> None:
    """At most one button stands out, and of several with the same words each says what it is about."""
    found = [each for block in blocks for each in (*block.get("elements", ()), block.get("accessory", {}))]
    buttons = [each for each in found if each.get("type") == "button"]
    assert sum(each.get("style") == "primary" for each in buttons) <= 1
    words = Counter(each["text"]["text"] for each in buttons)
    repeated = [each for each in buttons if words[each["text"]["text"]] > 1]
    assert all(each.get("accessibility_label", "") > each["text"]["text"] for each in repeated)
