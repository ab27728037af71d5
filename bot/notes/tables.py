"""Tables in notes, from a spreadsheet or a CSV file, and their rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple, Self

from bot.core.values import Value
from bot.notes.boards import cards_of
from bot.notes.cells import EMPTY, month_first, plain_date, says_done
from bot.notes.columns import NONE_OWN, PARTS, Cells, Columns, Contents, Own, places
from bot.notes.headers import Role, is_other, label_of, ranks_of
from bot.notes.lines import Line, read_line

DELIMITERS, TYPED = ",;\t|", ",;"
"""Of a file, and of what was pasted and is not drawn with tabs or bars."""
SAMPLE = 5000
"""Characters by which the delimiter is told."""
FIRST = 6
"""Rows among which the one with the columns' names stands: some tools write a title above it."""

Numbered = tuple[int, list[str]]
"""The line on which a row begins, and its cells."""
_MARKED = re.compile(r"^[ \t]*(?:\d{1,3}[.)]|[-*•–])[ \t]+", re.MULTILINE)
"""The bullet or the number of a row."""
_SEP = re.compile(r"\s*\"?sep=(.)\"?[^\n]*(?=\n|$)")
"""The first line of a file by which Excel is told the delimiter."""


class Row(NamedTuple):
    number: int
    """Of the line on which it begins, from 1."""
    text: str
    """Empty where the row has none."""
    owner: str | None
    due: str | None
    done: bool


class Table(Value):
    head: list[str]
    """The names of its columns; empty where it has none."""
    rows: list[Numbered]
    columns: Columns
    guessed: bool = False
    """Its columns have names, and what they hold is told by their cells alone: to be asked."""

    def read(self) -> list[Row]:
        american = month_first(cell for _number, cells in self.rows for cell in cells)
        return [row_of(self.columns, number, cells, american) for number, cells in self.rows]

    def chosen(self, role: Role, at: int | None) -> Self:
        """With the column that somebody says holds this part."""
        others = {str(part): None for part in (Role.owner, Role.due) if self.columns.place_of(part) == at}
        done = tuple(each for each in self.columns.done if each != at)
        columns = self.columns.model_copy(update={**others, "done": done, str(role): at})
        return self.model_copy(update={"columns": columns, "guessed": True})

    def told(self) -> dict[str, Role]:
        """What its columns hold, by their names: of those whose names alone do not tell the same."""
        labels = [label_of(cell) for cell in self.head]
        by_name = {at: role for role, at in places(labels).items()}
        held: dict[int | None, Role] = {self.columns.place_of(role): role for role in PARTS}
        held |= dict.fromkeys(self.columns.done, Role.done)
        return {
            label: held.get(at, Role.none)
            for at, label in enumerate(labels)
            if label and not (held.get(at) is by_name.get(at) and (at in held or is_other(label)))
        }


def row_of(columns: Columns, number: int, cells: Cells, american: bool | None = None) -> Row:
    """`american`: its dates have their month first, or their day; None where that is not known."""
    owner, due = (_cell(cells, at) for at in (columns.owner, columns.due))
    line = read_line(number, " ".join(_cell(cells, columns.text).split()))
    text = line.text if _says_something([line.text]) else ""
    done = line.done or any(says_done(_cell(cells, at)) for at in columns.done)
    owners = "; ".join(filter(None, map(str.strip, owner.splitlines())))
    return Row(number, text, owners or None, plain_date(due, american) or None, done)


def _cell(cells: Cells, at: int | None) -> str:
    cell = cells[at].strip() if at is not None and at < len(cells) else ""
    return cell if cell.strip(EMPTY) else ""


def _says_something(cells: Cells) -> bool:
    return any(any(map(str.isalnum, cell)) for cell in cells)


def cells_of(line: Line) -> list[str] | None:
    """The cells of a row drawn with bars or tabs; None for a line that is none."""
    raw = line.raw.strip()
    if line.speaker is not None:
        return None
    if raw.startswith("|") and raw.count("|") >= 3:
        return _split(raw.strip("|"), "|")
    if "\t" in line.text or ("\t" in raw and not line.bullet):
        return _split(line.text if "\t" in line.text else line.raw, "\t")
    return _split(raw.strip("| "), " | ") if " | " in raw and not line.bullet else None


def _split(row: str, sign: str) -> list[str]:
    return [" ".join(cell.split()) for cell in row.split(sign)]


def find_table(
    content: str, known: frozenset[str], own: Own = NONE_OWN, *, of_file: bool = False
) -> Table | None:
    """The table that `content` is: with tabs, as spreadsheets copy it, with bars, CSV, or a board of Trello.
    None for mere lines.

    `known` are names in lower case, by which a column of owners is told. `of_file`: any columns will do;
    of what was pasted, commas and semicolons are columns only where their names say so, or where each row has
    a colleague and a date.
    """
    if of_file and (cards := cards_of(content)) is not None:
        return _table(cards, known, own)
    content, delimiter = _without_sep(content.removeprefix("\ufeff"))
    if not (of_file or delimiter) and (drawn := _drawn(content)) is not None:
        return _table(drawn, known, own)
    if not of_file and all(map(_MARKED.match, filter(str.strip, content.splitlines()))):
        content = _MARKED.sub("", content)
    delimiter = delimiter or _delimiter(content, DELIMITERS if of_file else TYPED)
    table = _table(_cells_of_csv(content, delimiter), known, own) if delimiter else None
    named = table is not None and len([cell for cell in table.head if cell]) > 1 and not table.guessed
    return table if of_file or named or (table is not None and _has_owners_and_dates(table, known)) else None


def _has_owners_and_dates(table: Table, known: frozenset[str]) -> bool:
    """Though its columns have no names: `Sanne;call the bank;12-12-2026`."""
    columns, rows = table.columns, [cells for _number, cells in table.rows]
    if table.head or None in (columns.owner, columns.text, columns.due) or len({*map(len, rows)}) != 1:
        return False
    return all(_cell(cells, columns.owner).lower() in known for cells in rows)


def _without_sep(content: str) -> tuple[str, str | None]:
    """With its first line empty where that tells the delimiter."""
    told = _SEP.match(content)
    return (content[told.end() :], told[1]) if told else (content, None)


def _drawn(pasted: str) -> list[Numbered] | None:
    """The rows of a table drawn with tabs or bars; None for what is mostly other lines."""
    numbered = enumerate(pasted.splitlines(), start=1)
    lines = [read_line(number, raw) for number, raw in numbered if raw.strip()]
    rows = [(line.number, cells) for line in lines if (cells := cells_of(line))]
    if not rows or len(rows) * 2 < len(lines):
        return None
    if any("\t" in line.raw.strip() for line in lines):
        return _cells_of_csv(pasted, "\t")  # a quoted cell may hold lines
    drawn = all(line.raw.lstrip().startswith("|") for line in lines)
    return rows if drawn or Columns.of_header(rows[0][1]) else None


def _delimiter(content: str, signs: str) -> str | None:
    """The one that parts most rows into as many cells; csv.Sniffer takes minutes over many quotes."""
    rows = {each: _rows_alike(content[:SAMPLE], each) for each in signs}
    if any(rows.values()):
        return max(signs, key=lambda each: rows[each] or (0, 0))
    head = content.lstrip().partition("\n")[0]
    delimiter = max(signs, key=head.count)
    return delimiter if delimiter in head else None


def _rows_alike(sample: str, delimiter: str) -> tuple[float, int] | None:
    """The share of rows with the commonest number of cells, and that number; None when it is one."""
    try:
        widths = Counter(map(len, filter(None, csv.reader(io.StringIO(sample), delimiter=delimiter))))
    except csv.Error:
        return None
    width, rows = widths.most_common(1)[0] if widths else (1, 0)
    return (rows / widths.total(), width) if width > 1 else None


def _cells_of_csv(content: str, delimiter: str) -> list[Numbered]:
    """Each row with the number of its first line; none where it cannot be read."""
    rows: list[Numbered] = []
    # Not strict: a stray quote in a cell is only text.
    reader, begins = csv.reader(io.StringIO(content), delimiter=delimiter), 1
    try:
        for cells in reader:
            rows.append((begins, [cell.strip() for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error:
        return []
    return rows


def _table(rows: list[Numbered], known: frozenset[str], own: Own) -> Table | None:
    rows = [(number, cells) for number, cells in rows if _says_something(cells)]
    if not rows:
        return None
    at = _place_of_head(rows, known, own)
    head, body = ([], rows) if at is None else (rows[at][1], rows[at + 1 :])
    labels = [label_of(cell) for cell in head]
    contents = Contents([cells for _number, cells in body], known)
    named = places(labels, own, contents.fits)
    told = {place for place, label in enumerate(labels) if is_other(label) or label in own}
    told |= {*named.values()}
    width = max(len(head), len(contents.cells))
    free = [place for place in range(width) if place not in told]
    found = contents.filled(named, free)
    columns = Columns.of_places(found, labels, own)
    states = [at for at in free if at not in (*found.values(), *columns.done) and contents.states(at)]
    columns.done = (*columns.done, *states)
    return Table(head=head, rows=body, columns=columns, guessed=bool(head) and found != named)


def _place_of_head(rows: Sequence[Numbered], known: frozenset[str], own: Own) -> int | None:
    """Where the columns' names stand: what is above is a title, and narrower."""
    width = 0
    for at, (_number, cells) in enumerate(rows[:FIRST]):
        filled = sum(map(bool, cells))
        if (at == 0 or filled > width) and (Columns.of_header(cells) or _is_own_head(cells, own)):
            return at
        width = max(width, filled)
    return 0 if _may_be_head(rows[0][1], [cells for _number, cells in rows[1:]], known) else None


def _is_own_head(cells: Cells, own: Own) -> bool:
    return any(own.get(label_of(cell), Role.none) is not Role.none for cell in cells)


def _may_be_head(cells: Cells, body: Sequence[Cells], known: frozenset[str]) -> bool:
    """Whether cells whose names we do not know head a table: one for each column, each short and nowhere
    below, over dates or over names of people, or beside a name that we do know."""
    labels = [label_of(cell) for cell in cells]
    contents = Contents(body, known)
    full = range(max(len(cells), len(contents.cells)))
    if len(full) < 2 or not all(labels) or len(labels) < len(full) or len({*labels}) < len(labels):
        return False
    if not known.isdisjoint(labels) or any(map(str.isdigit, "".join(labels))):
        return False
    if any(cells[at].lower() in map(str.lower, contents.of(at)) for at in full):
        return False
    ranks = [ranks_of(label) for label in labels]
    named = any(Role.owner in each or Role.due in each for each in ranks)
    return named or any(contents.dates(at) or contents.known_names(at) for at in full)
