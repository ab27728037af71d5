"""Finds actions and decisions in notes: at markers, under headings, in tables, in sentences."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.minutes.extraction import sections
from bot.minutes.extraction.decisions import confirmed, decided
from bot.minutes.extraction.motions import carried_motions, is_of_motion, says_only_result
from bot.minutes.extraction.parts import ROOM_FOR_DECISION, ROOM_FOR_TASK, Part, cut, in_numbers
from bot.minutes.extraction.promises import is_known, owner_behind_verb, promise
from bot.minutes.extraction.proposals import Proposal, action, decision, each_once
from bot.minutes.extraction.rows import items_of_row
from bot.minutes.extraction.said import DASH, Said, remarks_below
from bot.minutes.extraction.sections import Section
from bot.minutes.model import ProposalKind
from bot.notes.columns import Columns
from bot.notes.lines import Line, bare, clean, indent, sentences, tidy
from bot.notes.people import are_names, split_names
from bot.notes.speakers import is_work, label_of
from bot.notes.tables import cells_of
from bot.notes.tasks import marked, task, unmarked
from bot.notes.words import DONE, FIRST_AND_LAST, NOTHING, PARTS_OF_LIST, SECTIONS, TOLD_OF_ITEM

_NUMBER = re.compile(r"[A-Z]{1,3}[-.]?\d{1,4}(?:[.:)]|\b)(?: [–—-])? +(?=[^\W\d])")
"""Of an item in a running list: `A-12 Ann: …`, `D3. …`"""
_LABEL_LENGTH, _MOST_NEW = 60, 200
"""With more owners whom the lines above do not name nothing is read again for their sake."""


def find(lines: Sequence[Line], known: frozenset[str]) -> list[Proposal]:
    """Every item in `lines`, each once, in the order of the notes. An owner who comes up in them is known in
    all lines that name them."""
    finder = _Finder(lines, known)
    found = finder.read(lines)
    named = {name.lower() for item in found for name in split_names(item.owner or "")}
    new = frozenset(name for name in named - known if name[0] not in "@<")  # a mention is a name anyhow
    if 0 < len(new) <= _MOST_NEW:
        found = finder.read_again(lines, new)
    return each_once(sections.but_routine(found, lines, known))


class _Place(NamedTuple):
    """Where a line stands, which tells with the line itself what it means."""

    section: Section | None = None
    columns: Columns | None = None
    after_blank: bool = False
    last: Line | None = None


class _Finder:
    """Reads lines in their order; remembers the section, the table and the votes that they stand in."""

    def __init__(self, lines: Sequence[Line], known: frozenset[str]) -> None:
        self.known = known
        self.said = Said(lines, known)
        self.conversation, self.ballot = self.said.conversation, self.said.ballot
        self.carried = defaultdict[int, list[str]](list)
        for number, motion in carried_motions(lines):
            self.carried[number].append(motion)
        self.carried |= {line.number: [text] for line in lines if (text := self.ballot.carried(line))}
        self.heads = {line.number for line, after in pairwise(lines) if sections.heads_a_list(line, after)}
        self.owners = {line.number: below for line, below in sections.owners_below(lines, known)}
        self.skipped = {line.number for line, after in pairwise(lines) if sections.names_columns(line, after)}
        self.skipped |= {below.number for below in self.owners.values()}
        self.remarks, self.number_above = {*remarks_below(lines, known)}, sections.numbers_above(lines)
        self.done: dict[int, tuple[_Place, list[Proposal], _Place]] = {}

    def read(self, lines: Sequence[Line], again: re.Pattern[str] | None = None) -> list[Proposal]:
        """The items of `lines`; those read already only where they match `again`, or stand elsewhere now."""
        place, found = _Place(), list[Proposal]()
        for line in lines:
            before, items, after = self.done.get(line.number, (None, [], place))
            if before != place or (again and again.search(line.text.lower())):
                self.section, self.columns, self.after_blank, self.last = before = place
                parts = in_numbers(line) if line.text and line.number not in self.skipped else ()
                items = [item for part in parts for item in self._items(part)]
                after = _Place(self.section, self.columns, not line.text, line if line.text else self.last)
                self.done[line.number] = (before, items, after)
            found += items
            place = after
        return found

    def read_again(self, lines: Sequence[Line], new: frozenset[str]) -> list[Proposal]:
        """With `new` names known."""
        self.known = self.said.known = self.known | new
        return self.read(lines, re.compile("|".join(map(re.escape, new))))

    def _items(self, line: Line) -> Iterator[Proposal]:
        if carried := self.carried.get(line.number):
            yield from (decision(text, line) for text in carried)
            rest = " ".join(said for said in sentences(line.text) if not is_of_motion(said))
            if rest and rest != line.text:
                yield from self._parts(replace(line, text=rest))
        told = self._is_done(line) or self.ballot.is_vote(line) or self._opens_section(line)
        if told or (self.section and self.section.done):
            return
        if (cells := [clean(cell) for cell in cells_of(line) or ()]) and self._is_row(line, cells):
            yield from items_of_row(line, cells, self.columns, self.section, self.known)
            self.section = self.section and self.section.with_item(True)
        elif self._is_item_of_section(line):
            yield from self._section_item(line)
        elif line.checkbox and not self._is_decision(line):
            yield self._action(line, *unmarked(line.text, self.known))
        elif not carried and (not self._is_in_other_list(line) or self.said.says_more(line)):
            yield from self._parts(line)

    def _is_done(self, line: Line) -> bool:
        """A decision that is ticked is one nevertheless."""
        listed = self.section and self.section.kind in ("decision", "agreement") and line.bullet
        return line.done and not listed and not self._is_decision(line)

    def _is_decision(self, line: Line) -> bool:
        return bool((mark := marked(line.text, self.known)) and mark.decision)

    def _opens_section(self, line: Line) -> bool:
        heads = line.text[-1:] == ":" or line.number in self.heads
        label, listed = bare(line.text), (line.bullet and not heads) or line.text[:1] == "|"
        other = listed or line.speaker or len(line.text) > _LABEL_LENGTH
        if not line.heading and (other or (line.text.endswith(".") and label not in SECTIONS)):  # a sentence
            return False
        mark = marked(line.text, self.known) if line.heading else None
        owner = sections.work_of(line.text, self.known) or (mark.owner if mark and not mark.rest else None)
        kind = "action" if owner else sections.kind_of_section(label, bool(line.heading))
        if not kind and (not line.heading or mark):
            return False
        self.columns = None
        deeper = self.section is not None and 0 < self.section.depth < line.heading
        if self.section and deeper and self.section.kind == "action" and label in DONE:
            self.section = self.section.part(None)._replace(done=True)
        elif kind:
            self.section = Section.opened(line, kind, owner, done=sections.is_about_holding(label))
        elif self.section and deeper and self.section.kind in ("action", "decision", "agreement"):
            self.section = self.section.part(sections.owner_of_heading(line.text, self.known))
        else:
            self.section = None
        return True

    def _is_item_of_section(self, line: Line) -> bool:
        """Whether `line` is an item of the section; ends the section where its list ends."""
        section = self.section
        if section is None or section.kind in ("other", "agenda"):
            return False
        tasked = section.kind == "action" and line.bullet and is_work(line.text)  # and not said
        if line.speaker and self.conversation and not tasked:
            return False
        outside = section.indent >= 0 and indent(line.raw) <= section.indent
        number, plain = sections.item_number(line), not (section.bulleted or section.depth or line.indented)
        topic = number and not section.numbered and number == self.number_above[line.number] + 1 > 1
        topic = topic or (section.items and plain and line.bullet and not sections.is_owned(line, self.known))
        if outside or topic:
            self.section = None
            return False
        owns = sections.owns_list(line, self.known)
        known = owns and (section.owner or is_known(line.text.rstrip(":"), self.known))
        may_end = (section.bulleted or not section.depth) and not (line.bullet or known)
        if self.after_blank and section.items and may_end and not sections.is_ringed(line, self.known):
            self.section = None
            return False
        return (
            line.bullet
            or line.indented
            or not section.bulleted
            or owns
            or sections.is_owned(line, self.known)
        )

    def _is_in_other_list(self, line: Line) -> bool:
        """Whether it is a name or a topic in a list; what is indented below a topic is said of it."""
        section = self.section
        if section is None or section.kind not in ("other", "agenda"):
            return False
        ends = self.after_blank and (section.items or bare(line.text) in FIRST_AND_LAST)
        ends = ends or (section.kind == "agenda" and section.bulleted and not line.raw[:1].isspace())
        topic = (
            section.kind == "other" and section.items and not section.numbered and sections.item_number(line)
        )
        if topic or (ends and not (line.bullet and section.bulleted)):
            self.section = None
            return False
        self.section = section.with_item(line.bullet, sections.item_number(line) > 0)
        return (line.bullet and not (section.kind == "agenda" and line.raw[0].isspace())) or not section.depth

    def _section_item(self, line: Line) -> Iterator[Proposal]:
        section, label = self.section, label_of(line.text, any_label=True)
        empty = (
            bare(label[0]) in TOLD_OF_ITEM
            if label
            else bare(line.text.strip("()")) in NOTHING | PARTS_OF_LIST
        )
        empty = empty or line.number in self.remarks
        if section is None or empty or sections.COLUMN_NAMES.issuperset(line.text.lower().split()):
            return
        text = _NUMBER.sub("", line.text, count=1)
        if sections.owns_list(line, self.known) or line.number in self.heads:
            names = line.text.rstrip(":")
            self.section = section._replace(owner=names if are_names(names, self.known) else None)
            return
        if not line.bullet and (line.text.endswith(":") or sections.tells_of_list(line.text)):
            self.section = section if line.text.endswith(":") or sections.introduces(line.text) else None
            yield from self.said.promised(line, sentences(line.text)[1:])
            return
        self.section = section.with_item(line.bullet, sections.item_number(line) > 0)
        if (said := sections.said_of_open(text)) is not None:
            yield from self.said.promised(line, [said])
        elif mark := marked(line.text, self.known):
            yield from self._marked(line, Part(mark, [mark.rest]), None)
        elif section.kind != "action":
            yield self.said.settled(line, text, agreement=section.kind == "agreement")
        else:
            own = sections.is_owned(line, self.known) or text.lower().startswith(f"{section.owner} ".lower())
            owner = None if own else section.owner
            yield from self.said.of_subject(line, text) or [self._action(line, text, owner)]

    def _is_row(self, line: Line, cells: Sequence[str]) -> bool:
        """Whether `cells` belong to a table; a head of columns begins one."""
        above = None if self.after_blank else self.columns
        self.columns = Columns.of_header(cells, of_actions=True) or above
        return self.columns is not None or line.raw.lstrip().startswith("|")

    def _parts(self, line: Line) -> Iterator[Proposal]:
        room = (ROOM_FOR_DECISION if line.indented else ROOM_FOR_TASK) if self._is_aside(line) else 0
        said = line.text
        if not line.speaker and (text := confirmed(said)):
            yield decision(text, line)
            said = said[: said.rfind(text)]
        if not (parts := cut(said, self.known, room)):
            return
        first, last = parts[0], self.last if not self.after_blank and said[-1:] != ":" else None
        whose = first.text.removesuffix(":") if first.text.endswith(":") else None
        owned = first.mark and first.mark.owner and last and not (last.heading or last.bullet)  # what it says
        heads = not first.text or (whose and are_names(whose, self.known))
        if first.mark and len(parts) == 1 and not owned and heads:
            if not line.heading:  # a heading such as `Conclusion` heads no list
                kind = "decision" if first.mark.decision else "action"
                self.section = Section.opened(line, kind, first.mark.owner or whose)
            return
        for at, part in enumerate(parts):
            before = parts[at - 1] if at else None
            if part.mark:
                yield from self._marked(line, part, before)
            elif at + 1 == len(parts) or not parts[at + 1].names_only_an_owner(self.known):
                yield from self.said.items(line, part.text, self._is_aside(line), self.after_blank)
            else:
                self.said.with_subject(line, part.text)

    def _marked(self, line: Line, part: Part, before: Part | None) -> Iterator[Proposal]:
        """The item of a marker; one that names only an owner is about what stands `before` it."""
        if part.mark is None or (part.text and bare(part.text) in NOTHING):
            return
        if part.mark.agreement and (found := promise(part.text, self.known)):
            yield action(found, line)
        elif part.mark.decision:
            text = part.text or (before.text if before and before.mark is None else "")
            if not says_only_result(text):
                yield decision(tidy(decided(text) or text), line)
                yield from self.said.promised(line, part.sentences)  # `Besluit: Jan vraagt offertes op`
        elif not part.names_only_an_owner(self.known):
            yield from self.said.several(line, part) or [self._action(line, part.text, part.mark.owner)]
        elif before and before.mark is None:
            yield from [decision(agreed, line)] if (agreed := decided(before.text)) else []
            yield self._of_before(line, part, agreed or before.text)
        elif not before and self.last and not self.after_blank and self._says_nothing_yet(self.last):
            above = replace(self.last, more=(*self.last.more, line.number))
            yield self._of_before(above, part, sentences(above.text)[-1])

    def _of_before(self, line: Line, part: Part, text: str) -> Proposal:
        """What the `text` before says, which `part` gives to somebody."""
        owner, said = (part.mark and part.mark.owner) or part.text.rstrip("."), promise(text, self.known)
        return self._action(line, said.text if said else text, owner or (said and said.owner))

    def _says_nothing_yet(self, line: Line) -> bool:
        found = self.done.get(line.number, (0, ()))[1]
        long = not line.heading and len(line.text) > _LABEL_LENGTH / 3 and not marked(line.text, self.known)
        return long and all(item.kind is not ProposalKind.action for item in found)

    def _action(self, line: Line, text: str, owner: str | None = None) -> Proposal:
        found, of = task(text, self.known, owner), self.owners.get(line.number)
        owner = found.owner or owner_behind_verb(found.text, self.known) or line.speaker
        said = None if owner else promise(DASH.split(found.text)[-1], self.known)  # `Mail it – Ann will`
        return action(found._replace(owner=said.owner if said else owner or (of.text if of else None)), line)

    def _is_aside(self, line: Line) -> bool:
        """Whether a scribe's own line stands between people speaking."""
        listed = line.bullet or (self.last is not None and self.last.bullet and not self.after_blank)
        return self.conversation and line.speaker is None and not listed
