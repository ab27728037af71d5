"""The names in an item, or a line, of a list of people: without their roles, firms and addresses."""

import re

from bot.notes.lines import Line, bare, clean
from bot.notes.people import ADDRESS, ASIDE, looks_like_name, split_names
from bot.notes.words import (
    AGENDA_HEADINGS,
    HEADER_FIELDS,
    NO_SPEAKERS,
    NOTHING,
    OFFICES,
    PLAIN_HEADINGS,
    ROLES,
    SECTIONS,
)

_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s*")
_WIDE, _COLUMNS = re.compile(r"\s*(?:\t| {2,})\s*"), re.compile(r"\s*[;|•·]\s*")
_ROLE = re.compile(
    r"\s+[–—-]\s+|\s*[=/]\s+|\s+(?:from|van het|van de|namens|on behalf of)\s+|\s+van\s+(?=[A-Z]{2})"
)
_OF_WORK = re.compile(r"^(?:[a-zé]{4,} )+(?=[A-Z\u00c0-\u00de])")
"""What somebody is, before the name: `huisarts Van Dam`."""
_DASH = re.compile(r"\s[–—-]\s")
_UNSAID = re.compile(r"(?:,| and| en| &)? (?:and others|others|et al|e\.a|anderen)\.?$", re.IGNORECASE)
MOST_WORDS, _LONGEST_NAME = 5, 60
_PARTICLES = frozenset("van der den de het ten ter von".split())


_I = frozenset("ik i me mij myself ondergetekende undersigned".split())


def with_bars(line: Line) -> str:
    """The text of a line, with bars for the tabs and the wide spaces that were between its words."""
    raw = line.raw.strip()
    if raw.startswith("|"):
        return clean(raw.strip("| "))[:2000]
    if not _WIDE.search(raw) or line.bullet:
        return line.text[:2000]
    return clean(_WIDE.sub(" | ", raw))[:2000]


def names_of_item(line: Line) -> list[str]:
    """The names in an item of a list of names: `Ann Lee (chair)`, `Chair: Ann Lee`, `Ann Lee, Acme Inc.`"""
    text = ASIDE.sub("", with_bars(line)).strip()
    first, *columns = text.split(" | ")
    if len(columns) == 1 and len(names := names_in(first)) == 1 and is_full_name(names[0]):
        return names  # and where they are from
    if text.endswith(":"):
        return []
    text = text if line.speaker or not is_full_name(head := _DASH.split(text)[0]) else head
    if label := re.match(r"([^:]{2,40}):\s+(?=\S)", text):
        others = bare(label[1]) in SECTIONS | HEADER_FIELDS - OFFICES
        behind = [] if others else [name for name in names_in(text[label.end() :]) if looks_like_name(name)]
        if behind or others:
            return behind
        return names_in(label[1]) if looks_like_name(label[1]) else []
    names = names_in(text)
    if line.bullet and len(names) == 2 and text.count(",") == 1 and (_is_role(names[1]) or _is_firm(*names)):
        return names[:1]
    sure = [looks_like_name(name) for name in names]
    return names if len(names) <= 1 or all(sure) else names[:1] if line.bullet else []


_OF_PEOPLE = frozenset(
    "people persons personen mensen who wie team members leden namens er board bestuur staff trustees"
    " observers contractors guests gasten council".split()
)
_NOT_THERE = frozenset("not niet zonder without".split())
_NOT_OF_PEOPLE = PLAIN_HEADINGS | AGENDA_HEADINGS | NO_SPEAKERS | {"cc", "to", "aan", "project", "locations"}


def party(text: str) -> tuple[bool, list[str]] | None:
    """Whether they are there, and the names, in a line that says no word of presence: behind a label of
    people, or full names behind any (`Namens de raad: Ann Lee, Bo Ek`)."""
    label = re.match(r"([^:]{2,40}):\s+(?=\S)", text)
    names = names_in(text[label.end() :]) if label else []
    if not label or not names or not all(map(looks_like_name, names)):
        return None
    full = sum(map(is_full_name, names)) * 2 > len(names) > 1 and bare(label[1]) not in _NOT_OF_PEOPLE
    words = {*re.findall(r"\w+", label[1].lower())}
    return (_NOT_THERE.isdisjoint(words), names) if full or not words.isdisjoint(_OF_PEOPLE) else None


def _is_role(text: str) -> bool:
    """Whether it is an office or a firm rather than a second name: `chair`, `W3C`, `Acme BV`."""
    words = text.split()
    firm = words[-1].strip(".").lower() in _FIRMS or (len(words) == 1 and text.isupper())
    return firm or text[:1].islower() or words[-1].lower() in ROLES or not looks_like_name(text)


def _is_firm(name: str, text: str) -> bool:
    """Whether one word behind a full name is where they are from: in a list each item is one person."""
    return is_full_name(name) and len(text.split()) == 1


_FIRMS = frozenset(
    "bv nv inc ltd llc gmbh foundation stichting vereniging university universiteit gemeente".split()
)


def names_in(text: str) -> list[str]:
    """The names in a list; between semicolons or tabs, `Lee, Ann` is one, and what follows a name is left."""
    text = _UNSAID.sub("", ASIDE.sub("", text).strip(" .;,"))
    text = text.replace(" @", ", @") if text.startswith("@") else text
    parts = [part for each in _COLUMNS.split(text) if (part := each.strip(" .,;:"))]
    if len(parts) == 2 and " " not in parts[1] and is_full_name(split_names(parts[0])[0]):
        parts = parts[:1]  # and where they are from
    pairs = [part.split(", ") for part in parts]
    paired = len(parts) > 1 and all(len(pair) == 2 for pair in pairs)
    found: list[str] = []
    for part in parts:
        last, _, first = part.partition(", ")
        if paired and (len(last.split()) == 1 or last.split()[0] in _PARTICLES):
            found.append(f"{first} {last}")
        else:
            found += split_names(last if paired else part)
    return [name for each in found if (name := _bare_name(each))]


def _bare_name(text: str) -> str:
    """A name without its mail address, role, ticks and number; empty for what is no name."""
    mailed = ADDRESS.sub("", text).strip(" <>()")
    name = _ROLE.split(_NUMBER.sub("", mailed or text, count=1).strip("*_ .,:;-–—✓✔✅☑"))[0].strip()
    handled = _OF_WORK.sub("", re.sub(r"\s+@[\w-]+$", "", name))
    words = handled.split()
    odd = (
        not words
        or handled.lower().lstrip("@!") in ("channel", "here", "everyone", "iedereen")
        or any(map(str.isdigit, words))
        or len(words) > MOST_WORDS
    )
    odd = odd or words[0] == "namens" or handled.lower() in NOTHING | _I or words[-1].lower() in ROLES
    lower = len(words) > 1 and handled == handled.lower() and words[0] not in _PARTICLES
    return (
        "" if odd or lower or len(handled) > _LONGEST_NAME or not any(map(str.isalpha, handled)) else handled
    )


def is_full_name(name: str) -> bool:
    words = name.split()
    return 2 <= len(words) <= 5 and words[0][0].isupper() and words[-1][0].isupper() and looks_like_name(name)
