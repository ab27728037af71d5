"""The check of what a language model says that notes hold: each item stands on its quote, or it is nothing.

A model invents owners, dates and whole tasks, and is sure of them. So all that an item says must stand in the
lines that it quotes: its words, in their order; its owner, among people who are known by name; its date, as
the rules read it there. In doubt it says less, and nothing where it said too much.
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pydantic import BaseModel, Field

from bot.core.language import Language
from bot.minutes.extraction.proposals import Proposal
from bot.minutes.model import Item, ProposalKind
from bot.minutes.wording import WORD, folded, is_same, is_supported, meaning, shown
from bot.notes.dues import day_of, split_due
from bot.notes.lines import Line
from bot.notes.lines import clean as without_marks
from bot.notes.speakers import is_work, label_of
from bot.notes.words import HEDGES

SHORTEST, LONGEST, MOST_LINES = 8, 400, 3
"""Characters of a quote, of a text and a sentence at most, and lines over which a quote goes on."""
FULL = 60
"""Characters from which a line is likely to be broken off."""
SAME = 0.5
"""From this share of its words on an item is what another one says."""
_I = re.compile(r"\b(?:i|ik|ill|im)\b")
_DUTY = re.compile(
    r"\b(?:should|must|needs? to|ha(?:s|ve) to|ought to|asked to|please|volunteer\w*|assigned"
    r"|moet(?:en)?|dient|gevraagd|verzoek|graag|toegezegd|belooft)\b"
)
_PROMISE = re.compile(
    rf"\b(?:will|shall|going to|i ?ll|zal|zullen|ga|gaat|gaan)\b(?! (?:{'|'.join(HEDGES)})\b)"
    r"|\b(?:offer(?:s|ed) to|pakt|pak|regelt|regel|zorgt|zorg|stuurt|stuur|belt|bel)\b"
)
"""These are work where it is said whose."""
_DECIDED = re.compile(
    r"\b(?:agreed|decided|resolved|approved|adopted|accepted|rejected|chose|chosen|besloten|afgesproken"
    r"|overeengekomen|akkoord|goedgekeurd|vastgesteld|aangenomen|gekozen|kiezen)\b"
)
_DOUBT = re.compile(
    r"\?|\b(?:maybe|perhaps|possibly|probably|might|could|would|if|whether|misschien|wellicht|mogelijk|eventueel"
    r"|waarschijnlijk|zou|zouden|als|indien|of we)\b"
)
_STOP = re.compile(r"[.!?;](?= )")


class Suggestion(BaseModel):
    """What a model says that there is; any of it may be invented, and what is too long is left out."""

    kind: ProposalKind
    text: str = Field(json_schema_extra={"maxLength": LONGEST})
    owner: str | None = Field(default=None, json_schema_extra={"maxLength": 80})
    due: str | None = Field(default=None, json_schema_extra={"maxLength": 60})
    quote: str = Field(json_schema_extra={"maxLength": LONGEST})


@dataclass(frozen=True)
class _Place:
    """Where a quote stands: a line, and those behind it over which it goes on."""

    line: Line
    more: tuple[int, ...]
    raw: str
    sentence: str
    """All of what it quotes a part of, so that no `not` and no other name is left out of sight; folded."""


class Notes:
    """The `lines` of notes in which quotes are looked for, and names of all whom they can mean."""

    def __init__(self, lines: Sequence[Line], known: Collection[str], held_on: date) -> None:
        self.lines, self.held_on = lines, held_on
        self.known = {name for name in map(folded, known) if len(name) > 1}
        self._starts: list[int] = []
        parts, at = [], 0
        for line in lines:
            self._starts.append(at)
            parts.append(folded(line.raw))
            at += len(parts[-1]) + 1
        self._text = " ".join(parts)

    def checked(self, said: Suggestion, found: Sequence[Item]) -> Proposal | None:
        """The suggestion as far as the notes hold it; None where they don't. `found`: what is there."""
        quote = re.sub(r"^[^\w<@]+", "", folded(said.quote))
        if not SHORTEST <= len(quote) <= LONGEST:
            return None
        tried = (self._at(place, said, found) for place in self._places(quote))
        return next(filter(None, tried), None)

    def _places(self, quote: str) -> Iterator[_Place]:
        at = self._text.find(quote)
        while at >= 0:
            end = at + len(quote)
            whole = not (self._text[at - 1 : at].isalnum() or self._text[end : end + 1].isalnum())
            first, last = (bisect_right(self._starts, each) - 1 for each in (at, end - 1))
            lines = self.lines[first : last + 1]
            if whole and len(lines) <= MOST_LINES and all(line.raw.strip() for line in lines):
                raw, more = "\n".join(line.raw for line in lines), tuple(line.number for line in lines[1:])
                yield _Place(self._head(first), more, raw, self._sentence(first, last, at, end))
            at = self._text.find(quote, at + 1)

    def _sentence(self, first: int, last: int, at: int, end: int) -> str:
        """Around the characters from `at` to `end`, also where it is broken off over lines."""
        while self._goes_on(first):
            first -= 1
        while last + 1 < len(self.lines) and self._goes_on(last + 1):
            last += 1
        begin, over = self._starts[first], self._starts[last + 1 : last + 2] or [len(self._text)]
        for stop in _STOP.finditer(self._text, begin, over[0]):
            if stop.end() <= at:
                begin = stop.end()
            elif stop.start() >= end - 1:
                return self._text[begin : stop.end()]
        return self._text[begin : over[0]]

    def _goes_on(self, at: int) -> bool:
        line, above = self.lines[at], self.lines[at - 1] if at else None
        return bool(above and len(above.raw) >= FULL and line.raw.strip()[:1].islower() and not line.bullet)

    def _head(self, at: int) -> Line:
        """The line that a quote begins in, or the one above of which that is part."""
        line = self.lines[at]
        return next((each for each in self.lines[max(0, at - 9) : at] if line.number in each.more), line)

    def _at(self, place: _Place, said: Suggestion, found: Sequence[Item]) -> Proposal | None:
        line, text = place.line, " ".join(without_marks(shown(said.text)).split())
        label, claims, sentence = label_of(line.text), said.kind is ProposalKind.action, place.sentence
        speaker = folded(line.speaker or (label[0] if label else ""))
        if not line.text or max(len(text), len(sentence)) > LONGEST or not is_supported(text, sentence):
            return None
        owner, sure = self._owner(said.owner, sentence, speaker) if claims and said.owner else ("", False)
        day, due = self._due(said.due, place.raw) if claims and said.due else (None, None)
        if claims and ((said.owner and not owner) or (said.due and not day)):
            return None
        of_nobody = claims and not owner and not is_work(text)
        stands = any(_is_one(item, said.kind, text, line.number) for item in found)
        if not stands and (
            line.heading or line.done or of_nobody or not _is_sign(said.kind, sentence, bool(owner))
        ):
            return None
        named = owner if sure else None
        return Proposal(said.kind, text, named, due, line.number, place.raw, place.more, day)

    def _owner(self, name: str, sentence: str, speaker: str) -> tuple[str, bool]:
        """The name where it stands in the sentence or is the speaker's, and whether it is the only one that
        can be meant: of two people who are named, none is."""
        owner = folded(name).lstrip("@")
        here = [each for each in self.known if _has(sentence, each) and each != speaker]
        is_speaker = bool(speaker) and _has(speaker, owner)
        if not owner or owner not in self.known or not (owner in here or is_speaker):
            return "", False
        others = [each for each in here if not (_has(owner, each) or _has(each, owner))]
        first_person = bool(_I.search(sentence))
        sure = not others and (first_person == is_speaker if speaker else not first_person)
        return " ".join(name.split()).lstrip("@"), sure

    def _due(self, phrase: str, raw: str) -> tuple[date | None, str | None]:
        """The date of the line, where that is the one which is said."""
        _, there = split_due(without_marks(shown(raw)).rstrip(" .,;!)"))
        day = self._day(there) if there else None
        if not day or not there:
            return None, None
        same = folded(phrase) in folded(there) or day == self._day(split_due(phrase)[1] or phrase)
        return (day, there) if same else (None, None)

    def _day(self, phrase: str) -> date | None:
        return day_of(phrase, self.held_on, list(Language))


def with_suggestions(items: Sequence[Item], checked: Sequence[Item], most: int) -> list[Item]:
    """What the rules found, bettered and up to `most` added to, in the order of the notes. Their owners and
    dates stay, and a text that says what to do; another one gives way to a text that does and keeps half of
    it."""
    kept = list(items)
    for item in checked:
        at = next((at for at, it in enumerate(kept) if _is_one(it, item.kind, item.text, item.line)), None)
        if at is None:
            kept += [item] if len(kept) < most else []
        elif kept[at].line == item.line and not kept[at].by_model:
            kept[at] = _bettered(kept[at], item)
    return sorted(kept, key=lambda item: item.line)


def _is_one(there: Item, kind: ProposalKind, text: str, line: int) -> bool:
    """Whether it is the same item: on its line much the same words, elsewhere all of them."""
    said, others = meaning(text), meaning(there.text)
    both = sum(any(is_same(word, other, others) for other in others) for word in said)
    if there.kind is not kind:
        return False
    return (
        both >= SAME * min(len(said), len(others)) if there.line == line else both == len(said) == len(others)
    )


def _bettered(there: Item, item: Item) -> Item:
    said, before = meaning(item.text), meaning(there.text)
    kept = sum(any(is_same(word, other, said) for other in said) for word in before)
    clearer = is_work(item.text) and not is_work(there.text) and kept >= SAME * len(before)
    changes: dict[str, object] = {"text": item.text} if clearer else {}
    if not there.owner and not there.owner_name:
        changes |= {"owner": item.owner, "owner_name": item.owner_name}
    if not there.due and not there.due_phrase:
        changes |= {"due": item.due, "due_phrase": item.due_phrase}
    better = there.evolve(**changes)
    return there if better == there else better.evolve(by_model=True)


def _is_sign(kind: ProposalKind, quote: str, owned: bool) -> bool:
    """Whether a quote shows that something was decided, or is to be done."""
    if _DOUBT.search(quote):
        return False
    if kind is ProposalKind.decision:
        return _DECIDED.search(quote) is not None
    return bool(_DUTY.search(quote) or (owned and _PROMISE.search(quote)))


def _has(text: str, words: str) -> bool:
    return f" {words} " in f" {' '.join(WORD.findall(text))} "
