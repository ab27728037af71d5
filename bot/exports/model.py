"""Records to take along: what a file of them holds, whatever its format."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.action_items.model import ActionItem
from bot.core.language import Language


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    md = "md"
    ics = "ics"
    """Of action items alone: to-dos of a calendar."""


Cell = str | int | date | datetime | None
"""A datetime is local and naive: a spreadsheet knows no zones."""


@dataclass(frozen=True)
class Entry:
    """An action item as a calendar's to-do, with the names that people know."""

    item: ActionItem
    team: str
    project: str
    owner: str
    owner_email: str | None


def link_of(item: ActionItem) -> str | None:
    """To the message that it was made from; any other source is a mark of our own."""
    return item.source if item.source and item.source.startswith("https://") else None


@dataclass(frozen=True)
class Sheet:
    """Content of a file, whatever its format."""

    title: str
    language: Language
    heads: list[str]
    rows: list[list[Cell]]
    entries: Sequence[Entry] = ()
    """In the order of the rows, of action items."""
