"""A line of notes as parts: each a marker with its item, or a sentence without one."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from bot.minutes.extraction.sections import item_number
from bot.notes.dues import date_phrase
from bot.notes.lines import Line, sentences
from bot.notes.markers import closing, inner_markers
from bot.notes.people import are_names
from bot.notes.tasks import Marked, marked
from bot.text.words import VERBS_EN

ROOM_FOR_TASK, ROOM_FOR_DECISION = 200, 600
"""Characters up to which more sentences belong to an item."""


@dataclass
class Part:
    """Sentences of one line that belong together: those of a marker, or one without."""

    mark: Marked | None
    sentences: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.sentences)

    def has_room(self, sentence: str) -> bool:
        room = ROOM_FOR_DECISION if self.mark and self.mark.decision else ROOM_FOR_TASK
        return self.mark is not None and len(self.text) + len(sentence) < room

    def names_only_an_owner(self, known: frozenset[str]) -> bool:
        if self.mark is None or self.mark.decision:
            return False
        return not self.text or are_names(self.text.rstrip("."), known)


def cut(text: str, known: frozenset[str], room: int) -> list[Part]:
    """`text` as parts; a marker opens one at the head of any sentence.

    A text without a marker is one part where it is shorter than `room`.
    """
    parts: list[Part] = []
    for sentence in _with_inner_markers_apart(text, known):
        last = parts[-1] if parts else None
        if mark := marked(sentence, known):
            parts.append(Part(mark, [mark.rest] if mark.rest else []))
        elif last and _goes_on(last, sentence, known, len(text) < room):
            last.sentences.append(sentence)
        else:
            parts.append(Part(None, [sentence]))
    return [each for part in parts for each in (_numbered(part) if part.mark else (part,))]


def _numbered(part: Part) -> list[Part]:
    """The items of a marker whose text numbers them: `Actie Jan: 1) zaal boeken, 2) drukker bellen`."""
    text = part.text
    ends = [*_NUMBER.finditer(text)] if text[:1] in ("1", "a", "(") else []
    numbers = "".join(end[1] for end in ends)
    if len(ends) < 2 or ends[0].start() or not _IN_ORDER.startswith(numbers, _IN_ORDER.index(numbers[0])):
        return [part]
    stops = [*(end.start() for end in ends[1:]), len(text)]
    return [Part(part.mark, [text[end.end() : to]]) for end, to in zip(ends, stops, strict=True)]


_NUMBER = re.compile(r"(?:^|[\s,;]+)\(?([1-9]|[a-h])[).] +(?=\w)")
_IN_ORDER = "123456789abcdefgh"


def in_numbers(line: Line) -> list[Line]:
    """`line` as the items that it numbers itself, each behind the label of all: `Actions: 1. … 2. …`."""
    found = [*_NUMBERED.finditer(line.text)] if _TWO.search(line.text) else []
    numbers = [int(number[1]) for number in found]
    if not found or numbers != [*range(numbers[0], numbers[0] + len(found))]:
        return [line]
    head, own = line.text[: found[0].start()].strip(), item_number(line)
    if own and numbers[0] == own + 1:
        label, items = "", [head]
    elif len(found) > 1 and numbers[0] == 1 and (not head or head.endswith(":")):
        label, items = head, []
    else:
        return [line]
    ends = [*(number.start() for number in found[1:]), len(line.text)]
    items += [line.text[number.end() : end].strip() for number, end in zip(found, ends, strict=True)]
    return [replace(line, text=f"{label} {item}".strip(), bullet=line.bullet or not label) for item in items]


_NUMBERED = re.compile(r"(?:^|(?<=[\s;,]))\(?(\d{1,2})[.)] +(?=[^\W\d]\S* )")
_TWO = re.compile(r"[\s;,]\(?\d{1,2}[.)] [^\W\d]")


def _goes_on(part: Part, sentence: str, known: frozenset[str], aside: bool) -> bool:
    if part.mark and part.has_room(sentence) and not part.names_only_an_owner(known):
        opens = _OPENS.match(sentence)
        return part.mark.decision or not opens or opens[1].lower() not in known  # what somebody else says
    return (aside and not part.mark) or _tells_when(sentence)


def _with_inner_markers_apart(text: str, known: frozenset[str]) -> Iterator[str]:
    """Each sentence, cut at the markers in its middle: `The hall is full (action: Ann)`."""
    for at, sentence in enumerate(sentences(text)):
        if (
            at
            and (ring := _RING.match(sentence))
            and ring[1].lower() not in VERBS_EN
            and marked(ring[0].strip(), known)
        ):
            yield ring[0].strip()  # `The hall is cold. (Action: Ann) It is damp too.`
            sentence = sentence[ring.end() :]
        begin = 0
        for end, place, about_before in inner_markers(sentence):
            bracket = sentence[place] in "(["
            close = closing(sentence, place) if bracket else len(sentence)
            mark = marked(sentence[place + bracket : close], known) if 0 < end >= begin else None
            alone = about_before and mark and not (bracket and mark.decision)  # "(besluit)" on an agenda
            if mark and (mark.rest or mark.owner or alone):
                yield sentence[begin:end]
                begin = place + bracket
                if bracket:
                    yield sentence[begin:close]
                    begin = close + 1
        if not begin or sentence[begin:].strip(" .;,"):
            yield sentence[begin:].strip()


_RING = re.compile(r"[(\[][^()\[\]]{3,60}[)\]]\.?\s+(?=([A-Z]\w*))")
_OPENS = re.compile(r"([A-Z][\w'’-]*) (?=[a-z])")
_WHEN = re.compile(r"(?:due|deadline|by|when|uiterlijk|wanneer|streefdatum|gereed)\b", re.IGNORECASE)


def _tells_when(sentence: str) -> bool:
    """Whether a sentence is nothing but the date of what stands before it: `Deadline: 3 December.`"""
    return _WHEN.match(sentence) is not None and date_phrase(sentence) is not None
