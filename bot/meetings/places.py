"""The place of a meeting in a typed line: "Sprint review at Room 2", or a link; and what has no place."""

import re
from typing import NamedTuple

from bot.text.words import STOP_EN, STOP_NL

LINK = re.compile(r"https?://[^\s<>|]+")
ROOM = (
    r"(?:meeting ?room|board ?room|room|office|floor|hall|building|canteen|"
    r"vergader(?:zaal|ruimte|kamer)|zaal|kamer|ruimte|lokaal|kantoor|verdieping|gebouw|kantine)"
)
NUMBER = r"(?:\d[\w.-]*|[A-Z]|[A-Z][\w.-]*\d[\w.-]*)"
"""Of a room: 2, 4.12, B, B12"""
AT = r"(?:at|in|@)"
NEAR = r"(?:on|op|bij)"
"""Before a person's name as often as before a place."""
THE = r"(?:(?:the|our|de|het|ons|onze)\s+)?"
PROPER = r"[^\W\d_a-z][\w'’.-]*"
"""A word with a capital."""
NAMED = rf"{PROPER}(?:\s+(?:{PROPER}|\d[\w.]*))*(?:\s+(?i:{ROOM}))?"
KNOWN = (
    rf"(?i:{ROOM})\s+(?:{NUMBER}|{NAMED})|(?:\d+(?:st|nd|rd|th|e|de)\s+)?(?i:{ROOM})"
    r"|(?i:zoom|teams|skype|webex|google meet)"
)
PLACE = re.compile(
    rf"(?:^|(?<=\s))(?:(?:{AT}|{NEAR})\s+{THE}(?P<known>{KNOWN})|{AT}\s+{THE}(?P<named>{NAMED})"
    rf"|(?P<bare>(?i:{ROOM})\s+{NUMBER}))$"
)
"""At the end: a room behind "at" or such a word, or alone with its number; or a name behind "at"."""
NO_PLACE = re.compile(
    r"(?:[QHKW]\d+|\d{4}|January|February|March|April|May|June|July|August|September|October|November"
    r"|December)\b"
)
"""Times by name: "plans in Q1"."""


_BOOKED = re.compile(
    r"\b(?:(?:meeting|board) ?room|room|hall|vergader(?:zaal|ruimte|kamer)|zaal|kamer|ruimte|lokaal)\b.* \S"
    r"|\S .*\b(?:room|hall|zaal|kamer|ruimte|lokaal)\b"
)
"""A room with its number or name, and no whole office."""


class Placed(NamedTuple):
    title: str
    place: str = ""
    left: str = ""
    """Words behind the moment that are neither."""


def without_link(text: str) -> tuple[str, str]:
    """A line, and the link in it, of a call; only one, and empty without any."""
    found = LINK.search(text)
    if found is None:
        return text, ""
    before = re.sub(rf"(?:^|\s)(?:{AT}|{NEAR}|via)\s*$", " ", text[: found.start()])
    return " ".join(f"{before} {text[found.end() :]}".split()), found[0]


def placed(text: str, title: str) -> Placed:
    """`text` as it was typed, without people; `title`: what is left of it without its moment, which holds
    what stands before that and behind. What is in doubt stays in the title."""
    head = _shared(text.split(), title.split())
    before, behind = " ".join(title.split()[:head]), " ".join(title.split()[head:])
    if not before:
        before, behind = behind, ""
    name, place = parted(before)
    name, place = (name, place) if name else (before, "")
    rest, there = parted(behind)
    return Placed(name, ", ".join(filter(None, (place, there))), rest)


def _shared(words: list[str], others: list[str]) -> int:
    """How many they begin with alike."""
    pairs = zip(words, others, strict=False)
    return next((at for at, (one, other) in enumerate(pairs) if one != other), min(len(words), len(others)))


def parted(text: str) -> tuple[str, str]:
    """What stands before the place at its end, and that; empty without one."""
    found = PLACE.search(text)
    before = text[: found.start()].rstrip(" ,;:-–") if found else ""
    if found is None or NO_PLACE.match(found["named"] or ""):
        return text, ""
    if found["bare"] and (before.split() or [""])[-1].lower() in STOP_EN | STOP_NL:
        return text, ""
    return before, found["known"] or found["named"] or found["bare"]


def room_of(place: str) -> str:
    """The one room that it names, in whatever way it is written; empty for a link, an office or a call."""
    plain = " ".join(place.casefold().split())
    return plain if _BOOKED.search(plain) and not LINK.search(plain) else ""
