"""The items in the rows of a table."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.minutes.extraction.promises import is_known
from bot.minutes.extraction.proposals import Proposal, action, decision
from bot.minutes.extraction.sections import Section
from bot.notes.columns import Columns
from bot.notes.lines import Line, tidy
from bot.notes.people import are_names
from bot.notes.tables import row_of
from bot.notes.tasks import Task, task

_KINDS = dict.fromkeys(("d", "decision", "besluit"), True) | dict.fromkeys(
    ("i", "info", "information", "informatie"), False
)
"""Whether a row is a decision, where its first cell says that it is no action."""


_LETTERS = re.compile(r"\(?[A-Z][A-Za-z]?[A-Z]\)?(?:[ ,/&+]+\(?[A-Z][A-Za-z]?[A-Z]\)?)*")
"""The initials of one or several, and of whom stand for whom: `AB (CvD)`."""


_WIDE, _LAST = re.compile(r" {3,}|\t+"), re.compile(r"\S {4,}(\S.{0,38}\S)$")
_FEWEST = 2
"""Lines with a name apart, from which on these make a column."""


def in_columns(lines: Sequence[Line], known: frozenset[str]) -> Iterator[Line]:
    """`lines` with tabs in those that are a table by wide spaces alone, below the names of its columns; else
    with an arrow before the owners that stand apart at their ends."""
    wide = [line for line in lines if "    " in line.raw]
    ends = {line.number: found[1] for line in wide if (found := _LAST.search(line.raw.rstrip()))}
    owners = {number: name for number, name in ends.items() if is_known(name, known)}
    table = False
    for line in lines:
        cells = _WIDE.split(line.raw.strip()) if line.number in ends else []
        heads = bool(cells) and Columns.of_header(cells, of_actions=True) is not None
        table = bool(line.text) and (table or heads)
        if table and cells:
            yield replace(line, text="\t".join(cells))
        elif len(owners) >= _FEWEST and (name := owners.get(line.number, "")) in line.text[1:] and name:
            before, _, behind = line.text.rpartition(name)
            yield replace(line, text=f"{before.rstrip()} {behind.strip()}".strip() + f" → {name}")
        else:
            yield line


def items_of_row(
    line: Line,
    cells: Sequence[str],
    columns: Columns | None,
    section: Section | None,
    known: frozenset[str],
) -> Iterator[Proposal]:
    """The item of a row below the head of its `columns`; without such a head that of a row in a list."""
    if columns and columns != Columns.of_header(cells, of_actions=True):
        row = row_of(columns, line.number, cells)
        if columns.of_decisions and not (columns.of_both and (row.owner or row.due)):
            yield from [decision(tidy(row.text), line)] if row.text else []
            return
        text, owner = row.text, row.owner
        if text and not owner and len(cells) > 2 and _is_who(text, known):  # of a subject
            said = max((cell for cell in cells if cell != text), key=len)
            text, owner = said, re.sub(r"\W+", ", ", text.strip("()")) if _LETTERS.fullmatch(text) else text
        if (decided := _KINDS.get(cells[0].lower())) is not None:
            yield from [decision(tidy(text), line)] if decided and text else []
        elif text and not row.done and not owner:
            yield action(task(text, known, due=row.due), line)
        elif text and not row.done:
            yield action(Task(tidy(text), owner, row.due), line)
    elif columns is None and section and section.kind == "action" and any(cells):
        said = " – ".join(cell for cell in cells if cell)
        yield action(task(said, known), line)
    elif columns is None and section and section.kind == "decision" and any(cells):
        yield decision(tidy(max(cells, key=len)), line)


def _is_who(text: str, known: frozenset[str]) -> bool:
    named = are_names(text, known) and (len(text.split()) < 3 or is_known(text, known))
    return named or _LETTERS.fullmatch(text) is not None
