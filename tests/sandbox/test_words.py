"""What a person reads in blocks."""

from typing import Any

import pytest

from bot.sandbox.words import button_labels, visible_text

NAMES = {"U1": "sanne", "C1": "atlas", "S1": "leads"}


def read(*blocks: dict[str, Any], text: str = "") -> str:
    return visible_text(text, list(blocks), lambda some_id: NAMES.get(some_id, some_id))


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


@pytest.mark.parametrize(
    ("mrkdwn", "seen"),
    [
        ("<@U1> and <@U9>", "@sanne and @U9"),
        ("<#C1> or <#C2|other>", "#atlas or #other"),
        ("<!here> <!subteam^S1>", "@here @leads"),
        ("<https://example.com|the plan> <https://example.com>", "the plan https://example.com"),
        ("a &lt;b&gt; &amp;amp; c", "a <b> &amp; c"),
        ("<!date^1795435200^{date_short} {time}|later>", "23 November 2026 12:00"),
        ("<!date^never^{date}|later>", "later"),
    ],
)
def test_tokens_are_read_as_people_see_them(mrkdwn: str, seen: str) -> None:
    assert read(section(mrkdwn)) == seen
    assert read(text=mrkdwn) == seen


def test_blocks_are_read_line_by_line_with_their_parts() -> None:
    button = {"type": "button", "text": {"type": "plain_text", "text": "Done <ok>"}, "action_id": "done"}
    shown = read(
        {"type": "header", "text": {"type": "plain_text", "text": "Actions"}},
        {**section("*One*"), "fields": [{"type": "mrkdwn", "text": "Due"}], "accessory": button},
        {"type": "divider"},
        {"type": "context", "elements": [{"type": "mrkdwn", "text": "by <@U1>"}]},
        {"type": "actions", "elements": [button]},
    )
    assert shown == "Actions\n*One*\nDue\nDone <ok>\nby @sanne\nDone <ok>"


def test_rich_text_lists_and_tables_are_read() -> None:
    def line(*leaves: dict[str, Any]) -> dict[str, Any]:
        return {"type": "rich_text_section", "elements": list(leaves)}

    points = [line({"type": "text", "text": "a"}), line({"type": "user", "user_id": "U1"})]
    rich = {
        "type": "rich_text",
        "elements": [
            line({"type": "link", "url": "https://x", "text": "plan"}, {"type": "emoji", "name": "eyes"}),
            {"type": "rich_text_list", "style": "bullet", "elements": points},
        ],
    }
    cell = {"type": "raw_text", "text": "Risk"}
    table = {"type": "table", "rows": [[cell, rich], [cell, cell]]}
    assert read(rich) == "plan:eyes:\na\n@sanne"
    assert read(table) == "Risk | plan:eyes:\na\n@sanne\nRisk | Risk"


def test_buttons_are_found_wherever_they_stand() -> None:
    def button(label: str) -> dict[str, Any]:
        return {"type": "button", "text": {"type": "plain_text", "text": label}}

    blocks = [{**section("x"), "accessory": button("A")}, {"type": "actions", "elements": [button("B")]}]
    assert button_labels(blocks) == ["A", "B"]
