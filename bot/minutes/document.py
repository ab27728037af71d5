"""Minutes as a document: what a file of them holds, whatever its format."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bot.core.language import Language


class Format(StrEnum):
    docx = "docx"
    pdf = "pdf"
    md = "md"


class LineKind(StrEnum):
    heading = "heading"
    bullet = "bullet"
    text = "text"


Line = tuple[LineKind, str]


@dataclass(frozen=True)
class Section:
    heading: str
    lines: Sequence[Line] = ()
    table: Sequence[Sequence[str]] = ()
    """Rows of as many cells each, the first of them heads."""


@dataclass(frozen=True)
class Document:
    language: Language
    title: str
    facts: Sequence[tuple[str, str]]
    """Labels and what stands behind them."""
    sections: Sequence[Section]


_HEADING = re.compile(r"\s*#{1,6}\s+(.+)")
_BULLET = re.compile(r"\s*[-*•●▪]\s+(.+)")


def bullets(texts: Sequence[str]) -> list[Line]:
    return [(LineKind.bullet, each) for each in texts]


def note_lines(notes: str) -> list[Line]:
    """Each line that says something, with what it is."""
    found = []
    for line in filter(str.strip, notes.split("\n")):
        heading, bullet = _HEADING.match(line), _BULLET.match(line)
        kind = LineKind.heading if heading else LineKind.bullet if bullet else LineKind.text
        match = heading or bullet
        found.append((kind, (match[1] if match else line).strip()))
    return found
