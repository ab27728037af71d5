"""The items in sentences without a marker."""

import re
from collections.abc import Iterator, Sequence

from bot.minutes.extraction.assigned import assigned, promise_in_clause, promises
from bot.minutes.extraction.ballots import Ballot
from bot.minutes.extraction.decisions import confirmed, decided
from bot.minutes.extraction.orders import order
from bot.minutes.extraction.parts import Part
from bot.minutes.extraction.promises import VOLUNTEERS, promise
from bot.minutes.extraction.proposals import Proposal, action, decision, with_what_it_is_about
from bot.minutes.extraction.sections import beside_marks, is_owned
from bot.minutes.extraction.spoken import called_on, promise_of_others, promise_of_speaker, requested
from bot.notes.lines import Line, bare, indent, sentences, tidy
from bot.notes.people import TITLES, looks_like_name, may_name
from bot.notes.speakers import is_conversation, is_work, label_of
from bot.notes.tasks import GOES_ON, Task, marked, task
from bot.notes.words import DECIDING_VERBS, HEADER_FIELDS, OFFICES
from bot.text.words import VERBS_NL, VERBS_NL_PRESENT

_SHORT_TALK = 30
"""Lines of talk up to which a promise without a date counts; in a long talk too few are meant."""
_SHORTEST = 10
"""Fewer characters say nothing without a marker: `Ann to go`."""
_ARROW = re.compile(r"(?:^|\s)(?:[-=]+>|[→⇒➜])\s")

_MOST_SETTLED = 8
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
        self.told = (0, list[str]())
        """The line, and its last sentences."""
        self.before = (0, "")
        """The line, and its last sentence where that holds no item."""
        self.beside_marks = beside_marks(lines, known)

    def items(
        self, line: Line, sentence: str, aside: bool = False, apart: bool = False
    ) -> Iterator[Proposal]:
        """`aside`: a scribe's own line between people speaking; `apart`: a blank line stands before it."""
        sentence = self.with_subject(line, sentence)
        before, self.before = self.before, (line.number, sentence)
        for item in self._items(line, sentence, aside, apart):
            self.before = (0, "")
            yield with_what_it_is_about(item, sentence, before[1] if before[0] == line.number else "")

    def _items(self, line: Line, sentence: str, aside: bool, apart: bool) -> Iterator[Proposal]:
        if len(sentence) < _SHORTEST:
            return
        if line.speaker:
            yield from self._spoken(line, line.speaker, sentence)
        elif text := self._decided(sentence):
            yield decision(text, line)
            given = _WOULD.sub(" will ", text, count=1).removeprefix("that ")
            found = promise(given, self.known) if " will " in given else promise_in_clause(text, self.known)
            if found:  # `It was agreed that Ann would call the printer`, `besloten dat Jan dit zal vragen`
                yield action(found, line)
        elif line.bullet and _points(sentence) and self._settles(sentence):
            yield decision(sentence, line)
        elif not self.ballot.is_put_to_vote(line):
            yield from self._noted(line, sentence, aside, apart)

    def _decided(self, sentence: str) -> str | None:
        """Said in it, behind its subject or its last dash, or in a word at its end."""
        if text := decided(sentence):
            return text
        behind = self._behind_subject(sentence) or DASH.split(sentence)[-1]
        return (decided(behind) if behind != sentence else None) or confirmed(sentence)

    def settled(self, line: Line, text: str, *, agreement: bool) -> Proposal:
        """The item of a list of decisions, or of an `agreement`, which may be of who will do what."""
        found = promise(text, self.known) or (order(text, self.known, False) if agreement else None)
        found = found if agreement or (found and (found.as_headline or VOLUNTEERS.search(text))) else None
        label = label_of(line.text, any_label=True)
        if not found and is_owned(line, self.known) and label and is_work(text[label[1] :]):
            found = task(text, self.known)  # `Ann: call the printer`
        return action(found, line) if found else decision(tidy(text), line)

    def with_subject(self, line: Line, sentence: str) -> str:
        """`sentence` with the name for its pronoun: `Ann has seen the hall. She will book it.`"""
        number, told = self.told
        earlier = told[-_MOST_EARLIER:] if number == line.number else []
        if stand_in := _PRONOUNS & {*sentence.lower().split()}:
            stands = (_PRONOUN if stand_in <= _ENGLISH else _PRONOUN_NL).search(sentence)
            name, first = self._subject(earlier) if stands else ("", False)
            if stands and name and (first or stands[0] != "They"):
                start, end = stands.span(stands.lastindex or 0)
                sentence = f"{sentence[:start]}{name}{sentence[end:]}"
            if _PRONOUN_WITHIN.search(sentence) and (name := self._subject([*earlier, sentence])[0]):
                sentence = _PRONOUN_WITHIN.sub(rf"\1{name} ", sentence)
        self.told = (line.number, [*earlier, sentence])
        return sentence

    def _subject(self, earlier: Sequence[str]) -> tuple[str, bool]:
        """Who was named first, or alone, in the last sentence that names somebody, and whether first."""
        for sentence in reversed(earlier):
            opening = _NAMED.match(self._behind_subject(sentence) or sentence)
            named = opening is not None and looks_like_name(opening[1], self.known)
            names = [opening[1]] if opening and named else _A_NAME.findall(sentence)
            known = [each for each in names if self.known & {each, each.lower()}]
            if known or named:
                return (known[0], named) if len(known) == 1 else ("", False)
        return "", False

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
        if not found and line.bullet and "blijft" in sentence and GOES_ON.search(sentence):
            found = task(sentence, self.known)  # `Hek verven: actiepunt blijft staan`
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
            yield _settled(found, line)
        elif aside and line.indented and apart and _SUPPOSED.isdisjoint(sentence.lower().split()):
            yield decision(sentence, line)

    def _settles(self, sentence: str) -> bool:
        """Whether a verb behind an arrow says, of nobody, what is to be: `veld overbodig -> weglaten`."""
        *_, behind = _ARROW.split(sentence)
        words = [word.strip(".,;:()").lower() for word in sentence.split()]
        does = not VERBS_NL.isdisjoint(behind.lower().rstrip(".").split())
        return does and len(behind.split()) <= _MOST_SETTLED and self.known.isdisjoint(words)

    def of_subject(self, line: Line, text: str) -> list[Proposal]:
        """What people will do, in an item of a list that begins with a subject: `Hall: Ann will book it`."""
        label = label_of(text)
        subject = label and label[0].lower() not in self.known
        return self.promised(line, sentences(text[label[1] :])) if label and subject else []

    def several(self, line: Line, part: Part) -> list[Proposal]:
        """The actions of a marker that names no owner, where it has more than one."""
        found = [] if part.mark and part.mark.owner else self.promised(line, [part.text])
        return found if len(found) > 1 else []

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


def remarks_below(lines: Sequence[Line], known: frozenset[str]) -> Iterator[int]:
    """The numbers of the deeper bullets that tell of the owned item above them, and order nothing."""
    depth = -1
    for line in lines:
        deep = indent(line.raw) if line.bullet else -1
        owned = line.bullet and line.text[-1:] != ":" and (line.speaker or is_owned(line, known))
        if owned or line.checkbox or not 0 <= depth < deep:
            depth = deep if owned else -1
        elif not is_work(line.text) or line.text.lower().startswith(("note ", "nb ", "let op")):
            yield line.number


def _settled(found: Task, line: Line) -> Proposal:
    """Leave that somebody gives is a decision: `The chair agreed to allow a week more`."""
    allows = found.text.split(maxsplit=1)[0].lower() in _ALLOWS
    return decision(found.text, line) if allows else action(found, line)


DASH = re.compile(r" [–—-] ")
_NAMED = re.compile(rf"{TITLES}([A-Z][\w'’-]*(?: [A-Z][\w'’-]+)?) (?=[a-z])")
_A_NAME = re.compile(r"[A-Z][\w'’-]*(?: [A-Z][\w'’-]*)*")
_PRESENT = rf"(?:zal|moet|gaat|{'|'.join(sorted(VERBS_NL_PRESENT))})"
_PRONOUN = re.compile(r"^(he|she|they)(?= (?:will|agreed to|offered to|is to) )", re.IGNORECASE)
_PRONOUN_NL = re.compile(
    rf"^(hij|zij|ze)(?= {_PRESENT} )|\b{_PRESENT} (hij|zij|ze)(?= )",
    re.IGNORECASE,
)
_PRONOUN_WITHIN = re.compile(
    r"((?:[,;]|,? (?:and|but|so)) )(?:he|she) (?=(?:will|(?:still )?needs to|agreed to) )"
)
_ENGLISH, _MOST_EARLIER = frozenset(["he", "she", "they"]), 5
_PRONOUNS = _ENGLISH | {"hij", "zij", "ze"}
"""In place of a name: `She will book it`, `Morgen belt zij de drukker`."""


def _with_bold_apart(line: Line, sentence: str, known: frozenset[str]) -> str:
    """`sentence` with an arrow before a name in bold letters that ends it: `book the hall **Ann**`."""
    bold = _BOLD_LAST.search(line.raw[-_LONGEST_NAME:]) if line.raw.endswith("**") else None
    named = bold and bold[1].lower() in known and sentence.endswith(f" {bold[1]}")
    before = sentence.removesuffix(bold[1]).split()[-1:] if bold and named else []
    named = named and {"with", "by", "of", "and", "to", "met", "van", "door", "en", "aan"}.isdisjoint(before)
    return f"{sentence.removesuffix(bold[1])}→ {bold[1]}" if bold and named else sentence


_BOLD_LAST = re.compile(r"\*\*([^*]+)\*\*$")
_LONGEST_NAME = 40
_WOULD = re.compile(r" (?:would|should) ")
_ALLOWS = frozenset(["allow", "permit", "grant", "waive"])


def _points(sentence: str) -> bool:
    """Whether it has an arrow."""
    return not _ARROWS.isdisjoint(sentence) and _ARROW.search(sentence) is not None
