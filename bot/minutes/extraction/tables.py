"""Action lists written as tables: `| who | what | when |`."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.notes.lines import Line, clean
from bot.notes.words import DONE, DUE_COLUMNS, OWNER_COLUMNS, STATUS_COLUMNS, TEXT_COLUMNS


def cells_of(line: Line) -> list[str] | None:
    """The cells of a table's row; None when `line` is none."""
    raw = line.raw.strip()
    if line.speaker is None and raw.startswith("|") and raw.count("|") >= 3:
        return [clean(cell) for cell in raw.strip("|").split("|")]
    if raw.count("\t") >= 1 and not line.bullet and line.speaker is None:
        return [clean(cell) for cell in raw.split("\t")]
    if raw.count(" | ") >= 1 and line.speaker is None and not line.bullet:
        return [clean(cell) for cell in raw.rstrip(" |").split(" | ")]
    return None


def _column(cells: Sequence[str], names: frozenset[str]) -> int | None:
    for at, cell in enumerate(cells):
        if len(cell) <= 30 and names & {word.strip("?:()/").lower() for word in cell.split()}:
            return at
    return None


@dataclass(frozen=True)
class Table:
    text: int
    owner: int | None
    due: int | None
    status: int | None

    @classmethod
    def of_header(cls, cells: Sequence[str]) -> "Table | None":
        """The table whose header `cells` are; None when they head no list of actions."""
        texts = _columns(cells, TEXT_COLUMNS)
        if not texts:  # as in most rows that are no header
            return None
        owner, due = _column(cells, OWNER_COLUMNS), _column(cells, DUE_COLUMNS)
        text = next((at for at in texts if at not in (owner, due)), None)
        if text is None or (owner is None and due is None):
            return None
        return cls(text, owner, due, _column(cells, STATUS_COLUMNS))

    def row(self, cells: Sequence[str]) -> tuple[str, str | None, str | None] | None:
        """(text, owner, due) of an open action; None for a rule, a gap or what is done."""
        text = _cell(cells, self.text)
        if not text or not any(letter.isalpha() for letter in text) or self._is_header(cells):
            return None
        if (_cell(cells, self.status) or "").lower() in DONE:
            return None
        return text, _cell(cells, self.owner), _cell(cells, self.due)

    def _is_header(self, cells: Sequence[str]) -> bool:
        return _column(
            cells[self.text : self.text + 1], TEXT_COLUMNS
        ) is not None and self == Table.of_header(cells)


def _columns(cells: Sequence[str], names: frozenset[str]) -> list[int]:
    return [at for at in range(len(cells)) if _column(cells[at : at + 1], names) is not None]


def _cell(cells: Sequence[str], at: int | None) -> str | None:
    if at is None or at >= len(cells):
        return None
    return (cells[at].strip(" -–—?") and cells[at].strip()) or None
