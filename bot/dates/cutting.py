"""Cuts a date out of a line, with the thanks and the small words that go with it."""

import re

from bot.core.language import Language
from bot.dates.tokens import tidy

FURTHEST = 160
"""Characters from the end among which thanks and links stand."""
WORD = re.compile(r"[^\W\d_][\w'’-]*")
POLITE = re.compile(
    r"(?:[\s,.;!–—-]+(?:please|plz|pls|thanks(?: a lot| so much| very much| in advance| all)?|many thanks"
    r"|thank you(?: so much| very much)?|thx|ty|cheers|asap"
    r"|(?:alvast |hartelijk |heel erg )?bedankt"
    r"|(?:alvast |veel |hartelijk )?dank(?: je(?: wel)?| u(?: wel)?| jullie(?: wel)?)?|dankjewel"
    r"|dankuwel|graag|aub|a\.u\.b|svp|s\.v\.p|alsjeblieft|alstublieft|bvd|b\.v\.d"
    r"|als het kan|if you can|or so|of zo))+[\s.,!]*$",
    re.IGNORECASE,
)
"""Behind a date these go with it."""
LINKS = re.compile(r"(?:[\s(,;]+(?:https?://|www\.)\S+)+\s*$", re.IGNORECASE)
LOOSE = re.compile(r"(?<!\S)(?:nog|liefst|graag|please|preferably|ideally|is|are)$", re.IGNORECASE)
"""In front of a date these go with it."""
DANGLING = {
    Language.en: frozenset(
        "by before until till from of to for due since per the a and or with on at nog uiterlijk "
        "sinds".split()
    ),
    Language.nl: frozenset(
        "van tot nog sinds uiterlijk vóór tegen per de een en met naar vanaf by before until from since "
        "due".split()
    ),
}
"""No text ends in these, of a line in one language with a date in the other neither."""


def cut(text: str, start: int, end: int) -> str:
    """`text` without its date, and without the thanks and the signs that went with that."""
    head, tail = _trimmed(text[:start]), text[end:]
    tail = "" if POLITE.fullmatch(tail) else POLITE.sub("", tail).lstrip(" \t,;:.)]!?–—")
    return f"{head} {tail}".strip()


def _trimmed(head: str) -> str:
    return LOOSE.sub("", head.rstrip(" \t,;:-–—([")).rstrip(" \t,;:-–—([")


def dangles(head: str, language: Language) -> bool:
    """Whether a text would end in a word that wants something behind it: "minutes of"."""
    said = tidy(_trimmed(head)).split()
    return bool(said) and said[-1] in DANGLING[language]


def line_end(text: str) -> int:
    """Where the line ends, but for a link and thanks behind it."""
    end = len(text)
    for _ in range(2):
        for behind in (POLITE, LINKS):
            found = behind.search(text, max(0, end - FURTHEST), end)
            end = found.start() if found and found.start() else end
    return end
