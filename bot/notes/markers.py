"""The words by which a scribe marks an action or a decision, and the forms in which they stand."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.notes.lines import Line, clean, read_line
from bot.notes.words import ACTION_MARKERS, DECISION_MARKERS, PLAIN_MARKERS, stems

_WORDS = ACTION_MARKERS | DECISION_MARKERS
_WORD = "|".join(re.escape(word) for word in sorted(_WORDS, key=lambda word: (-len(word), word)))
_NUMBER = r"(?:\s?[#-]?\d[\d.]{0,8})?"
MARKER = re.compile(
    rf"(?P<open>[\[(/#!])?(?P<word>(?-i:AI)|{_WORD}){_NUMBER}(?P<close>[\])])?(?![\w-])(?P<after>\s*)",
    re.IGNORECASE,
)
_ITEM = re.compile(
    rf"[\[(]?(?:(?-i:AI)|{_WORD}){_NUMBER}[\])]?\s*[:–—]\s*(?=\w|@|<)(?!\d+\W*$)", re.IGNORECASE
)
_STEMS = ("ai", *stems(_WORDS))
_INNER = re.compile(
    rf"(?P<lead>\s*[(\[]|\s(?:[-=]+>|[→⇒➜➔➡])\s*|\s[–—-]\s+|[,;]\s+)(?=(?:(?-i:AI)|{_WORD}){_NUMBER}(?![\w-]))"
    rf"|\s(?=(?-i:AI|{'|'.join(sorted(map(str.upper, PLAIN_MARKERS)))})"
    r"(?:: | (?-i:[A-Z])[\w /,&]{1,40}\.?$))"
    rf"|:\s(?=(?:{'|'.join(sorted(PLAIN_MARKERS))}) (?-i:[A-Z])[\w /,&]{{1,40}}\.?$)",
    re.IGNORECASE,
)
"""What stands before a marker in the middle of a line."""


def inner_markers(text: str) -> Iterator[tuple[int, int, bool]]:
    """Where each marker in the middle of `text` may begin: the end of the text before it, its own place, and
    whether an arrow or a bracket shows that it may be about what stands before it."""
    lower = text.lower()
    for found in _INNER.finditer(text) if any(map(lower.__contains__, _STEMS)) else ():
        lead = (found["lead"] or "-").strip()
        yield found.start(), found.end() - (lead in "(["), lead not in ("-", "–", "—", ",", ";")


def closing(text: str, opening: int) -> int:
    """Where the bracket at `opening` closes; the end of `text` where it does not."""
    close = text.find(")" if text[opening] == "(" else "]", opening)
    return close if close >= 0 else len(text)


def is_marked_item(text: str) -> bool:
    """Whether `text` is a marker with its item, and no heading of several: `Action: Ann to buy paint`."""
    return _ITEM.match(text) is not None


def without_signs(number: int, raw: str, start: int = 0) -> Line:
    """The line `raw` without the bullet, the box or the emoji at its head; a tick before a marker is no more
    than a sign."""
    line = read_line(number, raw, start)
    text = _respelt(_EMOJI.sub("", clean(line.text), count=1))
    text = _EMOJI_LAST.sub("", text) if line.heading else text
    if "**" in raw and (bold := _BOLD.match(raw)) and text.startswith(bold[1]):
        text = f"{bold[1]}: {text[len(bold[1]) :].lstrip()}"
    if is_marked_item(text):
        ticked = _TICK.search(raw[: raw.find(text[:3])])
        return replace(line, text=text, heading=0, done=line.done and not ticked)
    return line if text == line.text else replace(line, text=text)


_BOLD = re.compile(rf"\s*(?:[-*+]\s+|\d+[.)]\s+)?\*\*({_WORD})\*\*\s+(?=[A-Z])", re.IGNORECASE)
"""`**Decision** The gate is green`: the letters do what a colon does."""
_TICK = re.compile("✅|:white_check_mark:")

_EMOJI = re.compile(
    "^(?:(?:[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff][\ufe0f\u200d\U0001f3fb-\U0001f3ff]*|:[a-z_]{2,30}:)[\\s|–-]*)+"
)
"""At the head of a line, where it is a sign and no word."""
_EMOJI_LAST = re.compile("(?:\\s+(?:[\U0001f000-\U0001faff\u2600-\u27bf][\ufe0f\u200d]*|:[a-z_]{2,30}:))+$")


_SLIPPED = re.compile(
    r"(?P<word>[^\W\d_]{5,12})(?:(?P<sign>\s?[:;–—]|\s-(?=\s))|-(?=\s)(?!\s(?:en|of|and|or|&)\s))\s*(?=\S)"
)
"""What may be a marker with a slip, and its sign; a hyphen may be one, but for `actie- en besluitenlijst`."""
_FORGIVEN = tuple(
    "action actie actiepunt decision besluit besloten beslissing question onderwerp risico present absent"
    " aanwezig afwezig conclusion conclusie afspraak toezegging resolution".split()
)
"""Long enough to be known with one letter wrong."""
_NO_SLIPS = frozenset("auction active actief presents prevent derision revolution".split())
"""Words of their own, though near a marker."""


def _respelt(text: str) -> str:
    """`text` with the marker at its head spelt right, where one letter of it is wrong, and with a colon."""
    found = _SLIPPED.match(text)
    word = _meant(found["word"].lower()) if found else None
    if not found or not word or (found["sign"] and word == found["word"].lower()):
        return text
    return f"{word}: {text[found.end() :]}"


@lru_cache(maxsize=4096)
def _meant(word: str) -> str | None:
    if word in _WORDS:
        return word
    if word in _NO_SLIPS:
        return None
    near = (each for each in _FORGIVEN if each[0] == word[0] and OSA.distance(each, word, score_cutoff=1) < 2)
    return next(near, None)
