"""The components of an iCalendar feed (RFC 5545), line by line: what is bad in it costs its line, no more.

Lines are read by our own rules: libraries give up a calendar for one bad line, or keep the zones of one
person's file for the next one's.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.core.errors import Rejected

KEPT = """BEGIN END UID SEQUENCE DTSTART DTEND DURATION RRULE EXRULE RDATE EXDATE RECURRENCE-ID STATUS TRANSP
    X-MICROSOFT-CDO-BUSYSTATUS FREEBUSY TZID TZOFFSETFROM TZOFFSETTO""".split()
"""What says when; a title is never kept."""
BOM = b"\xef\xbb\xbf"
LARGEST = 8 * 1024 * 1024
"""Bytes; ten years of a busy life are half of it."""

_LINES = re.compile(
    rb"(?:^|(?<=\r))(?:%s)(?=[;:\r\n])[^\r\n]*(?:(?:\r\n|\r|\n)[ \t][^\r\n]*)*" % "|".join(KEPT).encode(),
    re.MULTILINE | re.IGNORECASE,
)
"""Those that are kept, with the lines that they are folded into."""
_FOLD = re.compile(rb"(?:\r\n|\r|\n)[ \t]")
_LINE = re.compile(r'([\w-]+)((?:;[\w-]+=(?:"[^"]*"|[^";:,]*)(?:,(?:"[^"]*"|[^";:,]*))*)*):(.*)', re.DOTALL)
_PARAMETER = re.compile(r';([\w-]+)=((?:"[^"]*"|[^";,]*)(?:,(?:"[^"]*"|[^";,]*))*)')
_ESCAPED = re.compile(r"\\(.)")
_NO_PARAMETERS: dict[str, str] = {}


class UnreadableCalendar(Rejected):
    """It is no calendar. Its text says what it is: empty, not a calendar, too large."""


@dataclass(frozen=True, slots=True)
class Property:
    value: str
    parameters: dict[str, str]
    """By name in capitals; without quotation marks."""


@dataclass(slots=True)
class Component:
    """`properties` and `parts` in the order of the file, names in capitals."""

    name: str
    properties: dict[str, list[Property]] = field(default_factory=dict)
    parts: list["Component"] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return self.properties.get(name, [])

    def first(self, name: str) -> Property | None:
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """Empty when there is none; escaped characters as they are read."""
        found = self.first(name)
        return _ESCAPED.sub(r"\1", found.value).strip() if found else ""


class Feed:
    """Read twice: zones may stand behind the events that use them. Raises UnreadableCalendar."""

    def __init__(self, data: bytes) -> None:
        if len(data) > LARGEST:
            raise UnreadableCalendar("too large")
        self._data = data.removeprefix(BOM)
        if not self._data.strip():
            raise UnreadableCalendar("empty")
        self.truncated = False
        """It was cut off; known once it was read to its end."""
        self.zones = [each for each in self.components() if each.name == "VTIMEZONE"]

    def components(self) -> Iterator[Component]:
        """Those of a calendar that are complete."""
        open_ones: list[Component] = []
        found = False
        for name, value, parameters in _lines(self._data):
            if name == "BEGIN":
                open_ones.append(Component(value.strip().upper()))
                found = found or open_ones[-1].name == "VCALENDAR"
            elif name == "END":
                yield from _ended(value.strip().upper(), open_ones)
            elif len(open_ones) > 1:
                open_ones[-1].properties.setdefault(name, []).append(Property(value, parameters))
        if not found:
            raise UnreadableCalendar("not a calendar")
        self.truncated = bool(open_ones)


def _ended(name: str, open_ones: list[Component]) -> Iterator[Component]:
    """What stands open within it ends with it; an end of nothing is passed over."""
    while any(each.name == name for each in open_ones):
        ended = open_ones.pop()
        if len(open_ones) > 1:
            open_ones[-1].parts.append(ended)
        elif open_ones:
            yield ended
        if ended.name == name:
            return


def _lines(data: bytes) -> Iterator[tuple[str, str, dict[str, str]]]:
    for raw in _LINES.finditer(data):
        if found := _LINE.fullmatch(_decoded(raw[0])):
            name, parameters, value = found.groups()
            yield name.upper(), value, _parameters(parameters) if parameters else _NO_PARAMETERS


def _parameters(text: str) -> dict[str, str]:
    return {
        name.upper(): _ESCAPED.sub(r"\1", value.replace('"', "")) for name, value in _PARAMETER.findall(text)
    }


def _decoded(line: bytes) -> str:
    unfolded = _FOLD.sub(b"", line)
    try:
        return unfolded.decode()
    except UnicodeDecodeError:
        return unfolded.decode("cp1252", "replace")
