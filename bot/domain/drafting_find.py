"""Where actions, decisions and topics stand in notes: at markers, under headings, in tables, in sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bot.domain.drafting_decisions import decided
from bot.domain.drafting_lines import Line, bare, is_conversation, label_of, sentences
from bot.domain.drafting_people import are_names
from bot.domain.drafting_tables import Table, cells_of
from bot.domain.drafting_tasks import Marked, marked, order, promise, task
from bot.domain.drafting_words import (
    ABSENT,
    ACTION_HEADINGS,
    AGENDA_HEADINGS,
    DECISION_HEADINGS,
    DONE,
    NOTHING,
    OFFICES,
    PLAIN_HEADINGS,
    PRESENT,
    REVIEWED,
    TOPIC_MARKERS,
)


@dataclass(frozen=True)
class Found:
    decision: bool
    text: str
    owner: str | None
    due: str | None
    line: Line


@dataclass
class _Section:
    """What the lines under a heading are."""

    kind: str
    """"action", "decision", or "other" whose lines are no items."""
    by_heading: bool
    owner: str | None = None
    items: int = 0
    bulleted: bool = False


def find(lines: Sequence[Line], known: frozenset[str]) -> list[Found]:
    """Every item in `lines`, each once, in the order of the notes."""
    finder = _Finder(known, is_conversation(lines))
    found = [item for line in corrected(lines) for item in finder.read(line) if item.text]
    once: dict[tuple[bool, str, str | None], Found] = {}
    for item in found:
        once.setdefault((item.decision, _key(item.text), item.owner), item)
    return list(once.values())


_CORRECTION = re.compile(r"s/([^/]{1,200})/([^/]{0,200})(?:/g?)?$")
_CORRECTION_REACHES = 40
"""A scribe corrects what was typed a moment ago."""


def corrected(lines: Sequence[Line]) -> list[Line]:
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
    return result


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


_VOTE = re.compile(r"\+1\b")
_PROPOSAL = re.compile(r"(?:pre-?)?(?:proposal|proposed|voorstel|poll|straw ?poll)\s*:\s*", re.IGNORECASE)
_SIGNATURE = re.compile(r"\s*\([^()]{1,60}\)$")
_VOTES_THAT_CARRY = 3
_ROOM_FOR_TASK = 200
_ROOM_FOR_DECISION = 600


class _Finder:
    """Reads lines in their order; remembers the section, the table and the votes that they stand in."""

    def __init__(self, known: frozenset[str], conversation: bool) -> None:
        self.known = known
        self.conversation = conversation
        self.section: _Section | None = None
        self.table: Table | None = None
        self.votes = 0
        self.voted_on: dict[str, int] = {}
        self.blank = False

    def read(self, line: Line) -> Iterator[Found]:
        if not line.text:
            self.blank = True
            return
        yield from self._items(line)
        self.blank = False

    def _items(self, line: Line) -> Iterator[Found]:
        if self._opens_section(line):
            self.table = None
        elif (cells := cells_of(line)) is not None:
            yield from self._row(line, cells)
        elif line.done or (line.speaker and _VOTE.match(line.text)):
            self.votes += bool(_VOTE.match(line.text))
        elif first := marked(line.text, self.known):
            yield from self._marked(line, first)
        elif self._in_section(line):
            yield from self._section_item(line)
        elif not self._is_closed(line):
            yield from self._carried(line)
            yield from self._sentences(line)

    def _opens_section(self, line: Line) -> bool:
        label = bare(line.text)
        if not line.heading and (line.bullet or line.speaker or len(line.text) > 60):
            return False
        if label in ACTION_HEADINGS or label in DECISION_HEADINGS:
            kind = "action" if label in ACTION_HEADINGS else "decision"
        elif label in PRESENT | ABSENT | AGENDA_HEADINGS:
            kind = "other"
        elif line.heading:
            kind = "other" if REVIEWED & set(label.split()) and ACTION_HEADINGS & set(label.split()) else ""
            self.section = _Section(kind, True) if kind else None
            return True
        else:
            return False
        self.section = _Section(kind, bool(line.heading))
        return True

    def _in_section(self, line: Line) -> bool:
        """Whether `line` is an item of the section; ends the section where the list ends."""
        section = self.section
        if section is None or section.kind == "other":
            return False
        ended = (
            self.blank and section.items and (section.bulleted or not section.by_heading) and not line.bullet
        )
        if ended or (line.speaker and self.conversation) or (section.bulleted and not line.bullet):
            if ended:
                self.section = None
            return False
        return True

    def _is_closed(self, line: Line) -> bool:
        """Whether `line` is part of a list of names or an agenda, where nothing is promised."""
        if self.section is None or self.section.kind != "other":
            return False
        if not self.section.by_heading and self.blank and self.section.items:
            self.section = None
            return False
        self.section.items += 1
        return self.section.by_heading is False or line.bullet

    def _section_item(self, line: Line) -> Iterator[Found]:
        section = self.section
        if section is None or bare(line.text) in NOTHING:
            return
        if line.text.endswith(":") and are_names(line.text.rstrip(":"), self.known):
            section.owner = line.text.rstrip(":")
            return
        section.items += 1
        section.bulleted = section.bulleted or line.bullet
        if section.kind == "decision":
            yield Found(True, line.text, None, None, line)
        elif bare(line.text.rsplit(maxsplit=1)[-1]) not in DONE:
            yield self._task(line, line.text, section.owner)

    def _task(self, line: Line, text: str, owner: str | None = None) -> Found:
        done = task(text, self.known, owner)
        return Found(False, done.text, done.owner, done.due, line)

    def _row(self, line: Line, cells: Sequence[str]) -> Iterator[Found]:
        if self.table is None:
            self.table = Table.of_header(cells)
        elif row := self.table.row(cells):
            text, owner, due = row
            yield Found(False, text, owner, due, line)

    def _marked(self, line: Line, first: Marked) -> Iterator[Found]:
        if not first.rest or (not first.decision and not first.rest.strip(" .:")):
            self.section = _Section("decision" if first.decision else "action", False, first.owner)
            return
        yield from self._marked_part(line, first, "", sentences(first.rest))

    def _marked_part(self, line: Line, mark: Marked, before: str, parts: Sequence[str]) -> Iterator[Found]:
        """The item of a marker; one that names only an owner is about the sentence `before` it."""
        room = _ROOM_FOR_DECISION if mark.decision else _ROOM_FOR_TASK
        text, used = "", 0
        for part in parts:
            if used and (len(text) + len(part) > room or marked(part, self.known)):
                break
            text, used = f"{text} {part}".strip(), used + 1
            if used == 1 and not mark.decision and are_names(part, self.known):
                break
        if mark.decision:
            yield Found(True, text.strip(), None, None, line)
        elif used == 1 and not mark.owner and are_names(text.rstrip("."), self.known):
            if before:
                yield Found(False, before.rstrip("."), text.rstrip("."), None, line)
        else:
            yield self._task(line, text, mark.owner)
        yield from self._rest(line, parts[used:], parts[used - 1])

    def _rest(self, line: Line, parts: Sequence[str], before: str) -> Iterator[Found]:
        """The sentences of `line` from the first of `parts`; a marker may open any of them."""
        for at, part in enumerate(parts):
            if mark := marked(part, self.known):
                rest = [mark.rest, *parts[at + 1 :]] if mark.rest else list(parts[at + 1 :])
                if mark.owner and not mark.rest.strip(" ."):
                    yield Found(False, before.rstrip("."), mark.owner, None, line)
                    yield from self._rest(line, parts[at + 1 :], part)
                elif rest:
                    yield from self._marked_part(line, mark, before, rest)
                return
            yield from self._unmarked(line, part)
            before = part

    def _sentences(self, line: Line) -> Iterator[Found]:
        if line.checkbox:
            yield self._task(line, line.text)
            return
        yield from self._rest(line, sentences(line.text), "")

    def _unmarked(self, line: Line, sentence: str) -> Iterator[Found]:
        speech = self.conversation and line.speaker is not None
        if text := decided(sentence):
            yield Found(True, text, None, None, line)
            return
        found = promise(sentence, self.known, line.speaker if speech else None)
        if found is None and not speech:
            found = order(sentence, self.known, aside=self.conversation)
        if found and (not speech or found.due):
            yield Found(False, found.text, found.owner, found.due, line)

    def _carried(self, line: Line) -> Iterator[Found]:
        """A statement that comes back word for word after votes for it was carried."""
        text = _SIGNATURE.sub("", _PROPOSAL.sub("", line.text, count=1))
        if not self.conversation or len(text) < 25 or len(text.split()) < 4:
            return
        key = _key(text)
        since = self.voted_on.get(key)
        if since is not None and self.votes - since >= _VOTES_THAT_CARRY and not _PROPOSAL.match(line.text):
            yield Found(True, text, None, None, line)
        self.voted_on[key] = self.votes


def topics_of(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """(line, title) of what was discussed: headings and `TOPIC:` lines, without the furniture of minutes."""
    furniture = (
        PLAIN_HEADINGS | PRESENT | ABSENT | OFFICES | AGENDA_HEADINGS | ACTION_HEADINGS | DECISION_HEADINGS
    )
    first = next((line.number for line in lines if line.text), 0)
    found: list[tuple[int, str]] = []
    for line in lines:
        title = _topic_title(line)
        if title and bare(title) not in furniture and not (line.heading and line.number == first):
            found.append((line.number, _NUMBERING.sub("", title).rstrip(":").strip()))
    return found


_NUMBERING = re.compile(r"^(?:\d{1,3}(?:\.\d{1,3}){0,3}[.):]?|[a-z][.)])\s+", re.IGNORECASE)


def _topic_title(line: Line) -> str | None:
    if line.heading:
        return line.text
    label = label_of(line.text, any_label=True)
    if label and bare(label[0]) in TOPIC_MARKERS and "://" not in line.text:
        return line.text[label[1] :].strip() or None
    return None
