"""Who led the meeting and who took its minutes, where a field of the notes names one person."""

from collections.abc import Sequence
from itertools import islice

from bot.notes.lines import Line, bare
from bot.notes.people import looks_like_name, split_names
from bot.notes.speakers import label_of

CHAIR = frozenset("chair chairman chairwoman chairperson voorzitter gespreksleider".split())
MINUTE_TAKER = frozenset("minute-taker minutetaker note-taker notetaker scribe notulist notuliste".split())
_OPENING = 40
"""Lines that say something, among which such a field stands."""


def holder(lines: Sequence[Line], office: frozenset[str]) -> str:
    """Empty where nobody is named, or several are."""
    for line in islice((line for line in lines if line.text), _OPENING):
        label = label_of(line.text, any_label=True)
        if label and bare(label[0]) in office:
            names = split_names(line.text[label[1] :])
            return names[0] if len(names) == 1 and looks_like_name(names[0]) else ""
    return ""
