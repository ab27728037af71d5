"""Those present whom no word of presence announces: by party (`Staff: Ann, Bo`, or their names below `For the
school:`), beside their offices, or two capitalised words by two."""

import re
from collections.abc import Sequence
from itertools import groupby

from bot.notes.lines import Line, bare
from bot.notes.name_lists import GROUP, NOBODY, OF_PEOPLE, is_full_name, is_listed, names_in, names_of_item
from bot.notes.people import looks_like_name, split_names
from bot.notes.words import AGENDA_HEADINGS, NO_SPEAKERS, PLAIN_HEADINGS, ROLES, SECTIONS

_NOT_THERE = frozenset("not niet zonder without".split())
_OTHERS = PLAIN_HEADINGS | AGENDA_HEADINGS | NO_SPEAKERS | {"cc", "to", "aan", "project", "locations"}


def party(text: str) -> tuple[bool, list[str]] | None:
    """Whether they are there, and the names, in a line that says no word of presence: behind a label of
    people, or full names behind any (`Namens de raad: Ann Lee, Bo Ek`)."""
    label = re.match(r"([^:]{2,40}):\s+(?=\S)", text)
    names = names_in(text[label.end() :]) if label else []
    if not label or not names or not all(map(is_listed, names)):
        return None
    full = sum(map(is_full_name, names)) * 2 > len(names) > 1 and bare(label[1]) not in _OTHERS
    words = {*re.findall(r"\w+", label[1].lower())}
    return (_NOT_THERE.isdisjoint(words), names) if full or not words.isdisjoint(OF_PEOPLE) else None


def more_names(sentence: str) -> list[str]:
    """Those in a sentence behind a list: `Staff: Ann, Bo.`, or nothing but three full names or more."""
    if found := party(sentence):
        return found[1]
    names = names_in(sentence)
    whole = 2 < len(names) == len(split_names(sentence)) and all(map(is_listed, names))
    return names if whole and sum(map(is_full_name, names)) * 2 > len(names) else []


def heads_party(line: Line, among: bool) -> bool:
    """Whether a line stands above the names of one party; `among` others it says that these are people."""
    words = line.text.lower().split()
    group = not line.bullet and GROUP.fullmatch(line.text) is not None
    whose = words[:1] in (["for"], ["from"], ["namens"]) and not line.heading  # `For the school:`
    if not (line.heading or line.text.endswith(":") or group) or len(words) > 4 + whose:
        return False
    other = bare(line.text) in _OTHERS | SECTIONS
    of_people = any(word.strip(":") in OF_PEOPLE or word.strip(":s") in ROLES for word in words)
    return not other and (of_people or group or whose or not (among or line.heading))


def heads_names(line: Line, after: Line | None) -> bool:
    """Whether a label above a full name opens a list of one party, where no word says who is present."""
    named = after is not None and not after.bullet and not after.heading and after.text[-1:] not in ".:;?!"
    return bool(
        named and after and heads_party(line, among=False) and is_full_name(*names_of_item(after)[:1] or [""])
    )


def unparted(lines: Sequence[Line]) -> list[tuple[bool, str]]:
    """Those in lines of nothing but capitalised words, two by two: `Ann Lee Bo Ek Cy Dam Di Fox`."""
    words = [line.text.split() for line in lines if _CAPITALISED.fullmatch(line.text) and not line.heading]
    return [
        (True, " ".join(pair))
        for said in words
        if len(said) % 2 == 0 and all(looks_like_name(word) and word.lower() not in NOBODY for word in said)
        for pair in zip(said[::2], said[1::2], strict=True)
    ]


_CAPITALISED = re.compile(r"(?:[A-Z\u00c0-\u00de][a-z\u00df-\u00ff]+(?:[-'’][A-Z]?[a-z]+)? ?){8,20}")


def with_offices(lines: Sequence[Line]) -> list[tuple[bool, str]]:
    """Those in lines of their own, where some have their office behind them: `Ann Lee, Chair`."""
    for named, run in groupby(lines, lambda line: is_full_name(_OFFICE_LAST.sub("", line.text))):
        listed = [line.text for line in run if not (line.bullet or line.heading)] if named else []
        if len(listed) >= 3 and any(
            found and found["office"] is not None for found in map(_OFFICE_LAST.search, listed)
        ):
            return [(True, _OFFICE_LAST.sub("", text)) for text in listed]
    return []


_OFFICE_LAST = re.compile(
    rf"(?:,| [–—-]) (?P<office>(?=[^,]{{0,40}}\b(?:{'|'.join(sorted(ROLES))})\b))?[^.,:;]{{2,40}}$",
    re.IGNORECASE,
)
