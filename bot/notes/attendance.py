"""Who was there and who was not, as notes say it: in a list, a line, a table or a sentence."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from bot.notes.cells import says_done
from bot.notes.headers import label_of as column_of
from bot.notes.lines import Line, bare, clean, sentences
from bot.notes.name_lists import MOST_WORDS, is_full_name, names_in, names_of_item, with_bars
from bot.notes.note_lines import label_of, labels_of_work
from bot.notes.people import ASIDE, AT_NAME, CAMEL, NAME, fitting, initials, looks_like_name, split_names
from bot.notes.tables import cells_of
from bot.notes.words import ABSENT, BESIDE_PRESENCE, NAMES_TOO, NOT_NAMES, OFFICES, PRESENT, ROLES

_COMMAND = re.compile(r"(present|aanwezig|regrets|afwezig) ?\+[:\s]*(.*)", re.IGNORECASE)
_LABEL = "|".join(sorted(PRESENT | ABSENT, key=len, reverse=True))
_FIELD = re.compile(
    rf"(?:^|[.;,(|] ?)(?P<label>(?:[^\W\d_][\w-]* ){{0,3}}(?:{_LABEL})\b"
    r"(?: [\w.-]+){0,3}?(?: ?\([^()]{0,40}\))?)"
    r" ?(?:[:|]| [–—-](?= ))\s*",
    re.IGNORECASE,
)
"""What stands before a list of names."""
_PROSE = re.compile(
    rf"(?:^|[.;] |\b)(?P<label>{_LABEL})(?P<at> (?:at|on|bij|op|in|for|voor)\b[^:.]{{0,40}}?)?"
    r" (?:were|are|was|is|waren|zijn|by|door)(?: (?:received|ontvangen|ingekomen))?(?: from| van)?"
    r"\s*:?\s+(?P<names>[^\s].{2,})",
    re.IGNORECASE,
)
"""`Present were Ann and Bo`, `Aanwezig zijn: …`"""
_TOLD = re.compile(
    rf" (?:were|was|are|is|waren|zijn|allen|also|ook)(?: also| all| ook| allen)? (?P<label>{_LABEL})\b",
    re.IGNORECASE,
)
"""`Ann and Bo were present`"""
_SAYS = re.compile(rf"\b(?:{_LABEL})\b", re.IGNORECASE)
_STANDS_IN = re.compile(
    r"[(\[](?:(?:deputy|stand-?in|acting) )?(?:for|voor|namens|vervangt|on behalf of|i\.p\.v\.)"
    rf" ({NAME})[)\]]",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"(?:mw|dhr|mevr|mevrouw|heer|mr|mrs|ms|dr|ir|drs|prof|\w)\.?$")
_WHOSE = frozenset("namens van voor from for of".split())
_NUMBERED = re.compile(r"\s*\(?\d")
_OPENING_LIST = re.compile(r"\(([^()]{5,400})\)")
_OPENING_LINES = 12


class Attendance(NamedTuple):
    present: tuple[str, ...]
    absent: tuple[str, ...]


def attendance(lines: Sequence[Line]) -> Attendance:
    """The people said to be present, without such a list those who speak; and those said to be absent."""
    listed = [*listed_people(lines)]
    absent = dict.fromkeys(name for here, name in listed if not here)
    away = {name.lower() for name in absent}
    present = dict.fromkeys(name for here, name in listed if here)
    if present:
        present |= dict.fromkeys(name for name in _officers(lines) if not fitting(name, _ids(present)))
    else:
        present = dict.fromkeys(_opening_list(lines) or _speakers(lines))
    return Attendance(tuple(name for name in present if name.lower() not in away), tuple(absent))


def _ids(names: Iterable[str]) -> dict[str, str]:
    return {name: name for name in names}


def _officers(lines: Sequence[Line]) -> Iterator[str]:
    """Who is in the chair or takes the minutes, where the opening lines say so: they are present."""
    for line in [line for line in lines if line.text and not line.nick][:_OPENING_LINES]:
        label = label_of(line.text, any_label=True)
        if label and bare(label[0]) in OFFICES:
            yield from (name for name in names_in(line.text[label[1] :]) if looks_like_name(name))


def known_names(lines: Sequence[Line], named: Iterable[str]) -> frozenset[str]:
    """Every way in which the notes are likely to call the people that they name, lower case.

    `named` are those present, and those absent: these can be given work all the same, and so can who is
    stood in for.
    """
    known: set[str] = set()
    others = [name for line in lines for name in _STANDS_IN.findall(line.text[:2000])]
    speakers = [name for line in lines for name in (line.speaker, line.nick) if name]
    mentions = [name for line in lines if "@" in line.raw for name in AT_NAME.findall(line.raw)]
    workers = [name for name in labels_of_work(lines) if looks_like_name(name)]
    for name in dict.fromkeys([*named, *others, *speakers, *mentions, *workers]):
        words = name.replace("_", " ").lower().split()
        if not words:
            continue
        known |= {name.lower(), " ".join(words), words[0]}
        if len(words) > 1 and _INITIAL.match(words[0]):  # by whose last name alone people are called then
            known |= {words[-1], " ".join(words[-2:])}
        known |= {letters for letters in initials(words) if len(letters) > 1}
    return frozenset(known - NOT_NAMES | known & NAMES_TOO)


_PRESENCE = PRESENT | ABSENT
_OF_PRESENCE = _PRESENCE | BESIDE_PRESENCE


def presence(label: str) -> bool | None:
    """Whether a label such as `Members present (3)` is of the present, or of the absent; None for others."""
    words = re.findall(r"[^\W\d_]+", ASIDE.sub("", label.lower()))
    if not words or len(words) > 7 or ":" in label:
        return None
    said = " ".join(words)
    if said in _PRESENCE:
        return said in PRESENT
    if _PRESENCE.isdisjoint(words):
        return None
    whose = words[0] in _PRESENCE and words[1:2] and words[1] in _WHOSE  # of which party
    if not whose and not _OF_PRESENCE.issuperset(words):
        return None
    return ABSENT.isdisjoint(words) and not {"not", "niet"} & {*words}


def listed_people(lines: Sequence[Line]) -> Iterator[tuple[bool, str]]:
    """(present, name) for every name in a list of the present or the absent."""
    section: _List | None = None
    for line in lines:
        if not line.text:
            if section:
                section.blank = True
        elif command := _COMMAND.match(line.text):
            names = command[2] or line.speaker or ""
            yield from ((command[1].lower() in PRESENT, name) for name in names_in(names))
        elif line.speaker is None and (here := presence(bare(line.text))) is not None:
            section = _List(here)
        elif line.speaker is None and (listed := [*_lists_in(with_bars(line))]):
            here, names = listed[-1]
            section = _List(here, wrapped=bool(names))
            yield from ((here, name) for here, names in listed for name in names)
        elif section is None and (table := _List(True)).is_head(line):
            section = table
        elif section:
            told = section.read(line)
            section = section if told is not None else None
            yield from told or ()


class _List:
    """The lines below a label such as `Present`; its items have bullets or not, or it is a table."""

    def __init__(self, here: bool, wrapped: bool = False) -> None:
        self.here = here
        self.wrapped = wrapped
        """Names stand behind the label itself: only indented lines go on from these."""
        self.items = 0
        self.bulleted = self.numbered = self.blank = False
        self.column: int | None = None
        self.said: int | None = None

    def _goes_on(self, line: Line, row: bool) -> bool:
        """Whether the list has one more item behind a blank line."""
        if self.column is not None or row:
            return row and self.column is not None
        if self.bulleted:
            return line.bullet and (self.numbered or not _NUMBERED.match(line.raw))
        return not line.bullet and all(map(is_full_name, names_in(line.text) or [""]))

    def read(self, line: Line) -> list[tuple[bool, str]] | None:
        """The people of the next line; None where the list has ended."""
        cells = [clean(cell) for cell in cells_of(line) or ()]
        if self.wrapped and (self.blank or line.bullet or not line.raw[:1].isspace()):
            return None
        if line.heading or (self.blank and self.items and not self._goes_on(line, bool(cells))):
            return None
        self.numbered = self.numbered or _NUMBERED.match(line.raw) is not None
        if cells and not self.wrapped:
            names = self._of_row(cells)
        else:
            names = [(self.here != (line.checkbox and not line.done), name) for name in names_of_item(line)]
            if not names and line.bullet:  # a bullet that names nobody ends no list
                return []
        if not names and not cells:
            return None
        self.items += 1
        self.bulleted, self.blank = self.bulleted or line.bullet, False
        return names

    def is_head(self, line: Line) -> bool:
        """Whether `line` heads a table with a column that says who was there."""
        cells = cells_of(line) if "|" in line.raw or "\t" in line.raw else None
        if cells:
            self._of_row([clean(cell) for cell in cells])
        return self.column is not None and self.said is not None

    def _of_row(self, cells: Sequence[str]) -> list[tuple[bool, str]]:
        if self.column is None and not self.items:
            labels = [column_of(cell) for cell in cells]
            heads = [at for at, label in enumerate(labels) if _is_column_of_names(label)]
            said = [at for at, label in enumerate(labels) if presence(label) is not None]
            if heads:
                self.column, self.said = heads[0], next((at for at in said if at != heads[0]), None)
                return []
        if not any(any(map(str.isalnum, cell)) for cell in cells):
            return []
        at = self.column if self.column is not None else 0
        if self.column is None and len(cells) > 1 and cells[0].lower() in ROLES | OFFICES:
            at = 1
        cell = cells[at] if at < len(cells) else ""
        here = self.here
        if self.said is not None and self.said < len(cells):
            here = _says_present(cells[self.said])
        several = self.column is None and len(cells) > 2 and all(map(is_full_name, filter(None, cells)))
        return [(here, name) for each in (cells if several else [cell]) for name in names_in(each)]


def _is_column_of_names(label: str) -> bool:
    words = {*label.split()}
    return bool(
        words & {"name", "names", "naam", "namen", "who", "wie", "attendee", "member", "lid", "person"}
    ) or (label in PRESENT and label not in ("present", "aanwezig"))


def _says_present(cell: str) -> bool:
    said = presence(cell)
    return (
        says_done(cell) or said is True or cell.strip().lower() in ("p", "+", "1", "yes", "ja", "aanw", "j")
    )


def _lists_in(text: str) -> Iterator[tuple[bool, list[str]]]:
    """Whether they are present, and who, of each list in a line: `Present: A; absent: B`."""
    if not _SAYS.search(text):
        return
    found = [each for each in _FIELD.finditer(text) if presence(each["label"]) is not None]
    ends = [*(label.start() for label in found[1:]), len(text)]
    for label, end in zip(found, ends, strict=False):
        names = text[label.end() : end].replace(";", "|")  # which ends no list
        yield bool(presence(label["label"])), names_in("".join(sentences(names)[:1]))
    for sentence in [] if found else sentences(text[:1000]):
        yield from _told_in(sentence)


def _told_in(sentence: str) -> Iterator[tuple[bool, list[str]]]:
    """The same of a sentence: `Present were Ann and Bo`, `Ann and Bo were present, Cy was absent`."""
    if behind := _PROSE.search(sentence):
        said = [(behind["label"], behind["names"])]
    else:
        found = [*_TOLD.finditer(sentence)]
        starts = [0, *(each.end() for each in found)]
        said = [(each["label"], sentence[at : each.start()]) for at, each in zip(starts, found, strict=False)]
    for label, text in said:
        names = names_in(text.strip(" ,;"))
        if names and all(map(looks_like_name, names)):
            yield bool(presence(label)), names


def _opening_list(lines: Sequence[Line]) -> list[str]:
    """A list of full names in brackets in the opening lines: `the board (Ann Lee, Bo Ek and Cy Fox) met`."""
    opening = [line for line in lines if line.text and line.speaker is None][:_OPENING_LINES]
    for line in opening:
        for listed in _OPENING_LIST.finditer(line.text[:2000]):
            names = split_names(listed[1])
            if len(names) >= 2 and all(is_full_name(name) for name in names):
                return names
    return []


def _speakers(lines: Sequence[Line]) -> list[str]:
    """Those who speak or type, each once: `ann` and `Ann_Lee` are one."""
    names: dict[str, str] = {}
    for line in lines:
        for name in (line.nick, line.speaker):
            if name and bare(name) not in OFFICES:
                shown = CAMEL.sub(" ", name.replace("_", " ")).strip()
                names.setdefault(shown.lower(), shown)
    parts = {part for name in names for part in _parts(name)}
    return [shown for key, shown in names.items() if frozenset(key.split()) not in parts]


def _parts(name: str) -> Iterator[frozenset[str]]:
    """Some of the words of a name; what has more words than names have is none."""
    words = frozenset(name.split())
    if len(words) <= MOST_WORDS:
        for count in range(1, len(words)):
            yield from map(frozenset, combinations(words, count))
