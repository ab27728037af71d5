"""The topics of a meeting: headings, `TOPIC:` lines, numbered lines with text below, or its agenda."""

import re
from collections.abc import Sequence

from bot.minutes.extraction.header import names_meeting
from bot.minutes.extraction.sections import kind_of_section
from bot.notes.lines import NUMBERING, Line, bare
from bot.notes.noted import topic_of
from bot.notes.speakers import label_of
from bot.notes.words import (
    AGENDA_HEADINGS,
    HEADER_FIELDS,
    OFFICES,
    PARK_MARKERS,
    PLAIN_HEADINGS,
    QUESTION_MARKERS,
    SECTIONS,
)

_NO_TOPICS = PLAIN_HEADINGS | OFFICES | HEADER_FIELDS | SECTIONS | PARK_MARKERS | QUESTION_MARKERS
_NUMBERED = re.compile(r"\s{0,3}[*_]*(\d{1,2})[.)][*_]*\s+\S")
_MOST_WORDS = 8
"""Of a numbered line that heads what stands below it."""


def topics(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """(line, title) of each topic: marked ones and the highest headings that are several, else numbered
    lines, else the agenda."""
    first = next((line for line in lines if line.text), None)
    depths = [line.heading for line in lines]
    head = first if first and (names_meeting(first.text) or depths.count(first.heading) == 1) else None
    headings = [line for line in lines if line.heading and line is not head and _is_topic(line.text)]
    depths = [line.heading for line in headings]
    depth = next((depth for depth in sorted(set(depths)) if depths.count(depth) > 1), min(depths, default=0))
    found = [(line.number, _title(line.text)) for line in headings if line.heading == depth]
    found += [(line.number, title) for line in lines if not line.heading and (title := topic_of(line.text))]
    numbered = _numbered(lines)
    of_them = {number for number, _title in numbered}.issuperset(number for number, _title in found)
    return (numbered if of_them else sorted(found)) or _agenda(lines)


def _title(text: str) -> str:
    return NUMBERING.sub("", text, count=1).rstrip(":").strip()


def _is_topic(text: str) -> bool:
    """Whether a heading names no part of minutes, such as `Present`, nor a field, such as `Date: 3 May`."""
    label = label_of(text, any_label=True)
    key = bare(label[0]).split("/")[0] if label else ""
    field = key in _NO_TOPICS or any(word in _NO_TOPICS for word in key.split())
    section = kind_of_section(bare(text), heading=True)
    return not section and bare(text) not in _NO_TOPICS and not field


def _numbered(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Short lines whose numbers rise, with text below most of them: a numbered list has none in between."""
    rising: list[Line] = []
    last = 0
    for line in lines:
        number = _NUMBERED.match(line.raw)
        if number and int(number[1]) > last and len(line.text.split()) <= _MOST_WORDS:
            rising.append(line)
            last = int(number[1])
    heads = {line.number for line in rising}
    apart = sum(line.number + 1 not in heads for line in rising)
    if len(rising) < 2 or apart * 2 <= len(rising):
        return []
    return [(line.number, _title(line.text)) for line in rising if _is_topic(line.text)]


def _agenda(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """The items of the agenda: those of its line (`Agenda: money, planning`) or of the list below it."""
    found: list[tuple[int, str]] = []
    listing = False
    for line in lines:
        label = label_of(line.text, any_label=True)
        if bare(line.text) in AGENDA_HEADINGS:
            listing = True
        elif label and bare(label[0]) in AGENDA_HEADINGS and "://" not in line.text:
            items = line.text[label[1] :].split(",")
            found += [(line.number, item.strip()) for item in items if item.strip()]
        elif listing and line.bullet:
            found.append((line.number, _title(line.text)))
        elif listing and line.text:
            listing = False
    return found
