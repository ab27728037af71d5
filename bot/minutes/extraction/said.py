"""The items in sentences without a marker."""

import re
from collections.abc import Iterator, Sequence

from bot.minutes.extraction.assigned import assigned
from bot.minutes.extraction.ballots import Ballot
from bot.minutes.extraction.decisions import confirmed, decided
from bot.minutes.extraction.orders import order
from bot.minutes.extraction.promises import is_known, promise
from bot.minutes.extraction.proposals import Proposal, action, decision
from bot.minutes.extraction.sections import beside_marks
from bot.minutes.extraction.spoken import called_on, promise_of_others, promise_of_speaker, requested
from bot.notes.lines import Line, bare, sentences, tidy
from bot.notes.people import TITLES, looks_like_name, may_name
from bot.notes.speakers import is_conversation, label_of
from bot.notes.tasks import Task, marked, task
from bot.notes.words import DECIDING_VERBS, HEADER_FIELDS, OFFICES
from bot.text.words import VERBS_NL_PRESENT

_SHORT_TALK = 30
"""Lines of talk up to which a promise without a date counts; in a long talk too few are meant."""
_SHORTEST = 10
"""Fewer characters say nothing without a marker: `Ann to go`."""
_ARROW = re.compile(r"(?:^|\s)(?:[-=]+>|[→⇒➜])\s")

_SUPPOSED = frozenset("likely probably perhaps maybe possibly waarschijnlijk misschien mogelijk".split())
"""With one of these the gist of what was said settles nothing."""
_ARROWS = frozenset(">→⇒➜")


class Said:
    """Reads sentences as what they stand among has them meant: talk, or a scribe's own words."""

    def __init__(self, lines: Sequence[Line], known: frozenset[str]) -> None:
        self.known = known
        self.conversation = is_conversation(lines)
        self.short = sum(line.speaker is not None for line in lines) <= _SHORT_TALK
        self.ballot = Ballot(lines)
        self.subject = (0, "")
        """The line, and who was named first in its sentences last."""
        self.beside_marks = beside_marks(lines, known)

    def items(
        self, line: Line, sentence: str, aside: bool = False, apart: bool = False
    ) -> Iterator[Proposal]:
        """`aside`: a scribe's own line between people speaking; `apart`: a blank line stands before it."""
        sentence = self.with_subject(line, sentence)
        if len(sentence) < _SHORTEST:
            return
        if line.speaker:
            yield from self._spoken(line, line.speaker, sentence)
        elif text := self._decided(sentence):
            yield decision(text, line)
            given = _WOULD.sub(" will ", text, count=1).removeprefix("that ")
            if " will " in given and (found := promise(given, self.known)):
                yield action(found, line)  # `It was agreed that Ann would call the printer`
        elif not self.ballot.is_put_to_vote(line):
            yield from self._noted(line, sentence, aside, apart)

    def _decided(self, sentence: str) -> str | None:
        """Said in it, behind its subject or its last dash, or in a word at its end."""
        if text := decided(sentence):
            return text
        behind = self._behind_subject(sentence) or DASH.split(sentence)[-1]
        return (decided(behind) if behind != sentence else None) or confirmed(sentence)

    def with_subject(self, line: Line, sentence: str) -> str:
        """`sentence` with the name for its pronoun: `Ann has seen the hall. She will book it.`"""
        number, name = self.subject
        if number == line.number and (stands := _FOR_NAME.match(sentence)):
            return f"{name} {sentence[stands.end() :]}"
        for said in (sentence, self._behind_subject(sentence) if ":" in sentence else ""):
            if (opens := _NAMED.match(said)) and opens[1].lower() in self.known:
                self.subject = number, name = (line.number, opens[1])
        return _FOR_NAME_TOO.sub(rf"\1{name} ", sentence) if number == line.number else sentence

    def says_more(self, line: Line) -> bool:
        """Whether an item of an agenda holds what came of it."""
        if mark := marked(line.text, self.known):
            return bool(mark.rest or mark.owner)
        said = sentences(line.text)
        promised = (promise(each, self.known) for each in said if may_name(each, self.known))
        planned = any(each and (not each.as_headline or line.text[0] == "@") for each in promised)
        return planned or any(map(decided, said))

    def _noted(self, line: Line, sentence: str, aside: bool, apart: bool) -> Iterator[Proposal]:
        """The items in a scribe's own words: a promise or an order, or the gist of what was said."""
        label = label_of(sentence, any_label=True)
        if label and bare(label[0]) in OFFICES | HEADER_FIELDS:
            return
        label, behind = label_of(sentence), self._behind_subject(sentence)
        found = assigned(_with_bold_apart(line, sentence, self.known), self.known)
        found = found or requested(sentence, self.known)
        if not found and not self.conversation and (others := promise_of_others(sentence)):
            yield action(others, line)
            return
        if _points(sentence) and {*behind.lower().split()[:1]} & DECIDING_VERBS:  # `lamps -> leave as is`
            yield decision(sentence, line)
            return
        if not (found or label or aside or may_name(sentence, self.known)):
            return
        several = [] if found else promises(sentence, self.known)
        several = several or (promises(behind, self.known) if behind else [])
        if len(several) > 1:
            yield from (_settled(each, line) for each in several)
            return
        found = found or next(iter(several), None)
        if not found and label:
            found = promise_of_speaker(sentence[label[1] :].strip(), label[0])
        if not found and (label or line.text.startswith(sentence) or sentence.endswith((")", ")."))):
            found = order(sentence, self.known, alone=aside)
        if not found and _points(sentence):
            owner = label[0] if label and label[0].lower() in self.known else None
            given = task(behind, self.known, owner)
            found = given if given.owner and given.owner.lower() in self.known else None
        if found and line.number in self.beside_marks and not (found.due or found.as_headline or aside):
            return
        if found and aside and found.text.split()[0].lower() in DECIDING_VERBS:
            yield decision(found.text, line)
        elif found:
            yield _settled(_with_what(found, line, sentence), line)
        elif aside and line.indented and apart and _SUPPOSED.isdisjoint(sentence.lower().split()):
            yield decision(sentence, line)

    def of_subject(self, line: Line, text: str) -> list[Proposal]:
        """What people will do, in an item of a list that begins with a subject: `Hall: Ann will book it`."""
        label = label_of(text)
        subject = label and label[0].lower() not in self.known
        return self.promised(line, sentences(text[label[1] :])) if label and subject else []

    def promised(self, line: Line, told: Sequence[str]) -> list[Proposal]:
        return [action(found, line) for each in told for found in promises(each, self.known)]

    def _behind_subject(self, sentence: str) -> str:
        """What is said of a subject: `The hall: Ann will book it`, `no hall -> Ann looks for one`; nothing
        where that is a person."""
        if _points(sentence):
            return _ARROW.split(sentence)[-1].strip()
        label = label_of(sentence)
        return sentence[label[1] :].strip() if label and label[0].lower() not in self.known else ""

    def _spoken(self, line: Line, speaker: str, sentence: str) -> Iterator[Proposal]:
        """The items in speech, which is talk more often than promise: only the plain forms count."""
        if text := decided(sentence, spoken=True):
            yield decision(text, line)
        elif found := called_on(sentence, self.known) or requested(sentence, self.known):
            yield action(found, line)
        else:
            found = promise(sentence, self.known) if may_name(sentence, self.known) else None
            found = found or promise_of_speaker(sentence, speaker)
            if found and (found.due or found.as_headline or self.short):
                yield action(found, line)


def _with_what(found: Task, line: Line, sentence: str) -> Task:
    """With what it is about before it, where its words do not say so: `The gate is old. Ann to follow up.`"""
    if not _REFERS.fullmatch(found.text) or not found.owner:
        return found
    at = line.text.find(sentence)
    before = tidy(sentence.partition(found.owner)[0]) if sentence.count(" ") > 1 else ""
    told = sentences(line.text[:at]) if at > 0 else ()
    what = before if " " in before else tidy(told[-1]) if told else ""
    known = " " in what and len(what) < _LONGEST_WHAT
    return found._replace(text=f"{what} – {found.text}") if known else found


_LONGEST_WHAT = 200


_REFERS = re.compile(
    r"(?:follow|chase|take|pick|look|go|deal|carry|sort)(?: (?:this|that|these|it))?"
    r" (?:up|on|out|into|ahead|forward)(?: (?:this|that|these|on this|on it|on that))?"
    r"|\w+ (?:this|that|these)(?: \w+){0,2}|action|investigate|source|chase|pursue|check",
    re.IGNORECASE,
)


def _settled(found: Task, line: Line) -> Proposal:
    """Leave that somebody gives is a decision: `The chair agreed to allow a week more`."""
    allows = found.text.split(maxsplit=1)[0].lower() in _ALLOWS
    return decision(found.text, line) if allows else action(found, line)


DASH = re.compile(r" [–—-] ")
_NAMED = re.compile(rf"{TITLES}([A-Z][\w'’-]*(?: [A-Z][\w'’-]+)?) (?=[a-z])")
_FOR_NAME = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|[Hh]ij|[Zz]ij|[Zz]e) (?=(?:will|agreed to|offered to|is to|zal"
    rf"|{'|'.join(sorted(VERBS_NL_PRESENT))}) )"
)
_FOR_NAME_TOO = re.compile(
    r"((?:[,;]|,? (?:and|but|so)) )(?:he|she) (?=(?:will|(?:still )?needs to|agreed to) )"
)
"""The same of one in its middle."""


def _with_bold_apart(line: Line, sentence: str, known: frozenset[str]) -> str:
    """`sentence` with an arrow before a name in bold letters that ends it: `book the hall **Ann**`."""
    bold = _BOLD_LAST.search(line.raw[-_LONGEST_NAME:]) if line.raw.endswith("**") else None
    named = bold and bold[1].lower() in known and sentence.endswith(f" {bold[1]}")
    return f"{sentence.removesuffix(bold[1])}→ {bold[1]}" if bold and named else sentence


_BOLD_LAST = re.compile(r"\*\*([^*]+)\*\*$")
_LONGEST_NAME = 40
_WOULD = re.compile(r" (?:would|should) ")
_FURTHEST = 400
_ALLOWS = frozenset(["allow", "permit", "grant", "waive"])


def _points(sentence: str) -> bool:
    """Whether it has an arrow."""
    return not _ARROWS.isdisjoint(sentence) and _ARROW.search(sentence) is not None


_TOO = re.compile(r"(?:,? en|,? and|,|;| terwijl| while) (?=([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?) [a-zé])")
_WILL = re.compile(r" (?:will|(?:agreed|offered|volunteered) to) ")


def promises(sentence: str, known: frozenset[str]) -> list[Task]:
    """The tasks of all who are named: `Ann will call the printer and Bo brings the cake`; else empty."""
    ends = [
        end
        for end in _TOO.finditer(sentence[:_FURTHEST])
        if is_known(end[1], known) or (looks_like_name(end[1], known) and _WILL.match(sentence, end.end(1)))
    ]
    if len(ends) > 1 or (ends and ends[0].group().strip() != ","):  # two sentences may be one task
        starts = [0, *(end.end() for end in ends)]
        parts = zip(starts, [*(end.start() for end in ends), len(sentence)], strict=True)
        several = [promise(sentence[start:end], known) for start, end in parts]
        found = [each for each in several if each]
        if all(several) or len(found) > 1 < len(ends):
            return found
    one = promise(sentence, known)
    return [one] if one else []
