"""Tables in notes, from a spreadsheet or a CSV file: which column holds what, by its header or its cells."""

import codecs
import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from bot.notes.dues import date_phrase
from bot.notes.lines import Line, read_line
from bot.notes.people import are_names
from bot.notes.words import DONE, DUE_COLUMNS, OWNER_COLUMNS, STATUS_COLUMNS, SUBJECT_COLUMNS, TEXT_COLUMNS

DELIMITERS = ",;\t"
SAMPLE = 5000
"""Characters by which the delimiter is told."""
MOST_OF = 0.6
"""Of a column's cells that hold something: so many dates make it one of dates."""
ENOUGH = 500
"""Rows by which it is told what the columns hold."""
LONGEST_NAME = 60
LONGEST_HEAD = 30
"""Characters of a column's name, which has three words at most."""
EMPTY = " -–—?"

Cells = Sequence[str]
Numbered = tuple[int, Cells]
"""The line on which a row begins, and its cells."""


class Row(NamedTuple):
    number: int
    """Of the line on which it begins, from 1."""
    text: str
    """Empty where the row has none."""
    owner: str | None
    due: str | None
    done: bool


class Columns(NamedTuple):
    """The places of a row's parts, from 0."""

    text: int
    owner: int | None = None
    due: int | None = None
    status: int | None = None

    @classmethod
    def of_header(cls, cells: Cells, of_actions: bool = False) -> "Columns | None":
        """The columns that a row of column names tells; None for any other row.

        `of_actions`: only those of a list of actions, which has an owner or a date.
        """
        words = [_head_words(cell) for cell in cells]
        texts = TEXT_COLUMNS if of_actions else TEXT_COLUMNS | SUBJECT_COLUMNS
        if all(texts.isdisjoint(each) for each in words):  # as in most rows
            return None
        due = _column(words, DUE_COLUMNS)
        owner = _column(words, OWNER_COLUMNS, due)
        status = _column(words, STATUS_COLUMNS, due, owner)
        text = _column(words, texts, due, owner, status)
        others = [at for at in (due, owner, None if of_actions else status) if at is not None]
        alone = not of_actions and sum(map(bool, cells)) == 1
        return cls(text, owner, due, status) if text is not None and (others or alone) else None

    def row(self, number: int, cells: Cells) -> Row:
        text, owner, due, status = (_cell(cells, at) for at in self)
        text = text if _says_something([text]) else ""
        return Row(number, text, owner or None, due or None, status.lower() in DONE)


def _head_words(cell: str) -> frozenset[str]:
    words = cell.split() if len(cell) <= LONGEST_HEAD else []
    return frozenset(word.strip("?:()/*_").lower() for word in words) if len(words) <= 3 else frozenset()


def _column(words: Sequence[frozenset[str]], names: frozenset[str], *taken: int | None) -> int | None:
    return next((at for at, each in enumerate(words) if at not in taken and not names.isdisjoint(each)), None)


def _cell(cells: Cells, at: int | None) -> str:
    cell = cells[at].strip() if at is not None and at < len(cells) else ""
    return cell if cell.strip(EMPTY) else ""


def _says_something(cells: Iterable[str]) -> bool:
    return any(any(map(str.isalnum, cell)) for cell in cells)


def cells_of(line: Line) -> list[str] | None:
    """The cells of a row drawn with bars or tabs; None for a line that is none."""
    raw = line.raw.strip()
    if line.speaker is not None:
        return None
    if raw.startswith("|") and raw.count("|") >= 3:
        return _split(raw.strip("|"), "|")
    if "\t" in (line.text if line.bullet else raw):
        return _split(line.raw, "\t")
    return _split(raw.strip("| "), " | ") if " | " in raw and not line.bullet else None


def _split(row: str, sign: str) -> list[str]:
    return [" ".join(cell.split()) for cell in row.split(sign)]


def pasted_table(pasted: str, known: frozenset[str]) -> list[Row] | None:
    """The rows of a table with tabs, as a spreadsheet copies it, or with bars; None for what is none.

    `known` are names in lower case, by which a column of owners is told where there is no header.
    """
    numbered = enumerate(pasted.splitlines(), start=1)
    lines = [read_line(number, raw) for number, raw in numbered if raw.strip()]
    rows = [(line.number, cells) for line in lines if (cells := cells_of(line))]
    if not rows or len(rows) * 2 < len(lines):
        return None
    if any("\t" in line.raw.strip() for line in lines):
        return _read(_cells_of_csv(pasted, "\t"), known)  # a quoted cell may hold lines
    drawn = all(line.raw.lstrip().startswith("|") for line in lines)
    return _read(rows, known) if drawn or Columns.of_header(rows[0][1]) else None


def decoded(content: bytes) -> str:
    """As spreadsheets write it: UTF-8, UTF-16 with a mark at its start, else what Windows writes here; empty
    for what is no text."""
    if content[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        text = content.decode("utf-16", "replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", "replace")
    return "" if "\x00" in text else text


def read_csv(content: str, known: frozenset[str] = frozenset()) -> list[Row] | None:
    """Rows of a CSV file with commas, semicolons or tabs; None for what has no columns."""
    content = content.removeprefix("\ufeff")
    delimiter = _delimiter(content)
    return _read(_cells_of_csv(content, delimiter), known) if delimiter else None


def _delimiter(content: str) -> str | None:
    """The one that parts most rows into as many cells; csv.Sniffer takes minutes over many quotes."""
    rows = {each: _rows_alike(content[:SAMPLE], each) for each in DELIMITERS}
    if any(rows.values()):
        return max(DELIMITERS, key=lambda each: rows[each] or (0, 0))
    head = content.lstrip().partition("\n")[0]
    delimiter = max(DELIMITERS, key=head.count)
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
            rows.append((begins, [" ".join(cell.split()) for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error:
        return []
    return rows


def _read(rows: Sequence[Numbered], known: frozenset[str]) -> list[Row] | None:
    rows = [(number, cells) for number, cells in rows if _says_something(cells)]
    if not rows:
        return None
    headed = Columns.of_header(rows[0][1])
    body = rows[1:] if headed else rows
    columns = headed or _guessed([cells for _number, cells in body[:ENOUGH]], known)
    return [columns.row(number, cells) for number, cells in body]


def _guessed(rows: Sequence[Sequence[str]], known: frozenset[str]) -> Columns:
    """Without a header: dates are the due column, names the owners', and of the rest the longest is text.

    Only where nothing else has words, a column that could be names is the text.
    """
    is_name = partial(_is_name, known)
    columns: list[list[str]] = [[] for _ in range(max(map(len, rows)))]
    for row in rows:
        for column, cell in zip(columns, map(str.strip, row), strict=False):
            column += [cell] if cell else []
    due = next((at for at, cells in enumerate(columns) if _mostly(cells, _is_date)), None)
    rest = [at for at in range(len(columns)) if at != due]
    worded = [at for at in rest if _mostly(columns[at], _has_words) and not _mostly(columns[at], is_name)]
    text = max(worded or rest, key=lambda at: sum(map(len, columns[at])), default=0)
    owner = next((at for at in rest if at != text and _mostly(columns[at], is_name)), None)
    return Columns(text, owner, due)


def _mostly(cells: Sequence[str], is_one: Callable[[str], bool]) -> bool:
    fitting = sum(count for cell, count in Counter(cells).items() if is_one(cell))
    return bool(cells) and fitting >= MOST_OF * len(cells)


def _is_date(cell: str) -> bool:
    return date_phrase(cell) is not None


def _has_words(cell: str) -> bool:
    return any(map(str.isalpha, cell))


def _is_name(known: frozenset[str], cell: str) -> bool:
    return len(cell) <= LONGEST_NAME and are_names(cell, known)
