"""What stands around the items in a mail: how it greets and closes, and the signature."""

import re
from collections.abc import Sequence

from bot.notes.lines import Line

_NAMES = (
    r"(?: (?:[Aa]ll|[Tt]eam|[Ee]veryone|[Bb]oth|[Aa]llen|[Aa]llemaal|[Ii]edereen|[A-Z][\w'’.-]*)){0,3}[ ,.!]*"
)
_GREETS = re.compile(
    r"(?i:hi|hello|hey|dear|good (?:morning|afternoon|evening)|hoi|hallo|beste|goede(?:morgen|middag|navond))"
    rf"{_NAMES}"
)
_CLOSES = re.compile(
    r"(?i:(?:(?:kind|best|warm|with kind|with best) )?(?:regards|wishes)|cheers|(?:many )?thanks"
    r"(?: in advance)?|thank you|(?:met )?(?:(?:vriendelijke|hartelijke) )?groet(?:en|jes)?|mvg"
    rf"|(?:alvast )?(?:bedankt|dank)){_NAMES}"
)
_FENCE = re.compile(r"(?:```|~~~)\w*|-- ?")
_SIGNATURE = 4
"""Lines below the closing at most: who wrote it, and what they are."""


def around_mail(items: Sequence[Line]) -> set[int]:
    """Numbers of the lines that are no items."""
    found = {
        item.number
        for item in items
        if not item.bullet and any(way.fullmatch(item.text) for way in (_GREETS, _CLOSES, _FENCE))
    }
    closing = next((at for at, item in enumerate(items) if at and _CLOSES.fullmatch(item.text)), len(items))
    below = items[closing + 1 :]
    if len(below) <= _SIGNATURE and not any(item.bullet for item in below):
        found |= {item.number for item in below}
    return found
