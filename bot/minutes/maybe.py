"""Lines of notes in which nothing was found and that may be an action all the same: a person decides."""

import re
from collections.abc import Collection

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
    found = [
        (line.number, line.text)
        for line in read(notes)
        if line.number not in taken and not line.heading and not line.done
        if SHORTEST <= len(line.text) <= LONGEST and MAYBE.search(line.text)
    ]
    return found[:MOST]
