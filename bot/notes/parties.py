"""What tells who is there: words of presence and of absence, and where no such word does the label of a
party (`Staff: Ann, Bo`, or their names below `For the school:`), offices, or two capitalised words by two."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from bot.notes.lines import Line, bare
from bot.notes.name_lists import GROUP, NOBODY, OF_PEOPLE, names_in, names_of_item
from bot.notes.people import ASIDE, initials, is_full_name, is_listed, looks_like_name, split_names
from bot.notes.words import (
    ABSENT,
    ABSENT_LABELS,
    AGENDA_HEADINGS,
    BESIDE_PRESENCE,
    NO_SPEAKERS,
    PLAIN_HEADINGS,
    PRESENT,
    PRESENT_LABELS,
    ROLES,
    SECTIONS,
)

WHOSE = frozenset("namens van voor from for of".split())
PRESENCE = PRESENT | ABSENT
_OF_PRESENCE = PRESENCE | BESIDE_PRESENCE


@lru_cache(maxsize=4096)
def presence(label: str) -> bool | None:
    """Whether a label such as `Members present (3)` is of the present, or of the absent; None for others."""
    label = _IN_SHORT.sub(r"\1wezig", ASIDE.sub("", label.lower()).strip(" ."))
    if label in PRESENT_LABELS or label in ABSENT_LABELS:
        return label in PRESENT_LABELS
    words = re.findall(r"[^\W\d_]+", label)
    if not words or len(words) > 7 or ":" in label:
        return None
    said = " ".join(words)
    if said in PRESENCE:
        return said in PRESENT
    if PRESENCE.isdisjoint(words):
        return None
    whose = words[0] in PRESENCE and words[1:2] and words[1] in WHOSE  # of which party
    if not whose and not _OF_PRESENCE.issuperset(words):
        return None
    return ABSENT.isdisjoint(words) and not {"not", "niet"} & {*words}


_IN_SHORT = re.compile(r"^(aan|af)w\b")
"""`Afw. m.k.`"""


def presence_above(line: Line) -> bool | None:
    """The same of a line with the names below it: also of a heading such as `Introduction of attendees`."""
    said = bare(line.text)
    told = presence(said)
    heads = line.heading or line.text.endswith(":")
    listed = told is None and heads and _OF_LIST.fullmatch(said)
    return True if listed else presence_of(said) if heads and said else told


def presence_of(label: str) -> bool | None:
    """Also of those of some party: `Present members' council`, `Consultants present`."""
    told, words = presence(label), label.lower().split()
    said = next((word for word in (words[0], words[-1]) if word in PRESENCE), None)
    return said in PRESENT if told is None and len(words) < 4 and said else told


_OF_LIST = re.compile(
    r"(?:[\w.,-]+ ){0,3}(?:attendees|participants|attendee list|observers|deelnemers|aanwezigen"
    r"|roll(?: call)?)"
)


def is_marked_absent(item: str) -> bool:
    """Whether an item of a list of people says so behind the name: `Ann Lee (absent)`, `Bo Ek - afwezig`."""
    aside, (_, dash, behind) = ASIDE.search(item), item.rpartition(" - ")
    told = aside is not None and says_absent(aside.group().strip(" ()[]"), item[: aside.start()])
    return told or presence(behind if dash else item) is False


def with_marks(listed: str) -> str:
    """With brackets around what says so without: `Ann Lee absent, Bo Ek m.k. afwezig`."""
    return _MARK.sub(r"\1 (\2)", listed)


_MARK = re.compile(
    r"([\w.])(?:,? [–-])? ((?:(?:with|(?:met|zonder) (?:bericht|kennisgeving)|[mz]\.?k\.?) )?"
    r"(?:absent|apologies|regrets|excused|afwezig|afgemeld|verhinderd)(?=\s*(?:[.,;|]|$))"
    r"|[mz]\.k\.(?:g\.?)?(?=\s*(?:[,;|]|$)))",
    re.IGNORECASE,
)


def says_absent(aside: str, name: str) -> bool:
    """Whether brackets behind a name in a list say so: `Ann Lee (afgemeld)`, `Bo Ek (didn't join)`."""
    parts = [part for part in aside.split(", ") if part.lower() not in initials(name.lower().split())]
    return any(presence(part) is False for part in parts) or _STAYED_AWAY.search(aside) is not None


_STAYED_AWAY = re.compile(r"(?:n['’]t|not) (?:join|attend|make)", re.IGNORECASE)


_NOT_THERE = frozenset("not niet zonder without".split())
_OTHERS = (
    PLAIN_HEADINGS | AGENDA_HEADINGS | NO_SPEAKERS | {"cc", "to", "aan", "project", "locations", "quorum"}
)


def party(text: str) -> tuple[bool, list[str]] | None:
    """Whether they are there, and the names, in a line that says no word of presence: behind a label of
    people, or full names behind any (`Namens de raad: Ann Lee, Bo Ek`)."""
    label = re.match(r"([^:]{2,40}):\s+(?=\S)", text) or _COMMITTEE.match(text)
    names = names_in(text[label.end() :]) if label else []
    if not label or not names or not all(map(is_listed, names)):
        return None
    full = sum(map(is_full_name, names)) * 2 > len(names) > 1 and bare(label[1]) not in _OTHERS
    words = {*re.findall(r"\w+", label[1].lower())}
    return (_NOT_THERE.isdisjoint(words), names) if full or not words.isdisjoint(OF_PEOPLE) else None


_COMMITTEE = re.compile(r"\(?((?:committee|board|council|bestuur|commissie|raad)) [–—-] (?=[A-Z])", re.I)


def excepted(text: str) -> list[str]:
    """Who alone was not there: `All members present except Ann Lee`."""
    found = _EXCEPT.search(text) if " except " in text else None
    return [*filter(is_full_name, names_in(found[1]))] if found else []


_EXCEPT = re.compile(r"\bpresent,? except(?: for)? ([^.;–—]{3,80})")


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
    of_people = any(word.strip(":()") in OF_PEOPLE or word.strip(":s") in ROLES for word in words)
    long = len(words) > 4 + whose and not (of_people and line.heading > 1)
    if not (line.heading or line.text.endswith(":") or group) or long:
        return False
    other = bare(line.text) in _OTHERS | SECTIONS
    return not other and (of_people or group or whose or not (among or line.heading))


def heads_names(line: Line, after: Line | None) -> bool:
    """Whether a label above a full name opens a list of one party, where no word says who is present."""
    people = not OF_PEOPLE.isdisjoint(line.text.lower().rstrip(":").split())
    named = after is not None and not (after.bullet and not people) and not after.heading
    named = named and after is not None and after.text[-1:] not in ".:;?!"
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
