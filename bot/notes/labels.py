"""What opens a line of notes and ends with a colon: who speaks or has work to do, or a field."""

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.notes.lines import Line, bare
from bot.notes.words import (
    ACTION_MARKERS,
    DECISION_MARKERS,
    HEADER_FIELDS,
    NAMES_TOO,
    NO_SPEAKERS,
    NOT_NAMES,
    SECTIONS,
    TOPIC_MARKERS,
)
from bot.text.words import VERBS_EN, VERBS_NL, VERBS_NL_FIRST, VERBS_NL_PRESENT

MOST = 20_000
"""Labels that are remembered."""
_SHORT = 80
"""Characters of a line among which its label stands: these are looked at in several rounds."""
_LABEL = re.compile(
    r"(?P<name>[^\W_][^:|<>\[\](){}!?;,\"“”]{0,39}?)(?: \([^():]{1,30}\))?[ \t]?:(?!//)(?=\s|$)"
    r"|\((?P<bracketed>[^\W_][^()|:]{0,39})\)[ \t]*[-–—:]"
    r"|(?P<dashed>[^\W\d_][\w.' ]{0,29}?) (?:[-=]>|[→–—-])(?= )"
)
_MARKERS = ACTION_MARKERS | DECISION_MARKERS
_LABELS_OF_OTHERS = (SECTIONS | HEADER_FIELDS | TOPIC_MARKERS | NOT_NAMES | NO_SPEAKERS) - NAMES_TOO


def label_of(text: str, any_label: bool = False) -> tuple[str, int] | None:
    """The label that opens `text` (`Ann: …`, `(Ann) - …`, `Ann - …`) and where the rest begins.

    With `any_label` also one that is no person's, such as `Topic:`.
    """
    return _label_of(text[:_SHORT], any_label)


@lru_cache(maxsize=MOST)
def _label_of(text: str, any_label: bool) -> tuple[str, int] | None:
    found = _LABEL.match(text)
    if not found:
        return None
    name = found["name"] or found["bracketed"] or found["dashed"]
    label = bare(name)
    other = label in _LABELS_OF_OTHERS or label.partition(" ")[0] in _MARKERS
    if len(name.split()) > 4 or (other and not any_label):
        return None
    return name.strip(), found.end()


def labels_of_work(lines: Sequence[Line]) -> list[str]:
    """The labels of two tasks or more: `Ann: call the printer`, `Bo: book the room` make them people."""
    labelled = [(line, label) for line in lines if not line.heading and (label := label_of(line.text))]
    names = [name for line, (name, end) in labelled if line.speaker is None and is_work(line.text[end:])]
    return names if len(names) > 1 else []


def is_work(text: str) -> bool:
    """Whether what stands behind a label orders something: `call the printer`, `zaal reserveren`."""
    words = [word.strip(".,;") for word in text.lower().split()[:40]]
    return bool(words) and (
        words[0] in VERBS_EN or words[-1] in VERBS_NL or words[0] in VERBS_NL_PRESENT | VERBS_NL_FIRST
    )
