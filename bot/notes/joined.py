"""Lines of notes that belong together: what a page broke off, the fields of an item, an indented block."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from bot.notes.lines import Line, bare, goes_on
from bot.notes.markers import MARKER, is_marked_item
from bot.notes.parties import presence
from bot.notes.words import SECTIONS

_LONGEST_BLOCK = 600
_LABEL_WORDS = 5
"""Fewer before a colon open a list."""
_COLUMNS = re.compile(r"\S(?:\t| {3,})\S")
"""In a row of a table, which goes on from no other."""
_LABELLED = re.compile(r"[\w' -]{1,30}:\s|s/")
_ENDS = ".:;!?|"
_SHORTEST, _LONG, _FEW = 20, 60, 3
"""Characters of a line that is broken off: where more than a few lines may be, also short ones are."""
_FIELD = re.compile(
    r"(?:(?:task |action )?owner|assigned to|assignee|responsible|actiehouder|eigenaar|verantwoordelijke?|wie"
    r"|who|due(?: date| by)?|deadline|by when|wanneer|streefdatum)\s*:\s*(?=\S)",
    re.IGNORECASE,
)
"""Of an item, on a line of its own below it."""


def joined(lines: Sequence[Line]) -> list[Line]:
    """`lines` with what belongs together as one line; the other lines of it are empty."""
    return _with_blocks_joined(_with_sentences_joined(lines))


def _with_sentences_joined(lines: Sequence[Line]) -> list[Line]:
    """With the rest of what is broken off, and the fields below an item."""
    shortest = _SHORTEST if _breaks(lines) > _FEW else _LONG
    width = _width(lines)
    result: list[Line] = []
    head: int | None = None
    for before, line in zip([None, *lines], lines, strict=False):
        above = result[head] if head is not None else None
        field = above is not None and _is_field_of(above, line)
        if (
            above
            and head is not None
            and (field or _is_broken_off(above, line, shortest) or _is_wrapped(above, before, line, width))
        ):
            text = f"{above.text}{',' if field else ''} {line.text}"
            result[head] = replace(above, text=text, more=(*above.more, line.number))
            result.append(replace(line, text=""))
        else:
            head = len(result) if line.text else None
            result.append(line)
    return result


def _breaks(lines: Sequence[Line]) -> int:
    """How many lines may be broken off, one by one: those that go on are broken off again."""
    found, rest = 0, False
    for above, line in pairwise(lines):
        rest = _is_broken_off(above, line, _SHORTEST, rest)
        found += rest
    return found


def _is_broken_off(above: Line, line: Line, shortest: int, rest: bool = False) -> bool:
    """Whether `line` is the rest of the sentence above it, broken off where a page or a mail ends; `above`
    may be such a `rest` itself."""
    if line.text and _SPLIT_NAME.match(line.text) and _breaks_name(above):
        return _has_room(above, line)
    opens = (rest or above.text[:1].isupper()) and len(above.text) > shortest
    goes_on = (
        opens
        and line.text
        and (line.text[0].islower() or line.text[0] == "(" or above.text.rpartition(" ")[2] in _UNENDED)
    )
    return bool(goes_on and _may_go_on(above, line))


_UNENDED = frozenset(
    "were was are is by with and of the from to for waren zijn wordt door met en van de het een January"
    " February March April June July August September October November December".split()
)
"""The last word of a line that ends no sentence."""


def _width(lines: Sequence[Line]) -> int:
    """At how many characters the notes break their lines; 0 where they do not."""
    inner = (line for line, after in pairwise(lines) if after.text and not (after.bullet or after.heading))
    lengths = sorted(len(line.raw) for line in inner if len(line.raw) > _LONG / 2)
    widest = lengths[len(lengths) * 97 // 100] if len(lengths) > _FEW else 0
    near = sum(widest - _LONGEST_WORD <= length <= widest for length in lengths)
    return widest if near * 2 > len(lengths) and _LONG <= widest <= 2 * _LONG else 0


_LONGEST_WORD = 12


def _is_wrapped(above: Line, before: Line | None, line: Line, width: int) -> bool:
    """Whether `line` goes on from `above` where the line `before` had no room for its first word."""
    length = len(before.raw) if before and line.text else 0
    full = 0 < width - _LONGEST_WORD < length <= width < length + 1 + len(line.text.partition(" ")[0])
    return full and _may_go_on(above, line)


def _may_go_on(above: Line, line: Line) -> bool:
    """Whether `line` may be the rest of what stands `above`, by all but its own first letter."""
    if line.raw[:1] != line.text[:1] or line.nick or above.text[-1:] in _ENDS:
        return False
    other = above.heading or above.nick or above.done or "|" in line.raw or _LABELLED.match(line.text)
    return bool(not other and not MARKER.match(line.text) and _has_room(above, line))


_SPLIT_NAME = re.compile(r"[A-Z\u00c0-\u00de][\w'’-]+, [A-Z\u00c0-\u00de][\w'’-]+ ")
_LAST_NAMES = re.compile(r" [\w'’-]+(?: \([^()]*\))?, [A-Z\u00c0-\u00de][\w'’-]+$")


def _breaks_name(line: Line) -> bool:
    """Whether a list of those present ends in half a name: `Present: Ann Bell, Bo Ek, Cy`."""
    label, colon, names = line.text.partition(":")
    listed = colon and presence(bare(label)) is not None
    return bool(listed and _LAST_NAMES.search(names)) and not re.search(r"(?:^|,) [^ ,]+,", names)


def _is_field_of(above: Line, line: Line) -> bool:
    listed = above.bullet or above.checkbox or is_marked_item(above.text)
    field = listed and line.text and not line.nick and _FIELD.match(line.text)
    return bool(
        field and not above.text.endswith(":") and not _FIELD.match(above.text) and _has_room(above, line)
    )


def _has_room(above: Line, line: Line) -> bool:
    return len(above.text) + len(line.text) < _LONGEST_BLOCK


def _with_blocks_joined(lines: Iterable[Line]) -> list[Line]:
    """With an indented block, or a bullet and what goes on from it, as one line; below the heading of a list,
    or a bullet from which they do not go on, each is one of its own."""
    result: list[Line] = []
    head: int | None = None
    listed = False
    for line in lines:
        label = line.text.endswith(":") and len(line.text.split()) < _LABEL_WORDS and not line.bullet
        if line.text and (label or not line.raw[:1].isspace()):
            listed = label or bare(line.text) in SECTIONS or _heads_people(line.text)
        indented = line.indented or (head is not None and line.raw[:1].isspace())
        part = bool(indented and line.text and not line.heading and not line.checkbox)
        part = part and not _COLUMNS.search(line.raw)
        if part and head is not None and _goes_on(result[head], line, listed):
            more = (*result[head].more, line.number)
            result[head] = replace(result[head], text=f"{result[head].text} {line.text}", more=more)
            result.append(replace(line, text=""))
        else:
            listed = listed or (part and head is not None and result[head].bullet)
            head = len(result) if line.text and (part or line.bullet) and not line.done else None
            result.append(line)
    return result


def _heads_people(text: str) -> bool:
    """Also with the first of them behind it, each of the others on a line of its own."""
    label, _, behind = text.partition(":")
    return len(text) < _LONG and "," not in behind and presence(bare(label)) is not None


def _goes_on(head: Line, line: Line, listed: bool) -> bool:
    marked = line.text[0].isupper() and MARKER.match(line.text)
    return (goes_on(head, line) if head.bullet else not (listed or marked)) and _has_room(head, line)
