"""The words by which a scribe marks an action or a decision, and the forms in which they stand."""

import re
from collections.abc import Iterator

from bot.notes.words import ACTION_MARKERS, DECISION_MARKERS, stems

_WORD = "|".join(
    re.escape(word) for word in sorted(ACTION_MARKERS | DECISION_MARKERS, key=lambda word: (-len(word), word))
)
_NUMBER = r"(?:\s?[#-]?\d[\d.]{0,8})?"
MARKER = re.compile(
    rf"(?P<open>[\[(/#])?(?P<word>(?-i:AI)|{_WORD}){_NUMBER}(?P<close>[\])])?(?![\w-])(?P<after>\s*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"[\[(]?(?:(?-i:AI)|{_WORD}){_NUMBER}[\])]?\s*[:–—]\s*(?=\w|@|<)(?!\d+\W*$)", re.IGNORECASE
)
_STEMS = ("ai", *stems(ACTION_MARKERS | DECISION_MARKERS))
_INNER = re.compile(
    rf"(?P<lead>\s*[(\[]|\s(?:[-=]+>|[→⇒➜➔➡])\s*|\s[–—-]\s+|[,;]\s+)(?=(?:(?-i:AI)|{_WORD}){_NUMBER}(?![\w-]))",
    re.IGNORECASE,
)
"""What stands before a marker in the middle of a line."""


def inner_markers(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each marker in the middle of `text` may begin: the end of the text before it, its own place, and
    whether an arrow or a bracket shows that it may be about what stands before it."""
    lower = text.lower()
    for found in _INNER.finditer(text) if any(map(lower.__contains__, _STEMS)) else ():
        lead = found["lead"].strip()
        yield found.start(), found.end() - (lead in "(["), lead not in ("-", "–", "—", ",", ";")


def closing(text: str, opening: int) -> int:
    """Where the bracket at `opening` closes; the end of `text` where it does not."""
    close = text.find(")" if text[opening] == "(" else "]", opening)
    return close if close >= 0 else len(text)


def is_marked_item(text: str) -> bool:
    """Whether `text` is a marker with its item, and no heading of several: `Action: Ann to buy paint`."""
    return _ITEM.match(text) is not None
