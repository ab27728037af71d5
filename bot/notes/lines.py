"""Lines of notes and of pasted lists: what is prefix (a time, speaker, bullet, checkbox) and what is text."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.notes.words import (
    ABSENT,
    ACTION_HEADINGS,
    ACTION_MARKERS,
    DECISION_HEADINGS,
    DECISION_MARKERS,
    HEADER_FIELDS,
    NO_SPEAKERS,
    NOT_NAMES,
    PRESENT,
    TOPIC_MARKERS,
    VERBS_EN,
    VERBS_NL,
    VERBS_NL_PRESENT,
)

MOST = 20_000
"""Lines that are read: a day of chat has fewer."""
LONGEST = 20_000
"""Characters of one line that are read: a longer line is no line of notes."""

_SHORT = 80
"""Characters of a line among which its label stands: these are looked at in several rounds."""

_LINK = re.compile(r"!?\[([^\[\]]{1,300})\]\(([^()\s]{0,600})\)")
_EMPHASIS = re.compile(
    r"\*{2,3}|(?<![^\W_])[*_]{1,3}(?=\S)|(?<=\S)[*_]{1,3}(?![^\W_])|`|<br ?/?>|<!--[^<>]{0,80}-->"
)
_MARKUP = frozenset("*_`<]")
_TIME = re.compile(
    r"\s*>?\s*[\[(]?\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?: ?[ap]m)?[\])]?[ \t]+(?:-[ \t]+)?", re.IGNORECASE
)
_NICK = re.compile(r"\s*<([@+]?[\w|\\^\[\]{}`.-]{1,40})>[ \t]*")
_BULLET = re.compile(
    r"(?:[-*+•◦▪·●○■§–—→⇒]\s+|o\t\s*|[-=]>\s*){1,3}|(?:\(?(?:\d{1,3}|[a-z])\)|(?:\d{1,3}|[a-z])\.)\s+"
)
"""Also as Word copies them: `·`, `§`, `o` and a tab."""
_CHECKBOX = re.compile(r"[-*+•]?\s*\[([ xXvV✓])\]\s+|([☐☑✅])\s*")
_RULE = re.compile(r"[\s=_*–—-]*$")
_HEADING = re.compile(r"(#{1,6})[ \t]+(\S.*)")
_NUMBERING = re.compile(r"(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[a-z][.)])[ \t]+", re.IGNORECASE)
_LABEL = re.compile(
    r"(?P<name>[^\W_][^:|<>\[\](){}!?;,\"“”]{0,39}?)[ \t]?:(?!//)(?=\s|$)"
    r"|\((?P<bracketed>[^\W_][^()|:]{0,39})\)[ \t]*[-–—:]"
    r"|(?P<dashed>[^\W\d_][\w.' ]{0,29}?) [-–—](?= )"
)
_CONTINUED = re.compile(r"(?:…|\.\.\.?)[ \t]*")
_SENTENCE_END = re.compile(r"[.!?;][\"')\]_*]{0,2}\s+")
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
    return _NUMBERING.sub("", clean(label).strip(), count=1).strip(" :.-–—#").lower()


def read(notes: str) -> list[Line]:
    """The lines of `notes` with speakers told apart from other labels."""
    raws = notes.replace("\r\n", "\n").split("\n")[:MOST]
    lines = [_read_note(number, raw) for number, raw in enumerate(raws, start=1)]
    lines = list(_with_plain_headings(_with_blocks_joined(lines)))
    return _corrected(_with_speakers(lines, _speaking_labels(lines)))


_CORRECTION = re.compile(r"s/([^/]{1,200})/([^/]{0,200})(?:/g?)?$")
_CORRECTION_REACHES = 40
"""A scribe corrects what was typed a moment ago."""


def _corrected(lines: Iterable[Line]) -> list[Line]:
    """`lines` with each `s/wrong/right/` carried out on the nearest earlier line that has the wrong words."""
    result: list[Line] = []
    for line in lines:
        correction = _CORRECTION.match(line.text)
        if not correction:
            result.append(line)
            continue
        wrong, right = correction.groups()
        for at in range(len(result) - 1, max(-1, len(result) - 1 - _CORRECTION_REACHES), -1):
            if wrong in result[at].text:
                result[at] = replace(result[at], text=result[at].text.replace(wrong, right, 1))
                break
        result.append(replace(line, text=""))
    return result


_UNDERLINE = re.compile(r"\s*(?:={3,}|-{3,})\s*$")
_NUMBERED = re.compile(r"\s*\d{1,2}[.)]\s")
_LONGEST_HEADING = 60


def _with_plain_headings(lines: Sequence[Line]) -> Iterator[Line]:
    """`lines` with the headings that no `#` shows: underlined, numbered above text, short above bullets."""
    for before, line, after in zip([None, *lines], lines, [*lines[1:], None], strict=False):
        short = len(line.text) <= _LONGEST_HEADING and not line.text.endswith((".", "?", "!", ",", ";", ":"))
        if not (line.text and short and after) or line.heading or line.speaker or line.checkbox:
            yield line
        elif _UNDERLINE.match(after.raw) and not line.bullet:
            yield replace(line, heading=1 if "=" in after.raw else 2)
        elif _NUMBERED.match(line.raw):
            lonely = not (before and _NUMBERED.match(before.raw)) and not _NUMBERED.match(after.raw)
            alone = lonely and bool(after.text) and _is_title(line.text)
            yield replace(line, heading=8, bullet=False) if alone else line
        elif not line.bullet and after.bullet and not (before and before.text) and line.text[0].isupper():
            yield replace(line, heading=8) if _is_title(line.text) and len(line.text.split()) <= 4 else line
        else:
            yield line


def _is_title(text: str) -> bool:
    """Whether a short line names a subject rather than work: no verb at its ends, no owner, no date field."""
    words = text.lower().split()
    work = words[0] in VERBS_EN or words[-1] in VERBS_NL or " to " in text or " – " in text or " - " in text
    return not work and len(words) <= 7 and not any(sign in text for sign in "@:|()<")


def _with_blocks_joined(lines: Iterable[Line]) -> list[Line]:
    """`lines` with those of an indented block as its first one, as they say one thing."""
    result: list[Line] = []
    head: int | None = None
    for line in lines:
        part = line.indented and line.text and not line.heading and not line.checkbox
        if head is not None and part and len(result[head].text) + len(line.text) < _LONGEST_BLOCK:
            result[head] = replace(result[head], text=f"{result[head].text} {line.text}")
            result.append(replace(line, text=""))
        else:
            head = len(result) if part and not line.bullet else None
            result.append(line)
    return result


_LONGEST_BLOCK = 600


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


def _read_note(number: int, raw: str) -> Line:
    """A line of notes, where a chat log has a time and a nick before it, without its markup."""
    timed = _TIME.match(raw)
    start = timed.end() if timed else 0
    if nick := _NICK.match(raw[:LONGEST], start):
        name = nick[1].lstrip("@+")
        return Line(number, raw, clean(raw[nick.end() : LONGEST]), speaker=name, nick=name)
    line = read_line(number, raw, start)
    return replace(line, text=clean(line.text))


_MARKERS = ACTION_MARKERS | DECISION_MARKERS
_LABELS_OF_OTHERS = (
    PRESENT
    | ABSENT
    | HEADER_FIELDS
    | ACTION_HEADINGS
    | DECISION_HEADINGS
    | TOPIC_MARKERS
    | NOT_NAMES
    | NO_SPEAKERS
)


def label_of(text: str, any_label: bool = False) -> tuple[str, int] | None:
    """The label that opens `text` (`Ann: …`, `(Ann) - …`, `Ann - …`) and where the rest begins.

    With `any_label` also one that is no person's, such as `Topic:`.
    """
    return _label_of(text[:_SHORT], any_label)


@lru_cache(maxsize=MOST)
def _label_of(text: str, any_label: bool) -> tuple[str, int] | None:
    found = _LABEL.match(text)
    if not found:
        return None
    name = found["name"] or found["bracketed"] or found["dashed"]
    label = bare(name)
    other = label in _LABELS_OF_OTHERS or label.partition(" ")[0] in _MARKERS
    if len(name.split()) > 4 or (other and not any_label):
        return None
    return name.strip(), found.end()


def _speaking_labels(lines: Sequence[Line]) -> frozenset[str]:
    """Labels of people speaking: they come back, and much of the notes stands behind them.

    `Note:` once is nobody, and in a list of points `Ann: call the printer` is a task rather than speech.
    """
    written = [line for line in lines if line.text and not line.heading]
    labelled = [(line, label) for line in written if (label := label_of(line.text))]
    seen = Counter(name.lower() for _, (name, _) in labelled)
    back = {name for name, times in seen.items() if times > 1}
    spoken = sum(seen[name] for name in back) + sum(bool(_CONTINUED.match(line.text)) for line in written)
    if not back or sum(_is_work(line.text[end:]) for line, (_, end) in labelled) > len(labelled) / 2:
        return frozenset()
    if len(labelled) >= _ALL_SPEAK * len(written):
        return frozenset(seen)
    return frozenset(back) if spoken >= _SPOKEN * len(written) else frozenset()


def labels_of_work(lines: Sequence[Line]) -> list[str]:
    """The labels of two tasks or more: `Ann: call the printer`, `Bo: book the room` make them people."""
    labelled = [(line, label) for line in lines if not line.heading and (label := label_of(line.text))]
    names = [name for line, (name, end) in labelled if line.speaker is None and _is_work(line.text[end:])]
    return names if len(names) > 1 else []


def _is_work(text: str) -> bool:
    """Whether what stands behind a label orders something: `call the printer`, `zaal reserveren`."""
    words = [word.strip(".,;") for word in text.lower().split()[:40]]
    return bool(words) and (words[0] in VERBS_EN or words[-1] in VERBS_NL or words[0] in VERBS_NL_PRESENT)


_ALL_SPEAK = 0.7
"""From this share of lines with a label also those who speak once are speaking."""
_SPOKEN = 0.3
"""Notes are a conversation from this share of lines with a speaker."""


def is_conversation(lines: Sequence[Line]) -> bool:
    written = [line for line in lines if line.text and not line.heading]
    return bool(written) and sum(line.speaker is not None for line in written) >= _SPOKEN * len(written)


def _with_speakers(lines: Iterable[Line], speaking: frozenset[str]) -> Iterable[Line]:
    last: str | None = None
    for line in lines:
        label = None if line.heading else label_of(line.text)
        if label and label[0].lower() in speaking:
            last = label[0]
            yield replace(line, speaker=last, text=line.text[label[1] :].strip())
        elif last and (more := _CONTINUED.match(line.text)):
            yield replace(line, speaker=last, text=line.text[more.end() :])
        else:
            last = None if line.heading else last
            yield line


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


def tidy(text: str) -> str:
    """`text` without the separators and the full stop that are left at its ends."""
    return text.strip().strip("–—|→;,").strip().removesuffix(".").strip()
