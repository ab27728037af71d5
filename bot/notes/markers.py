"""The words by which a scribe marks an action or a decision, and the forms in which they stand."""

import re

from bot.notes.words import ACTION_MARKERS, DECISION_MARKERS

_WORD = "|".join(
    re.escape(word) for word in sorted(ACTION_MARKERS | DECISION_MARKERS, key=lambda word: (-len(word), word))
)
_NUMBER = r"(?:\s?[#-]?\d[\d.]{0,8})?"
MARKER = re.compile(
    rf"(?P<open>[\[(/#])?(?P<word>(?-i:AI)|{_WORD}){_NUMBER}(?P<close>[\])])?(?![\w-])(?P<after>\s*)", re.IGNORECASE
)
_ITEM = re.compile(rf"[\[(]?(?:(?-i:AI)|{_WORD}){_NUMBER}[\])]?\s*[:–—]\s*(?=\w|@|<)(?!\d+\W*$)", re.IGNORECASE)


def is_marked_item(text: str) -> bool:
    """Whether `text` is a marker with its item, and no heading of several: `Action: Ann to buy paint`."""
    return _ITEM.match(text) is not None
