"""Sections of notes: the kind of the lines below a heading."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, Self

from bot.minutes.extraction.promises import is_known
from bot.minutes.extraction.proposals import Proposal
from bot.minutes.model import ProposalKind
from bot.notes.columns import Columns, names_both
from bot.notes.lines import Line, bare, clean, indent, sentences
from bot.notes.people import ASIDE, are_names, split_names
from bot.notes.speakers import label_of
from bot.notes.tasks import marked
from bot.notes.words import (
    ABSENT,
    ACTION_HEADINGS,
    AGENDA_HEADINGS,
    AGREEMENTS,
    DECISION_HEADINGS,
    DONE,
    PRESENT,
    REVIEWED,
)

COLUMN_NAMES = frozenset(
    "nr nr. # wat wie wanneer actie datum gereed what who when action owner due date status".split()
)
_ITEM_NUMBER = re.compile(
    r"\s*(?:\d{1,2}\.(?P<sub>\d{1,2})\.?\s+(?=\w)|(?:\d{1,2}\. )?(?P<of>\d{1,2})[.)]\s*(?=[^\W\d]))"
)
_OF_LIST = tuple("is |zijn |wordt |worden |zie |see |de actielijst |actielijst |de actiepunten ".split("|"))
_BEHIND_NAME = re.compile(r"\s*(?::|\s[–—-]\s)")
_HEADING_WORDS = 6
_SEVERAL = frozenset(
    [
        "actions",
        "action items",
        "action points",
        "acties",
        "actiepunten",
        "next steps",
        "to-dos",
        "todos",
        "tasks",
        "decisions",
        "besluiten",
        "beslissingen",
        "besluitenlijst",
        "actielijst",
    ]
)
"""These end the name of a list too: `New actions`."""


class Section(NamedTuple):
    """The lines under a heading."""

    kind: str
    """"action", "decision", "agreement" which may be either, "agenda", or "other", without items."""
    depth: int = 0
    """Of its heading; 0 where none opens it."""
    owner: str | None = None
    items: int = 0
    bulleted: bool = False
    numbered: bool = False
    indent: int = -1
    """Of the bullet that opens it, whose items are indented more; -1 where none does."""
    done: bool = False
    """What stands below is done."""

    @classmethod
    def opened(cls, line: Line, kind: str, owner: str | None = None, *, done: bool = False) -> Self:
        """The one that `line` opens. Below a number items have other bullets, which may stand as far out."""
        depth = indent(line.raw) - (item_number(line) > 0) if line.bullet else -1
        return cls(kind, line.heading, owner, indent=max(depth, -1), done=done)

    def part(self, owner: str | None) -> Self:
        """A part of it, below a heading of its own, whose items are bulleted."""
        return self._replace(owner=owner, bulleted=True, done=False)

    def with_item(self, bulleted: bool, numbered: bool = False) -> Self:
        return self._replace(
            items=self.items + 1, bulleted=self.bulleted or bulleted, numbered=self.numbered or numbered
        )


def kind_of_section(label: str, heading: bool) -> str:
    """The kind of the lines below a heading such as `Action items` or `Actiepunten 12 maart`."""
    label = _BEFORE_KIND.sub("", label, count=1) if label[:6] == "agenda" else label
    label = label.split(" ", 1)[1] if label.startswith(_ADDED) else label
    label = _OF_WHAT.sub("", label, count=1)
    all_words = re.findall(r"[\w-]+", label)
    words = re.findall(r"[\w-]+", ASIDE.sub("", label)) if "(" in label else all_words
    short = sum(not word[0].isdigit() for word in words) <= _HEADING_WORDS
    listed = (heading or short) and (ACTION_HEADINGS.intersection(words) or "items" in words)
    if listed and (REVIEWED | DONE).intersection(all_words):
        return "other"
    lead = {" ".join(words[:many]) for many in (1, 2)} if heading and short else set()
    lead -= _FOLLOW_UPS if len(words) > 1 else set()  # `Follow-up discussion`
    if len(words) < 5 and _ABOUT.isdisjoint(words):  # `Planning for next steps` is a topic
        lead |= {" ".join(words[-many:]) for many in (1, 2)} & _SEVERAL
    if names_both(label):
        return "agreement"
    if label in ACTION_HEADINGS or lead & ACTION_HEADINGS or _FOR_THEN.match(label):
        return "action"
    if label in AGREEMENTS or lead & AGREEMENTS:
        return "agreement"
    told = heading and 1 < len(words) < 4 and words[-1] in _SETTLED  # `Grants approved`
    if label in DECISION_HEADINGS or lead & DECISION_HEADINGS or told:
        return "decision"
    if label in AGENDA_HEADINGS:
        return "agenda"
    if _FOLLOWS.fullmatch(label):
        return "agreement"
    return "other" if label in PRESENT | ABSENT | DONE or is_about_holding(label) else ""


_OF_WHAT = re.compile(rf"(?:(?<={')|(?<='.join(sorted(_SEVERAL))})) [–—-] .*")
"""`Next steps – after the fair`"""
_BEFORE_KIND = re.compile(r"agenda(?:punt| item) \d{1,2}[.:)]? *")
_ADDED = ("key ", "voorgestelde ", "proposed ")
_FOLLOWS = re.compile(
    r"(?:\w+ ){0,4}(?:de volgende|the following) (?:\w+[ -]){0,2}(?:besluiten|decisions|resolutions)"
    r"(?: (?:zijn|werden|were|was|is|have been))? (?:genomen|made|taken|passed)|"
    r"(?:(?:it|the \w+|we|er|we|het \w+) )?(?:(?:was|is|has|have|wordt|heeft|hebben) )?"
    r"(?:decided|agreed|resolved|besloten|afgesproken)(?: is| wordt)?"
    r"(?: (?:that|to|on|the following|dat|om|het volgende))?(?: (?:\w+ ){1,4}(?:should|will|would))?"
    r"|the following (?:proposals|motions|items|points) (?:was|were)(?: (?:discussed|voted on) and)?"
    r" (?:adopted|approved|agreed|passed|accepted)"
)
"""`It was decided that:`"""


def is_about_holding(label: str) -> bool:
    """Whether a template's list for the meeting itself stands below: `1 day before the meeting`."""
    return _HOLDING.fullmatch(label) is not None


_HOLDING = re.compile(
    r"(?:(?:\w+ )?(?:days?|hours?|weeks?|minutes|dag(?:en)?|uur|we(?:ek|ken)|minuten) )?"
    r"(?:before|prior to|during|at the start of|voor|vóór|voorafgaand aan|tijdens|aan het begin van)"
    r" (?:the |each |every |de |het |elke? )?(?:meeting|call|vergadering|overleg)"
)


_ABOUT = frozenset(["for", "on", "about", "over"])
_SETTLED = frozenset("approved adopted passed resolved granted".split())
_FOLLOW_UPS = frozenset(["follow-up", "followup", "follow up"])
_FOR_THEN = re.compile(
    rf"(?:{'|'.join(_SEVERAL)}|goals|plans?) (?:for|until|before|voor|tot) (?:the |de |het )?"
    r"(?:next|this|coming|volgende?|komende?)\b"
    r"|next (?:week|sprint)(?:['’]?s)? (?:goals|plans?|tasks|to-?dos)$"
)
"""`Tasks for next week`, `Next week goals`"""
_TABLE_RULE = re.compile(r"[\s|:+-]*-[\s|:+-]*$")


def names_columns(line: Line, after: Line) -> bool:
    """Whether `line` is the head of a table, over a rule, in words that tell nothing of its columns."""
    if "|" not in line.raw and "|" not in after.raw:
        return False
    ruled = "|" in after.raw and _TABLE_RULE.match(after.raw) is not None
    cells = [clean(each) for each in line.raw.strip("| ").split("|")]
    named = ruled and Columns.of_header(cells, of_actions=True) is not None
    return (ruled and not named) or ("|" in line.raw and _TABLE_RULE.match(line.raw) is not None)


def heads_a_list(line: Line, after: Line) -> bool:
    """Whether the items below a line are about what it names, or of whom it names."""
    deeper = after.bullet and (not line.bullet or indent(after.raw) > indent(line.raw))
    label = bare(line.text) in ACTION_HEADINGS | DECISION_HEADINGS
    return deeper and (line.text.endswith(":") or label or len(line.text.split()) == 1)


_MANY = 5
"""From so many marked actions on the scribe marks what is meant."""


def beside_marks(lines: Sequence[Line], known: frozenset[str]) -> frozenset[int]:
    """The numbers of the lines under a heading that has marked actions below it, where these are many."""
    heads = [line for line in lines if (mark := marked(line.text, known)) and not mark.decision]
    if len(heads) < _MANY:
        return frozenset()
    topic, topics, of_marks = 0, dict[int, int](), set[int]()
    for line in lines:
        marks = [mark for sentence in sentences(line.text) if (mark := marked(sentence, known))]
        topic += bool(line.heading and not marks)
        topics[line.number] = topic
        of_marks |= {topic} if any(not mark.decision for mark in marks) else set()
    return frozenset(number for number, of in topics.items() if of in of_marks)


_ROUTINE = re.compile(
    r"(?:(?:de|het|the) )?(?:notulen|verslag|agenda|minutes)\b.{0,120}"
    r"\b(?:vastgesteld|goedgekeurd|approved|agreed|accepted|adopted)\b",
    re.IGNORECASE,
)


def but_routine(found: list[Proposal], lines: Sequence[Line], known: frozenset[str]) -> list[Proposal]:
    """`found` without an unmarked adoption of minutes or agenda, where others are marked."""
    of_decisions = [item for item in found if item.kind is ProposalKind.decision]
    if not any(_ROUTINE.match(item.text) for item in of_decisions):
        return found
    marks = {line.number for line in lines if (mark := marked(line.text, known)) and mark.decision}
    return [item for item in found if not marks or item.line in marks or not _ROUTINE.match(item.text)]


def item_number(line: Line) -> int:
    """What `line` has before it: 4 for `4. Finance`, for `1. 4. Finance` and for `3.4 Finance`; else 0."""
    found = _ITEM_NUMBER.match(line.raw)
    return int(found["sub"] or found["of"]) if found else 0


def numbers_above(lines: Sequence[Line]) -> dict[int, int]:
    """By the number of a line, what the last numbered line above it has for its own."""
    above, last = dict[int, int](), 0
    for line in lines:
        above[line.number] = last
        last = item_number(line) or last
    return above


def tells_of_list(text: str) -> bool:
    """Whether a line in a list is none of its items: `De actielijst wordt doorgenomen`."""
    return text.lower().startswith(_OF_LIST) or introduces(text)


def introduces(text: str) -> bool:
    """Whether it tells of the items that follow: `All of these are due in May`."""
    return text.lower().startswith(("all of th", "these ", "the following ", "deze ", "onderstaande "))


def said_of_open(text: str) -> str | None:
    """What is told of an item of a running list that stays open; None for any other."""
    stays = _STAYS.match(text)
    return text[stays.end() :] if stays else None


_STAYS = re.compile(
    r"(?:\d{5,}[.:]? +)?(?:(?:dit|het|this|the) )?(?:actie)?(?:punt|point|item|action)? ?"
    r"(?:blijft (?:staan|open)|(?:stays|remains) (?:open|on the list))\b[ .,;–—-]*",
    re.IGNORECASE,
)
"""`20230412 Dit punt blijft staan`"""


def work_of(label: str, known: frozenset[str]) -> str | None:
    """Whose work stands below: `Ann to work on`."""
    found = _WORK_OF.fullmatch(label)
    return found[1] if found and found[1].lower() in known else None


_WORK_OF = re.compile(r"(.{2,40}) to (?:do|work on):?", re.IGNORECASE)


def owners_below(lines: Sequence[Line], known: frozenset[str]) -> Iterator[tuple[Line, Line]]:
    """The items below which a deeper bullet says no more than whose they are, with that bullet."""
    for line, below in pairwise(line for line in lines if line.text):
        deeper = line.bullet and below.bullet and indent(below.raw) > indent(line.raw)
        if deeper and line.text[-1] != ":" and all(name.lower() in known for name in split_names(below.text)):
            yield line, below


def is_owned(line: Line, known: frozenset[str]) -> bool:
    """Whether `line` begins with its owner: `Ann: call the printer`."""
    label, (names, colon, _) = label_of(line.text), line.text.partition(":")
    given = is_known(label[0], known) if label else bool(names and colon) and is_known(names, known)
    return given or line.text.startswith(("@", "<@")) or is_ringed(line, known)


def is_ringed(line: Line, known: frozenset[str]) -> bool:
    """The same in brackets: `(Ann) call the printer`."""
    ringed = _RINGED.match(line.text)
    return ringed is not None and are_names(ringed[1], known)


def owns_list(line: Line, known: frozenset[str]) -> bool:
    """Whether `line` is a name that owns the items below it: `Ann:`."""
    return line.text.endswith(":") and are_names(line.text.rstrip(":"), known)


_RINGED = re.compile(r"[(\[]([^()\[\]]{1,40})[)\]] ")


def owner_of_heading(text: str, known: frozenset[str]) -> str | None:
    """The owner of the items below a heading such as `Ann Lee (printing) – by Friday`."""
    name = _BEHIND_NAME.split(ASIDE.sub("", text).strip(), maxsplit=1)[0]
    return name if name.lower() in known else None
