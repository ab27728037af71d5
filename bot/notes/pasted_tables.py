"""Rows out of a spreadsheet or a CSV file: which column holds what, by its header or by what stands in it."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import NamedTuple

from bot.notes.dues import date_phrase
from bot.notes.people import are_names
from bot.notes.words import DONE, DUE_COLUMNS, OWNER_COLUMNS, STATUS_COLUMNS, TEXT_COLUMNS

DELIMITERS = ",;\t"
SAMPLE = 5000
"""Characters by which the delimiter is told."""
RULED = re.compile(r"[\s|:+=-]*")
MOST_OF = 0.6
"""Of a column's cells that hold something: so many dates make it one of dates."""
LONGEST_NAME = 60
COLUMNS = {
    "text": TEXT_COLUMNS | {"text", "tekst", "title", "titel", "subject", "onderwerp", "beschrijving"},
    "owner": OWNER_COLUMNS | {"assigned", "toegewezen", "verantwoordelijk"},
    "due": DUE_COLUMNS | {"uiterlijk", "end", "einddatum"},
    "status": STATUS_COLUMNS,
}
"""Words of a header, in both languages."""


class Row(NamedTuple):
    number: int
    """Of the line on which it begins, from 1."""
    text: str
    """Empty where the row has none."""
    owner: str | None
    due: str | None
    done: bool


class Columns(NamedTuple):
    text: int
    owner: int | None = None
    due: int | None = None
    status: int | None = None


def as_table(pasted: str, known: frozenset[str] = frozenset()) -> list[Row] | None:
    """Rows with tabs between their cells, as a spreadsheet copies them, or with bars; None for what is none.

    `known` are names in lower case, by which a column of owners is told where there is no header.
    """
    pasted = _with_tabs(pasted)
    lines = [line for line in pasted.splitlines() if line.strip()]
    tabbed = sum("\t" in line.strip() for line in lines)
    return _rows(pasted, "\t", known) if tabbed and tabbed * 2 >= len(lines) else None


def _with_tabs(pasted: str) -> str:
    """A table drawn with bars as one with tabs, line by line."""
    lines = pasted.splitlines()
    if not all(line.lstrip().startswith("|") for line in lines if line.strip()):
        return pasted
    rows = ("" if RULED.fullmatch(line) else line.strip().strip("|").replace("|", "\t") for line in lines)
    return "\n".join(rows)


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
    return _rows(content, delimiter, known) if delimiter else None


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


def _rows(content: str, delimiter: str, known: frozenset[str]) -> list[Row] | None:
    numbered: list[tuple[int, list[str]]] = []
    # Not strict: a stray quote in a cell is only text.
    reader, begins = csv.reader(io.StringIO(content), delimiter=delimiter), 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                numbered.append((begins, [" ".join(cell.split()) for cell in cells]))
            begins = reader.line_num + 1
    except csv.Error:
        return None
    if not numbered:
        return None
    headed = _of_header(numbered[0][1])
    body = numbered[1:] if headed else numbered
    columns = headed or _guessed([cells for _number, cells in body], known)
    return [_row(number, cells, columns) for number, cells in body]


def _row(number: int, cells: list[str], columns: Columns) -> Row:
    text, owner, due, status = (_cell(cells, at) for at in columns)
    if not any(letter.isalnum() for letter in text):
        text = ""
    return Row(number, text, owner or None, due or None, status.lower() in DONE)


def _cell(cells: Sequence[str], at: int | None) -> str:
    return cells[at].strip() if at is not None and at < len(cells) else ""


def _of_header(cells: Sequence[str]) -> Columns | None:
    """The columns that a row of names of columns tells; None for a row of anything else."""
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        words = {word.strip("?:()/").lower() for word in cell.split()}
        if not words or len(words) > 3:
            continue
        kind = next((kind for kind, names in COLUMNS.items() if names & words and kind not in found), None)
        if kind is not None:
            found[kind] = at
    known = len(found) >= 2 or (len(found) == 1 and len([cell for cell in cells if cell]) == 1)
    return Columns(**found) if "text" in found and known else None


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
    return any(letter.isalpha() for letter in cell)


def _is_name(known: frozenset[str], cell: str) -> bool:
    return len(cell) <= LONGEST_NAME and are_names(cell, known)
