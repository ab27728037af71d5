"""Lines of notes in which nothing was found and that may be an action all the same: a person decides."""

import re
from collections.abc import Collection
from functools import lru_cache

from bot.notes.note_lines import read

MAYBE = re.compile(
    r"\b(?:should|must|needs?(?: to)?|ha(?:s|ve) to|ought to|to-?do|follow[- ]?up|somebody|someone|anyone"
    r"|moet(?:en)?|zou(?:den)?|dient|nog even|iemand|actie)\b",
    re.IGNORECASE,
)
"""A duty, or somebody wanted for it."""
SHORTEST, LONGEST, MOST = 10, 300, 20
"""Characters of such a line; how many are told."""


def maybe_actions(notes: str, taken: Collection[int]) -> list[tuple[int, str]]:
    """Number and text of each, in their order; `taken`: numbers of the lines in which something was found."""
    return [found for found in _duties(notes) if found[0] not in taken][:MOST]


@lru_cache(maxsize=16)
def _duties(notes: str) -> list[tuple[int, str]]:
    """Of all lines: each page of a concept asks for them anew."""
    return [
        (line.number, line.text)
        for line in read(notes)
        if not line.heading and not line.done
        if SHORTEST <= len(line.text) <= LONGEST and MAYBE.search(line.text)
    ]
