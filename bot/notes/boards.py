"""The cards of a board that Trello exports as JSON, as the rows of a table."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

HEAD = ["Card name", "Members", "Due date", "List name", "Due complete", "Archived"]


def cards_of(content: str) -> list[tuple[int, list[str]]] | None:
    """Numbered from 1, behind the names of the columns; None for what is no board."""
    if not content.lstrip().startswith("{"):
        return None
    try:
        board = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(board.get("cards"), list):
        return None
    people, lists = _names(board, "members", "fullName"), _names(board, "lists", "name")
    cards = (_cells(card, people, lists) for card in _each(board, "cards"))
    return list(enumerate([HEAD, *cards], start=0))


def _cells(card: Mapping[str, Any], people: Mapping[str, str], lists: Mapping[str, str]) -> list[str]:
    members = card.get("idMembers")
    owners = [people.get(str(each), "") for each in members] if isinstance(members, list) else []
    told = (card.get(field) for field in ("due", "dueComplete", "closed"))
    due, complete, closed = (str(each) if each else "" for each in told)
    name, place = str(card.get("name") or ""), lists.get(str(card.get("idList")), "")
    return [name, "; ".join(filter(None, owners)), due, place, complete, closed]


def _names(board: Mapping[str, Any], of: str, field: str) -> dict[str, str]:
    return {str(each.get("id")): str(each.get(field) or "") for each in _each(board, of)}


def _each(board: Mapping[str, Any], of: str) -> Iterator[Mapping[str, Any]]:
    found = board.get(of)
    return (each for each in (found if isinstance(found, list) else []) if isinstance(each, dict))
