"""The words that a person reads in a message or view: text from blocks, mentions by name, dates rendered."""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

NameOf = Callable[[str], str]

_TOKEN = re.compile(r"<([^<>\n]+)>")
_TEXTS = ("text", "title", "label", "hint", "alt_text")
_NESTED = ("fields", "elements", "element", "accessory", "options", "rows")


def visible_text(text: str, blocks: list[dict[str, Any]], name_of: NameOf) -> str:
    """The blocks' words line by line, or the text of a message that has no blocks."""
    if not blocks:
        return plain(text, name_of)
    return "\n".join(line for block in blocks if (line := _block_words(block, name_of)))


def button_labels(blocks: list[dict[str, Any]]) -> list[str]:
    return [part["text"]["text"] for part in walk(blocks) if part.get("type") == "button"]


def walk(part: Any) -> Iterator[dict[str, Any]]:
    """Each object in blocks, from the outside in."""
    if isinstance(part, dict):
        yield part
        part = list(part.values())
    if isinstance(part, list):
        for inner in part:
            yield from walk(inner)


def plain(mrkdwn: str, name_of: NameOf) -> str:
    """Slack's text as it is read: `<@U1>` as @name, `<#C1|x>` as #x, links by label, & < > unescaped."""
    seen = _TOKEN.sub(lambda found: _token(found.group(1), name_of), mrkdwn)
    return seen.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _token(token: str, name_of: NameOf) -> str:
    target, _, label = token.partition("|")
    if target[0] == "@":
        return "@" + name_of(target[1:])
    if target[0] == "#":
        return "#" + (label or name_of(target[1:]))
    if target.startswith("!date^"):
        return _date(target, label)
    if target.startswith("!subteam^"):
        return "@" + name_of(target.removeprefix("!subteam^"))
    if target[0] == "!":
        return "@" + target[1:]
    return label or target


def _date(token: str, fallback: str) -> str:
    """`!date^seconds^format`; the sandbox shows UTC, as it does not know who reads."""
    parts = token.split("^")
    if len(parts) < 3 or not parts[1].isdigit():
        return fallback
    at = datetime.fromtimestamp(int(parts[1]), UTC)
    shown = {"time": f"{at:%H:%M}", "time_secs": f"{at:%H:%M:%S}", "date_num": f"{at:%Y-%m-%d}"}

    def fill(found: re.Match[str]) -> str:
        return shown.get(found.group(1), f"{at.day} {at:%B} {at.year}")

    return re.sub(r"\{(\w+)\}", fill, parts[2])


def _block_words(block: Any, name_of: NameOf) -> str:
    if block.get("type") == "rich_text":
        return "\n".join(_rich(part, name_of) for part in block.get("elements", []))
    if block.get("type") == "table":
        rows = [[_cell(cell, name_of) for cell in row] for row in block.get("rows", [])]
        return "\n".join(" | ".join(row) for row in rows)
    return "\n".join(words for words in _ordinary(block, name_of) if words)


def _cell(cell: dict[str, Any], name_of: NameOf) -> str:
    return _block_words(cell, name_of) if cell.get("type") == "rich_text" else str(cell.get("text", ""))


def _ordinary(part: dict[str, Any], name_of: NameOf) -> Iterator[str]:
    for key in _TEXTS:
        yield _text_of(part.get(key), name_of)
    for key in _NESTED:
        inner = part.get(key) or []
        for each in inner if isinstance(inner, list) else [inner]:
            nested = isinstance(each, dict) and each.get("type") not in ("mrkdwn", "plain_text")
            yield _block_words(each, name_of) if nested else _text_of(each, name_of)


def _text_of(value: Any, name_of: NameOf) -> str:
    if isinstance(value, str):
        return value
    if not isinstance(value, dict) or "text" not in value:
        return ""
    return value["text"] if value.get("type") == "plain_text" else plain(value["text"], name_of)


def _rich(part: dict[str, Any], name_of: NameOf) -> str:
    """One part of a rich_text block: a section on one line, a list with a line for each point."""
    lead = {"rich_text_list": "\n"}.get(part["type"], "")
    return lead.join(
        _rich(inner, name_of) if "elements" in inner else _rich_leaf(inner, name_of)
        for inner in part.get("elements", [])
    )


def _rich_leaf(leaf: dict[str, Any], name_of: NameOf) -> str:
    match leaf.get("type"):
        case "user":
            return "@" + name_of(leaf["user_id"])
        case "usergroup":
            return "@" + name_of(leaf["usergroup_id"])
        case "channel":
            return "#" + name_of(leaf["channel_id"])
        case "emoji":
            return f":{leaf['name']}:"
        case "broadcast":
            return f"@{leaf['range']}"
        case "date":
            return _date(f"!date^{leaf['timestamp']}^{leaf['format']}", str(leaf.get("fallback", "")))
        case "link":
            return str(leaf.get("text") or leaf["url"])
        case _:
            return str(leaf.get("text", ""))
