"""What is left of a message where Slack does not take its blocks: all its words, harmless, within limits."""

from typing import Any

from slack_sdk.models.blocks import Block

from bot.sandbox.blocks import check_blocks
from handlers.slack import ui
from handlers.slack.reply import Message, in_words

BOLD = {"type": "text", "text": "<b>"}
RICH = {
    "type": "rich_text",
    "elements": [
        {"type": "rich_text_section", "elements": [BOLD, {"type": "user", "user_id": "U1"}]},
        {"type": "rich_text_list", "elements": [{"type": "rich_text_section", "elements": [BOLD]}]},
    ],
}
TABLE = {"type": "table", "rows": [[{"type": "raw_text", "text": "a"}, {"type": "raw_text", "text": "<"}]]}


class Raw(Block):
    def __init__(self, content: dict[str, Any]) -> None:
        super().__init__(type=str(content["type"]))
        self.content = content

    def to_dict(self) -> dict[str, Any]:
        return self.content


def words_of(*blocks: Block) -> list[str]:
    made = [block.to_dict() for block in in_words(Message("the text", list(blocks))).blocks]
    assert check_blocks(made, "message") == []
    return [block["text"]["text"] for block in made]


def test_every_kind_of_block_gives_its_words_and_buttons_none() -> None:
    blocks = (
        ui.header("A & B"),
        ui.section("*A-1* · write"),
        ui.fields("owner <@U1>", "no date"),
        ui.context("by", "Tom"),
        ui.actions(ui.button("Done", action="done")),
        ui.divider(),
    )
    assert words_of(*blocks) == ["*A &amp; B*\n*A-1* · write\nowner <@U1>\nno date\nby Tom"]
    assert words_of(Raw(RICH), Raw(TABLE)) == ["&lt;b&gt;<@U1>\n&lt;b&gt;\na | &lt;"]


def test_without_words_in_its_blocks_the_text_is_said() -> None:
    assert words_of(ui.actions(ui.button("Done", action="done"))) == ["the text"]


def test_what_is_long_becomes_several_sections() -> None:
    parts = words_of(*(ui.section(f"{number} {'x' * 1990}") for number in range(4)))
    assert [part[0] for part in parts] == ["0", "1", "2", "3"]
