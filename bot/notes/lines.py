"""Lines of notes and of pasted lists: what is prefix (a time, speaker, bullet, checkbox) and what is text."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from bot.text.words import VERBS_EN, VERBS_NL_FIRST

LONGEST = 20_000
"""Characters of one line that are read: a longer line is no line of notes."""

_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(([^()\s]{0,600})\)")
_EMPHASIS = re.compile(
    r"\*{2,3}|'{2,3}|(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_])|`|</?br ?/?>"
    r"|&(?:nb|en|em)sp;|<!--[^<>]{0,80}-->"
)
_MARKUP = frozenset("*_`<]&")
_NUMBER = r"(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-z]|[ivx]{2,5})"
_BULLET = re.compile(
    r"(?:[-*+;:•◦▪▫·●○◯■◆◇❖✦§–—→⇒➔➜➡➢➤►▶‣⁃∙👉\uf020-\uf0ff][\ufe0e\ufe0f]?\s+|[oØüvqn][\t\xa0]\s*|[-=]>\s*"
    r"|\*{2,3}\s+|:(?:point_right|arrow_right|arrow_forward|small_\w{1,12}_diamond):\s*){1,3}"
    rf"|(?:\(?(?:{_NUMBER}|[A-Z])\.?\)|{_NUMBER}\.|\d{{1,3}}(?:\.\d{{1,3}}){{1,3}}(?=\t| {{2}})"
    r"|[IVX]{1,5}\.(?= {2}))\s+"
    r"|\d{1,2} ?[–—-]\s+(?=[^\W\d_])|-(?=[A-Z\u00c0-\u00de][a-z])"
    r"|(?P<bold>\*{2}|__)?\d{1,3}(?:\.\d{1,3}){0,3}(?(bold)(?::(?P=bold)|(?P=bold):)| ?:)\s+(?=[^\d\s])"
)
"""Also as Word and Outlook copy them: `·`, `§`, or a letter of Wingdings such as `o`, and a tab."""
_CHECKBOX = re.compile(
    r"[-*+•]?\s*(?:\[([ xXvV✓✔-]?)\]|\(([ xXvV✓✔])\))\s+|([☐□◻⬜☑☒✅✓✔🗹])[\ufe0e\ufe0f]?\s*"
    r"|:((?:white_large|black_large)_square|(?:white|heavy)_check_mark|ballot_box_with_check):\s*"
)
_OPEN_BOXES = frozenset(["", " ", *"☐□◻⬜", "white_large_square", "black_large_square"])
_DONE = "done|closed|completed|gereed|klaar|afgerond|voltooid|vervallen|afgehandeld|uitgevoerd"
_TICK = "[✓✔✅☑][\ufe0e\ufe0f]?|:(?:white|heavy)_check_mark:"
_DONE_FIRST = re.compile(
    rf"(?:\[(?:{_DONE})\]|(?:{_DONE})\s?:|(?-i:{_DONE.upper()})(?=[\s–—-]))[\s:–—-]*(?=\w)", re.IGNORECASE
)
_DONE_LAST = re.compile(
    rf"\s*(?:[(\[](?:{_DONE}|{_TICK})[)\]]|(?:\s-|[–—→]|->|:|\s\s|(?<=[.;])\s)\s*(?:{_DONE})|{_TICK}"
    rf"|\s(?-i:{_DONE.upper()}))[\s.!]*$",
    re.IGNORECASE,
)
"""At the head and at the end of a line: it is done."""
_ENCLOSED = re.compile("[\u24b6-\u24e9\U0001f130-\U0001f149]+")
"""Letters in rings or squares: `ⓓⓞⓝⓔ`."""
_SAY_DONE = (*_DONE.split("|"), *"✓✔✅☑", "_check_mark")
_RULE = re.compile(r"[\s=_*–—-]*$")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_WIKI_HEADING = re.compile(r"(={2,6}) *(\S.*?) *={2,6}\s*$")
NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[a-z][.)])[ \t]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;][\"')\]_*]{0,2}\s+")
_QUOTES = tuple("\"“‘«„'")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|cie|bijv|bv|nr|ca|dr|mr|st|vs|etc|incl|evt|resp"
    r"|rev|hon|cllrs?|mw|dhr|mevr|drs|ir|ing|prof|ds|zr|br|capt|supt|lt|col|pres|secr|treas|weth|mrs|ms|jr|(?:[a-z]\.){1,3}(?:[a-z]|th|chr?|ph|joh))$",
    re.I,
)
_DOTTED = re.compile(r"\.[A-Z]$")
"""`the Y.M.C.A. will …`: before a small letter these end nothing."""


@dataclass(frozen=True)
class Line:
    number: int
    raw: str
    text: str
    """Without prefix and emphasis."""
    speaker: str | None = None
    nick: str | None = None
    """Who typed the line in a chat log; a scribe types what others say."""
    heading: int = 0
    """Depth of a heading; 0 for a line that is none."""
    bullet: bool = False
    indented: bool = False
    done: bool = False
    """A ticked or struck-out line."""
    checkbox: bool = False
    corrects: bool = False
    """It changed, or took back, a line above."""
    more: tuple[int, ...] = ()
    """Numbers of the lines below that are one with it."""


def clean(text: str) -> str:
    """`text` without markup, with the words of its links."""
    if _MARKUP.isdisjoint(text) and "''" not in text:
        return " ".join(text.split())
    return " ".join(_EMPHASIS.sub(_space_for_break, _LINK.sub(r"\1", text)).split())


def _space_for_break(markup: re.Match[str]) -> str:
    return " " if markup.group()[0] in "&<" and "--" not in markup.group() else ""


_LONGEST_LABEL = 80


def bare(label: str) -> str:
    """`label` as the tables of words hold it; empty for what is longer than any of theirs."""
    return _bare(label) if len(label) <= _LONGEST_LABEL else ""


@lru_cache(maxsize=4096)
def _bare(label: str) -> str:
    return NUMBERING.sub("", clean(label).strip(), count=1).strip(" :.-–—#").lower()


_TYPED_DASH = re.compile(r"(?<=\S )---?(?= \S)")


def read_line(number: int, raw: str, start: int = 0) -> Line:
    """The line `raw`, of which what stands before `start` is read already; its text is as it is written."""
    rest = raw[start:LONGEST].strip().lstrip("> \t")
    rest = _TYPED_DASH.sub("–", rest) if " --" in rest else rest
    struck, of = "~~" in rest[:6], partial(Line, number, raw, indented=raw.startswith(("    ", "\t")))
    plain = rest[:1].isalpha()  # which no sign of these is
    if not plain and _RULE.match(rest):
        return of("", done=struck)
    if not plain and (heading := _HEADING.match(rest) or _WIKI_HEADING.match(rest)):
        return of(heading[2].strip("#= "), heading=len(heading[1]), done=struck)
    if rest.startswith("**") and rest.endswith("**") and 4 < len(rest) < 80 and rest.count("**") == 2:
        text = rest.strip("*")
        return of(text, heading=0 if text.endswith((".", ":")) else 7, done=struck)
    bullet = None if not plain and _CHECKBOX.match(rest) else _BULLET.match(rest)
    rest = rest[bullet.end() :] if bullet else rest
    numbered = _BULLET.match(rest) if bullet else None
    rest = rest[numbered.end() :] if numbered and numbered["bold"] else rest
    box = None if plain and not bullet else _CHECKBOX.match(rest)
    rest = rest[box.end() :] if box else rest
    ticked = box is not None and next(filter(None, box.groups()), "") not in _OPEN_BOXES
    text, told = _without_done(rest)
    listed, done = bullet is not None or box is not None, struck or ticked or told
    return of(text, bullet=listed, checkbox=box is not None, done=done)


def _without_done(text: str) -> tuple[str, bool]:
    """`text` without what says that it is done, and whether that stands there."""
    if first := _DONE_FIRST.match(text):
        return text[first.end() :], True
    if not text.isascii():
        text = _ENCLOSED.sub(lambda letters: unicodedata.normalize("NFKC", letters[0]), text)
    tail = text[-40:].lower()
    last = _DONE_LAST.search(text, max(0, len(text) - 40)) if any(map(tail.count, _SAY_DONE)) else None
    return (text[: last.start()], True) if last and text[: last.start()].strip() else (text, False)


def goes_on(above: Line, line: Line) -> bool:
    """Whether an indented line is part of the bullet above, and no line of its own."""
    deeper = above.bullet and not line.bullet and indent(line.raw) > indent(above.raw)
    if not deeper or _OWNER_FIRST.match(line.text):
        return False
    first = line.text.split(maxsplit=1)[0].strip(".,:;").lower()
    begins = line.text[0].isupper() or first in VERBS_EN or first in VERBS_NL_FIRST
    return len(above.text) >= _FULL or not begins


_OWNER_FIRST = re.compile(r"@\w|<[@!]\w|[A-Z\u00c0-\u00de][\w.'’ -]{0,30}(?::|\s[–—-])\s")
_FULL = 60
"""Characters from which a line is likely to be broken off."""


def indent(raw: str) -> int:
    raw = raw.expandtabs(4) if raw[:1].isspace() else ""
    return len(raw) - len(raw.lstrip())


@lru_cache(maxsize=4096)
def sentences(text: str) -> Sequence[str]:
    """`text` cut at the ends of its sentences; an abbreviation ends none."""
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        before = text[max(0, end.start() - 8) : end.start()]
        dotted = text[end.end() : end.end() + 1].islower() and _DOTTED.search(before)
        office = text[end.end() + 1 : end.end() + 2] == "." and before.endswith(
            ("oud", "diak")
        )  # `oud. J. Vos`
        if text[end.start()] == "." and (dotted or office or _ABBREVIATED.search(before)):
            continue
        parts.append(text[start : end.end()].strip())
        start = end.end()
    parts.append(text[start:].strip())
    return tuple(part for part in parts if part)


def is_statement(sentence: str, longest: int) -> bool:
    """Whether `sentence` says something: no question, no quotation, not longer than `longest`."""
    return len(sentence) <= longest and not sentence.rstrip().endswith("?") and sentence[:1] not in _QUOTES


def tidy(text: str) -> str:
    """`text` without the separators and the full stop that are left at its ends."""
    return text.strip().strip("–—|→;,").strip().removesuffix(".").strip()
