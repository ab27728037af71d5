"""Action items to take along: what a file of them holds, whatever its format."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.action_items.model import ActionItem
from bot.core.language import Language


class Format(StrEnum):
    csv = "csv"
    xlsx = "xlsx"
    ics = "ics"
    md = "md"


class Column(StrEnum):
    """Columns of the file, in their order."""

    project = "project"
    number = "number"
    text = "text"
    status = "status"
    owner = "owner"
    helpers = "helpers"
    due = "due"
    original_due = "original_due"
    times_postponed = "times_postponed"
    postponed_because = "postponed_because"
    starts = "starts"
    waits = "waits"
    repeats = "repeats"
    raised_by = "raised_by"
    raised_at = "raised_at"
    done_at = "done_at"
    source = "source"


Cell = str | int | date | datetime | None
"""A datetime is local and naive: a spreadsheet knows no zones."""


@dataclass(frozen=True)
class Entry:
    """One item with the names that people know."""

    item: ActionItem
    project: str
    project_zone: str
    owner: str
    owner_email: str | None
    helpers: tuple[str, ...]
    raised_by: str

    @property
    def link(self) -> str | None:
        """To the message that it was made from; any other source is a mark of our own."""
        source = self.item.source
        return source if source and source.startswith("https://") else None


@dataclass(frozen=True)
class Sheet:
    """Content of a file, whatever its format."""

    title: str
    language: Language
    heads: list[str]
    rows: list[list[Cell]]
    entries: list[Entry]
    """In the order of the rows."""
