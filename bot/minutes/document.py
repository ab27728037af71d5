"""Minutes as a document: what a file or a canvas of them holds, whatever its format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from bot.core.language import Language


class Format(StrEnum):
    docx = "docx"
    pdf = "pdf"
    md = "md"


class LineKind(StrEnum):
    heading = "heading"
    bullet = "bullet"
    text = "text"


class Action(NamedTuple):
    owner: str
    text: str
    due: str
    number: str


class Words(NamedTuple):
    """Headings and labels."""

    kind: str
    date: str
    present: str
    absent: str
    author: str
    status: str
    decided: str
    to_do: str
    who: str
    what: str
    due: str
    number: str
    corrections: str
    notes: str


@dataclass(frozen=True)
class Document:
    language: Language
    words: Words
    title: str
    facts: Sequence[tuple[str, str]]
    """Labels and what stands behind them."""
    decisions: Sequence[str]
    actions: Sequence[Action]
    corrections: Sequence[str]
    notes: Sequence[tuple[LineKind, str]]


_HEADING = re.compile(r"\s*#{1,6}\s+(.+)")
_BULLET = re.compile(r"\s*[-*•●▪]\s+(.+)")


def note_lines(notes: str) -> list[tuple[LineKind, str]]:
    """Each line that says something, with what it is."""
    found = []
    for line in filter(str.strip, notes.split("\n")):
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        kind = LineKind.heading if heading else LineKind.bullet if bullet else LineKind.text
        match = heading or bullet
        found.append((kind, (match[1] if match else line).strip()))
    return found
