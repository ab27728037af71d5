"""Confidential topics of notes: lines that only their readers see, and out of which nothing is made.

One begins at a line `CONFIDENTIAL: @ann @bo` and goes on up to the next topic. Where that is in doubt it goes
on: what is hidden by mistake can be told later.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from bot.core.language import Both, Language
from bot.core.values import Value

HIDDEN = Both("[1 confidential topic]", "[1 vertrouwelijk onderwerp]")
"""What all others read in its place."""
_BEGINS = re.compile(r"[\s#*_>•.()\d-]*(?:confidential|vertrouwelijk)[\s*_]*:(.*)", re.IGNORECASE)
_ENDS = re.compile(
    r"\s*#{1,6}\s|[\s*_>•.()\d-]*(?:topic|agenda item|onderwerp|agendapunt|public|openbaar)[\s*_]*:",
    re.IGNORECASE,
)
_HEADING = re.compile(r"\s*#{1,6}\s")
_NUMBERED = re.compile(r"\s{0,3}[*_]*(\d{1,2})[.)]\s")
_BETWEEN = re.compile(r",|;|&|\band\b|\ben\b", re.IGNORECASE)


class ConfidentialTopic(Value):
    first: int
    last: int
    """Lines of the notes, counted from 1, both of them included."""
    readers: list[str]
    """User ids."""
    unknown: list[str] = []
    """Names of readers whom we don't know, as written: they don't get it."""


def topics_of(notes: str, user_named: Callable[[str], str | None]) -> list[ConfidentialTopic]:
    """In the order of the notes."""
    found, numbered = list[ConfidentialTopic](), 0
    lines = notes.split("\n")
    for at, line in enumerate(lines, start=1):
        begins, number = _BEGINS.match(line), _NUMBERED.match(line)
        inside = bool(found) and found[-1].last == len(lines)
        ends = _ENDS.match(line) or (number and numbered and int(number[1]) == numbered + 1)
        if inside and (begins or ends):
            found[-1].last = at - 1
            inside = False
        if number and not inside:
            numbered = int(number[1])
        if begins:
            names = [*_names(begins[1])]
            users = {name: user_named(name) for name in names}
            readers = [user for user in dict.fromkeys(users.values()) if user]
            unknown = [name for name, user in users.items() if not user]
            found.append(ConfidentialTopic(first=at, last=len(lines), readers=readers, unknown=unknown))
    return found


def last_line(lines: Sequence[str], first: int, others: Iterable[int]) -> int:
    """Of the topic from line `first` on: up to the next of `others`, or a heading not below its own."""
    end = min((line for line in others if line > first), default=len(lines) + 1)
    depth = _depth(lines[first - 1])
    beside = (at for at in range(first + 1, end) if 0 < _depth(lines[at - 1]) <= depth)
    end = next(beside, end)
    while end - 1 > first and not lines[end - 2].strip():
        end -= 1
    return end - 1


def _depth(line: str) -> int:
    """Of a heading; 0 for any other line."""
    return len(line.split(maxsplit=1)[0]) if _HEADING.match(line) else 0


def without(notes: str, topics: Sequence[ConfidentialTopic], language: Language | None = None) -> str:
    """The notes without these topics; with a language it says so, else empty lines keep the numbers."""
    lines = notes.split("\n")
    for topic in reversed(topics):
        gone = topic.last - topic.first + 1
        lines[topic.first - 1 : topic.last] = [HIDDEN.in_language(language)] if language else [""] * gone
    return "\n".join(lines)


def _names(words: str) -> Iterator[str]:
    """`@ann @bo`, or `Ann, Bo and Cleo`."""
    for part in re.findall(r"@[^\s,;@]+", words) or _BETWEEN.split(words):
        if name := part.strip(" \t*_.@"):
            yield name
