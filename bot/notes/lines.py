"""Lines of notes and of pasted lists: what is prefix (a time, speaker, bullet, checkbox) and what is text."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

LONGEST = 20_000
"""Characters of one line that are read: a longer line is no line of notes."""

_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(([^()\s]{0,600})\)")
_EMPHASIS = re.compile(
    r"\*{2,3}|(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_])|`|<br ?/?>|<!--[^<>]{0,80}-->"
)
_MARKUP = frozenset("*_`<]")
_BULLET = re.compile(
    r"(?:[-*+•◦▪·●○■§–—→⇒]\s+|o\t\s*|[-=]>\s*){1,3}|(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.)\s+"
)
"""Also as Word copies them: `·`, `§`, `o` and a tab."""
_CHECKBOX = re.compile(r"[-*+•]?\s*\[([ xXvV✓])\]\s+|([☐☑✅])\s*")
_RULE = re.compile(r"[\s=_*–—-]*$")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[a-z][.)])[ \t]+", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?;][\"')\]_*]{0,2}\s+")
_QUOTES = tuple("\"“‘«„'")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Za-z]|cie|bijv|bv|nr|ca|dr|mr|st|vs|etc|incl|evt|resp|[a-z]\.[a-z])$", re.I
)


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


def clean(text: str) -> str:
    """`text` without markup, with the words of its links."""
    if _MARKUP.isdisjoint(text):
        return " ".join(text.split())
    return " ".join(_EMPHASIS.sub(_space_for_break, _LINK.sub(r"\1", text)).split())


def _space_for_break(markup: re.Match[str]) -> str:
    return " " if markup.group().startswith("<br") else ""


def bare(label: str) -> str:
    """`label` as the tables of words hold it."""
    return NUMBERING.sub("", clean(label).strip(), count=1).strip(" :.-–—#").lower()


def read_line(number: int, raw: str, start: int = 0) -> Line:
    """The line `raw`, of which what stands before `start` is read already; its text is as it is written."""
    rest = raw[start:LONGEST].strip().lstrip("> \t")
    done = "~~" in rest[:6]
    line = Line(number, raw, "", indented=raw.startswith(("    ", "\t")), done=done)
    if _RULE.match(rest):
        return line
    if heading := _HEADING.match(rest):
        return replace(line, text=heading[2].strip("# "), heading=len(heading[1]))
    if rest.startswith("**") and rest.endswith("**") and 4 < len(rest) < 80 and rest.count("**") == 2:
        text = rest.strip("*")
        return replace(line, text=text, heading=0 if text.endswith((".", ":")) else 7)
    bullet = _BULLET.match(rest)
    rest = rest[bullet.end() :] if bullet else rest
    if box := _CHECKBOX.match(rest):
        ticked = (box[1] or box[2]) not in " ☐"
        return replace(line, text=rest[box.end() :], bullet=True, checkbox=True, done=done or ticked)
    return replace(line, text=rest, bullet=bullet is not None)


def sentences(text: str) -> Sequence[str]:
    """`text` cut at the ends of its sentences; an abbreviation ends none."""
    parts, start = [], 0
    for end in _SENTENCE_END.finditer(text):
        if text[end.start()] == "." and _ABBREVIATED.search(text[max(0, end.start() - 8) : end.start()]):
            continue
        parts.append(text[start : end.end()].strip())
        start = end.end()
    parts.append(text[start:].strip())
    return [part for part in parts if part]


def is_statement(sentence: str, longest: int) -> bool:
    """Whether `sentence` says something: no question, no quotation, not longer than `longest`."""
    return len(sentence) <= longest and not sentence.rstrip().endswith("?") and sentence[:1] not in _QUOTES


def tidy(text: str) -> str:
    """`text` without the separators and the full stop that are left at its ends."""
    return text.strip().strip("–—|→;,").strip().removesuffix(".").strip()
