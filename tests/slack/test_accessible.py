"""Buttons of every message: known by their labels where words repeat, and at most one that stands out."""

from slack_sdk.models.blocks import Block

from handlers.slack import ui
from handlers.slack.reply import Message
from handlers.slack.ui import with_labels


def row(text: str, at: int) -> Block:
    return ui.section(text, accessory=ui.button("Done", action=f"d/{at}"))


def test_of_several_done_buttons_each_says_of_what() -> None:
    rows = [row(f"*A-{number}* · paint &lt;the&gt; hall\nlate", number) for number in (1, 2)]
    first, second = Message("2 items", rows).as_json()["blocks"]
    assert first["accessory"]["accessibility_label"] == "Done: A-1 · paint <the> hall"
    assert second["accessory"]["accessibility_label"] == "Done: A-2 · paint <the> hall"


def test_buttons_beneath_a_text_are_of_that_text() -> None:
    blocks: list[Block] = [
        ui.section("*call* the <https://bank.nl|bank>"),
        ui.actions(ui.button("Done", action="a"), ui.button("Edit", action="b")),
        ui.section("print it"),
        ui.actions(ui.button("Done", action="c")),
    ]
    buttons = [
        each for block in Message("x", blocks).as_json()["blocks"] for each in block.get("elements", ())
    ]
    labels = [each.get("accessibility_label") for each in buttons]
    assert labels == ["Done: call the bank", None, "Done: print it"]


def test_a_label_is_as_long_as_slack_takes() -> None:
    blocks = Message("x", [row("x" * 200, at) for at in (1, 2)]).as_json()["blocks"]
    assert {len(block["accessory"]["accessibility_label"]) for block in blocks} == {75}


def test_one_primary_button_stands_out_and_of_two_none_does() -> None:
    one = with_labels([ui.actions(ui.button("Send", action="a", style="primary"))])
    two = with_labels([ui.actions(*(ui.button(f"{at}", action=f"a/{at}", style="primary") for at in (1, 2)))])
    styles = [[each.get("style") for each in blocks[0].to_dict()["elements"]] for blocks in (one, two)]
    assert styles == [["primary"], [None, None]]
