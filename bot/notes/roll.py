"""A list of those present, or absent, below its label or heading: line by line, or as a table."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.notes.cells import says_done
from bot.notes.headers import label_of
from bot.notes.lines import Line, bare, clean, indent
from bot.notes.name_lists import names_in, names_of_item
from bot.notes.parties import WHOSE, heads_party, is_marked_absent, party, presence, with_marks
from bot.notes.people import ASIDE, is_full_name, is_listed
from bot.notes.tables import cells_of
from bot.notes.words import (
    FIRST_AND_LAST,
    NOTHING,
    OFFICES,
    PRESENT,
    ROLES,
)

_NUMBERED = re.compile(r"\s*\(?(\d+)")
_LONGEST_COLUMN = 30
"""Of what names a column."""


_UNNAMED = re.compile(
    r"(?:\d+|one|two|three|four|several|some|een|twee|drie|vier|enkele|diverse)\b[\w ]{0,30}"
    r"\b(?:public|members?|residents?|parishioners?|leden|bewoners?|toehoorders?|belangstellenden|publiek)\b"
    r"|quorum:?.{0,30}$",
    re.IGNORECASE,
)
"""`Two members of the public`: people without a name end no list."""
IN_COLUMNS = re.compile(r"[^\s:](?: {3,}|\t+)\S")
_CROSSES = ("✗", "✘", "✖", "❌")
_SURE = 3
"""So many full names are those of a party."""
_UNFINISHED = re.compile(r"(?:,| en| and| &)$")


def is_whole_name(line: Line) -> bool:
    """Whether a line holds one full name and nothing else."""
    return bool(line.text) and not line.bullet and not line.heading and is_full_name(line.text)


class Roll:
    """The lines below a label such as `Present`; its items have bullets or not, or it is a table."""

    def __init__(self, here: bool, wrapped: str = "", label: Line | None = None) -> None:
        self.here = here
        self.heading = label.heading if label else 0
        """Depth of the one above it, up to the next of which it goes on."""
        self.indent = indent(label.raw) if label and label.bullet else -1
        """Of the bullet above it, whose items are indented more; -1 where that has none."""
        self.wrapped = wrapped
        """The line, where names stand behind the label itself: indented lines go on from these, what follows
        a comma, and the names of one more party."""
        self.items = 0
        self.fresh = False
        """Below the label of one more party."""
        self.doubtful = False
        """The same, where only the names below can tell that it is of people."""
        self.told = False
        """Below a line that tells whose names follow."""
        self.bulleted = self.numbered = self.blank = self.headed = False
        self.column: int | None = None
        self.last: int | None = None
        """Of last names, where the column holds first names."""
        self.said: int | None = None

    def _goes_on(self, line: Line, row: bool) -> bool:
        """Whether the list has one more item behind a blank line."""
        if self.column is not None or row:
            return row and self.column is not None
        if self.bulleted:
            return line.bullet and (self.numbered or not _NUMBERED.match(line.raw))
        return not line.bullet and all(
            is_full_name(name) or not line.text.startswith(name) or (self.heading and name == line.text)
            for name in names_in(line.text) or [""]
        )

    def read(self, line: Line) -> list[tuple[bool, str]] | None:
        """The people of the next line; None where the list has ended."""
        cells = [clean(cell) for cell in cells_of(line) or ()]
        if (
            self.wrapped
            and {":", "|"}.isdisjoint(line.raw)
            and all(map(IN_COLUMNS.search, (self.wrapped, line.raw)))
        ):
            self.wrapped = line.raw
            return [(self.here, name) for name in names_of_item(line)[:1]] or None
        if self.wrapped and ((self.blank and not _UNFINISHED.search(self.wrapped)) or line.bullet):
            return None
        if self.wrapped and not line.raw[:1].isspace():
            return self._of_wrapped(line.text)
        if line.bullet and not self.wrapped and indent(line.raw) <= self.indent:
            return None
        headed = self.heading or not (line.heading and self.items)
        if self.doubtful and sum(map(is_full_name, names_of_item(line))) < _SURE:
            return None
        self.doubtful = False
        if not self.wrapped and headed and heads_party(line, among=False):
            self.fresh = True
            self.doubtful = not heads_party(line, among=self.items > 0)
            return []
        if self._is_legend(line):
            self.told = self.fresh = True
            return []
        if line.bullet and bare(line.text).partition(" ")[0] in FIRST_AND_LAST:
            return None  # the agenda, below a list that was left empty
        listed = self.items and not self.fresh
        if _UNNAMED.match(line.text):
            return []
        if bare(line.text) in NOTHING:
            self.items += 1
            return []
        if line.heading or (self.blank and listed and not self._goes_on(line, bool(cells))):
            return None
        numbered = _NUMBERED.match(line.raw)
        if self.items and numbered and (not self.numbered or (self.blank and numbered[1] == "1")):
            return None  # the first topic
        self.numbered = self.numbered or numbered is not None
        if self.column is not None and not cells:
            return None
        if cells and not self.wrapped:
            names = self._of_row(cells)
        else:
            away = (line.checkbox and not line.done) or line.raw.lstrip(" -*•")[:1] in _CROSSES
            line = replace(line, text=with_marks(line.text)) if self.here else line
            here = self.here != away and not is_marked_absent(line.text)
            names = [(here, name) for name in names_of_item(line)]
            if not names and line.bullet:  # a bullet that names nobody ends no list
                return []
        if not names and not cells:
            return None
        self.items += 1
        self.fresh = False
        self.bulleted, self.blank = self.bulleted or line.bullet, False
        return names

    def _is_legend(self, line: Line) -> bool:
        """Whether it tells whose names follow, or how they are marked, and names nobody."""
        if self.wrapped or line.bullet or (self.items and not self.told):
            return False
        aside = line.text[0] in "([" or (self.heading and line.text[-1] in "!.")
        return line.text.endswith(":") or bool(aside and not self.items and not names_of_item(line))

    def _of_wrapped(self, text: str) -> list[tuple[bool, str]] | None:
        """The names that follow those behind a label: the rest of these, or those of one more party."""
        goes_on = _UNFINISHED.search(self.wrapped)
        here, names = (self.here, names_in(text)) if goes_on else party(text) or (True, [])
        self.wrapped = text
        return [(here, name) for name in names if is_listed(name)] or None

    def is_head(self, line: Line) -> bool:
        """Whether `line` heads a table with a column that says who was there."""
        cells = cells_of(line) if "|" in line.raw or "\t" in line.raw else None
        if cells and all(len(cell) < _LONGEST_COLUMN and "," not in cell for cell in cells):
            self._of_row([clean(cell) for cell in cells])
        return self.column is not None and (self.said is not None or self.headed)

    def _is_header(self, cells: Sequence[str]) -> bool:
        """Whether `cells` name the columns: one of names, alone or with one that says who was there."""
        labels = [label_of(cell) for cell in cells]
        heads = [at for at, label in enumerate(labels) if _is_column_of_names(label)]
        said = [at for at, label in enumerate(labels) if presence(label) is not None]
        told = [at for at in said if WHOSE.isdisjoint(labels[at].split())]  # not `Present for`
        if heads:
            firsts, lasts = ([at for at in heads if labels[at] in of] for of in (_FIRST_NAMES, _LAST_NAMES))
            self.last = lasts[0] if firsts and lasts else None
            self.column = (firsts or heads)[0]
            self.said = next((at for at in told if at != heads[0]), None)
            self.headed = any(at != heads[0] for at in said)
        elif (said == [0] and not _BESIDE_NAMES.isdisjoint(labels[1:])) or len(said) == len(labels) > 1:
            # `| Present | Organisation |`, `| Present | Absent |`
            self.column, self.here, self.headed = 0, bool(presence(labels[0])), True
        return self.column is not None

    def _of_row(self, cells: Sequence[str]) -> list[tuple[bool, str]]:
        if (self.column is None and not self.items and self._is_header(cells)) or not any(
            map(_has_words, cells)
        ):
            return []
        at = self.column if self.column is not None else 0
        if (told := presence(cells[at]) if at < len(cells) and self.said is None else None) is not None:
            self.here = told
            return []
        if self.column is None and len(cells) > 1 and cells[0].lower() in ROLES | OFFICES:
            at = 1
        cell = cells[at] if at < len(cells) else ""
        if self.last is not None and self.last < len(cells):
            cell = f"{cell} {cells[self.last]}".strip()
        elif self.column is not None and cell.count(", ") == 1:  # `Lee, Ann`
            cell = " ".join(reversed(cell.split(", ")))
        here = self.here
        if self.said is not None and self.said < len(cells):
            if len(names := names_in(cell)) > 1:  # of a list, beside that of the absent
                return [(here, name) for name in names]
            here = _says_present(cells[self.said])
        several = self.column is None and len(cells) > 2 and all(map(is_full_name, filter(None, cells)))
        return [(here, name) for each in (cells if several else [cell]) for name in names_in(each)]


def _has_words(cell: str) -> bool:
    return any(map(str.isalnum, cell))


_BESIDE_NAMES = frozenset(
    "organisatie organisation organization org role rol functie function company bedrijf team partij".split()
)
_NAMED = frozenset(
    "name names naam namen who wie attendee participant deelnemer member lid person persoon".split()
)
_FIRST_NAMES = frozenset(["first name", "given name", "voornaam", "roepnaam"])
_LAST_NAMES = frozenset(["last name", "surname", "family name", "achternaam"])


def _is_column_of_names(label: str) -> bool:
    words = {*label.split()}
    return (
        label in _FIRST_NAMES | _LAST_NAMES
        or bool(words & _NAMED)
        or (label in PRESENT and label not in ("present", "aanwezig"))
    )


_PARTLY = re.compile(
    r"(?:(?:aanwezig|present) )?(?:tot|vanaf|later|until|from|left|vertrok|vertrekt)\b", re.IGNORECASE
)


def _says_present(cell: str) -> bool:
    said = presence(cell) if not _PARTLY.match(cell) else True
    plain = ASIDE.sub("", cell).strip()  # `Y (online)`
    mark = plain.lower().removeprefix("\\")  # `\+`
    return says_done(plain) or said is True or mark in ("p", "+", "1", "yes", "ja", "aanw", "j")
