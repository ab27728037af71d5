"""The blocks themselves, per surface."""

from typing import Any

from bot.sandbox.blocks.elements import ELEMENTS, IN_ACTIONS, IN_INPUT, IN_SECTION
from bot.sandbox.blocks.objects import IMAGE_SOURCE, check_image, plain, text
from bot.sandbox.blocks.rich_text import RICH_TEXT
from bot.sandbox.blocks.rules import (
    Fields,
    Problem,
    Rule,
    array,
    boolean,
    by_type,
    nullable,
    number,
    one_of,
    record,
    string,
    typed,
)

_ID: Fields = {"block_id": string(255)}


def _section_says_something(block: dict[str, Any], path: str, found: list[Problem]) -> None:
    if "text" not in block and "fields" not in block:
        found.append(Problem(path, "missing required field: text or fields"))


_CELL = by_type(
    {
        "raw_text": typed("raw_text", {"text": string()}),
        "raw_number": typed("raw_number", {"value": number, "text": string()}),
        "rich_text": RICH_TEXT,
    }
)
_COLUMN = record({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})

BLOCKS: dict[str, Rule] = {
    "section": typed(
        "section",
        {},
        {
            **_ID,
            "text": text(3000),
            "fields": array(text(2000), 10),
            "accessory": by_type(IN_SECTION),
            "expand": boolean,
        },
        _section_says_something,
    ),
    "header": typed("header", {"text": plain(150)}, _ID),
    "divider": typed("divider", {}, _ID),
    "image": typed(
        "image", {"alt_text": string(2000)}, {**_ID, **IMAGE_SOURCE, "title": plain(2000)}, check_image
    ),
    "context": typed(
        "context",
        {
            "elements": array(
                by_type(
                    {
                        "image": ELEMENTS["image"],
                        "plain_text": text(3000),
                        "mrkdwn": text(3000),
                    }
                ),
                10,
            )
        },
        _ID,
    ),
    "actions": typed("actions", {"elements": array(by_type(IN_ACTIONS), 25)}, _ID),
    "input": typed(
        "input",
        {"label": plain(2000), "element": by_type(IN_INPUT)},
        {**_ID, "hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "rich_text": RICH_TEXT,
    "table": typed(
        "table",
        {"rows": array(array(_CELL, 20), 100)},
        {**_ID, "column_settings": array(nullable(_COLUMN), 20)},
    ),
}
_IN_VIEWS = {name: rule for name, rule in BLOCKS.items() if name != "table"}

MESSAGE = array(by_type(BLOCKS), 50, least=0)
VIEW = array(by_type(_IN_VIEWS), 100, least=0)
