"""Whole messages and whole views: each block by its table, then what must hold among them."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from bot.sandbox.blocks.layout import MESSAGE, VIEW
from bot.sandbox.blocks.objects import plain
from bot.sandbox.blocks.rules import Problem, boolean, by_type, string, typed, unique

Surface = Literal["message", "modal", "home"]

MOST_MESSAGE_CHARACTERS = 13_200
CONTAINER_CHARACTERS = 20
"""Characters that an object around a text counts for; Slack says only that containers count too."""
MOST_VIEW_BYTES = 250_000

_ANY_VIEW = {
    "private_metadata": string(3000, shortest=0),
    "callback_id": string(255),
    "external_id": string(255),
}
_VIEWS = by_type(
    {
        "modal": typed(
            "modal",
            {"title": plain(24), "blocks": VIEW},
            {
                **_ANY_VIEW,
                "submit": plain(24),
                "close": plain(24),
                "clear_on_close": boolean,
                "notify_on_close": boolean,
                "submit_disabled": boolean,
            },
        ),
        "home": typed("home", {"blocks": VIEW}, _ANY_VIEW),
    }
)


def check_blocks(blocks: object, surface: Surface) -> list[Problem]:
    found: list[Problem] = []
    (MESSAGE if surface == "message" else VIEW)(blocks, "/blocks", found)
    if not found and isinstance(blocks, list):
        _check_ids(blocks, found)
        if surface == "message":
            _check_message(blocks, found)
    return found


def check_view(view: object) -> list[Problem]:
    """A view as `views.*` takes it; problems below `blocks` point into the view (`/view/blocks/0/…`)."""
    found: list[Problem] = []
    _VIEWS(view, "/view", found)
    if found or not isinstance(view, dict):
        return found
    blocks = view["blocks"]
    _check_ids(blocks, found, "/view/blocks")
    focused = [part for block in blocks for part in interactive(block) if part.get("focus_on_load")]
    if len(focused) > 1:
        found.append(Problem("/view/blocks", "only one element may set focus_on_load"))
    if view["type"] == "modal" and "submit" not in view and any(block["type"] == "input" for block in blocks):
        found.append(Problem("/view", "missing required field: submit (the view has an input block)"))
    if len(json.dumps(view, ensure_ascii=False).encode()) > MOST_VIEW_BYTES:
        found.append(Problem("/view", "the view is larger than 250 KB", "view_too_large"))
    return found


def interactive(block: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """The elements of a block that a person can act on."""
    parts = [*block.get("elements", []), block.get("accessory"), block.get("element")]
    return (part for part in parts if block["type"] != "rich_text" and part and part["type"] not in _STILL)


_STILL = {"plain_text", "mrkdwn", "image"}


def _check_ids(blocks: list[dict[str, Any]], found: list[Problem], path: str = "/blocks") -> None:
    unique((block["block_id"] for block in blocks if "block_id" in block), "block_id", path, found)
    for index, block in enumerate(blocks):
        ids = (part["action_id"] for part in interactive(block) if "action_id" in part)
        unique(ids, "action_id", f"{path}/{index}", found)


def _check_message(blocks: list[dict[str, Any]], found: list[Problem]) -> None:
    if sum(block["type"] == "table" for block in blocks) > 1:
        found.append(Problem("/blocks", "only_one_table_allowed"))
    if sum(map(_weight, blocks)) > MOST_MESSAGE_CHARACTERS:
        found.append(Problem("/blocks", "blocks are too long together", "msg_blocks_too_long"))


def _weight(part: object) -> int:
    if isinstance(part, list):
        return sum(map(_weight, part))
    if not isinstance(part, dict):
        return 0
    inner = sum(len(v) if k == "text" and isinstance(v, str) else _weight(v) for k, v in part.items())
    return CONTAINER_CHARACTERS + inner
