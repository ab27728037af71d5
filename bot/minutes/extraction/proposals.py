"""What is proposed: an action or a decision, and the lines on which it stands."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.minutes.model import ProposalKind
from bot.notes.lines import Line, tidy
from bot.notes.tasks import Task
from bot.text.words import STOP_EN, STOP_NL


@dataclass(frozen=True)
class Proposal:
    kind: ProposalKind
    text: str
    owner: str | None
    """The name as written in the notes, or a Slack mention `<@U…>`."""
    due: str | None
    """The date phrase as written, such as `Friday` or `3 mei`."""
    line: int
    """Counted from 1 in the notes."""
    quote: str
    """That line, whole."""
    more: tuple[int, ...] = ()
    """Numbers of the lines below that are one with it."""
    day: date | None = None
    """The day that `due` means, where that is clear."""

    @property
    def lines(self) -> tuple[int, ...]:
        return (self.line, *self.more)


def action(task: Task, line: Line) -> Proposal:
    return Proposal(ProposalKind.action, task.text, task.owner, task.due, line.number, line.raw, line.more)


def decision(text: str, line: Line) -> Proposal:
    return Proposal(ProposalKind.decision, text, None, None, line.number, line.raw, line.more)


def each_once(found: Iterable[Proposal]) -> list[Proposal]:
    """`found` without repeats; a summary may add when something is due."""
    once: dict[tuple[ProposalKind, str, str | None], Proposal] = {}
    for item in found:
        if item.text:
            key = (item.kind, item.text.lower(), item.owner)
            first = once.setdefault(key, item)
            once[key] = first if first.due else replace(first, due=item.due)
    return [item for item in once.values() if not _is_in_short(item, once.values())]


_MOST_COMPARED, _FEW = 200, 6
_REFERS = r"(?:(?:hier|daar)[a-z]*|er(?:heen| ?naar|achteraan)|dit|dat|deze|it|this|that)\b"
_WORD = re.compile(rf"\b(?!{_REFERS}|(?:gaat|gaan|zal|will)\b)\w{{3,}}")


def _is_in_short(item: Proposal, items: Collection[Proposal]) -> bool:
    """Whether an action refers to what another of its owner tells: `gaat hiermee aan de slag`."""
    own = item.text.rpartition(" – ")[2]
    if not item.owner or not _refers(item, own) or len(items) > _MOST_COMPARED:
        return False
    said = {*_WORD.findall(own.lower())}
    owned = (each for each in items if each.owner == item.owner and each.kind is item.kind)
    told = ({*_WORD.findall(each.text.lower())} for each in owned if each is not item)
    return len(said) > 1 and any(said < others for others in told)


def _refers(item: Proposal, said: str) -> bool:
    few = item.kind is ProposalKind.action and len(said.split()) <= _FEW
    return few and re.search(rf"\b{_REFERS}", said, re.IGNORECASE) is not None


def with_what_it_is_about(item: Proposal, sentence: str, before: str) -> Proposal:
    """An action whose words do not say it, with what stands before them in its sentence, or the sentence
    before: `The gate is old. Ann to follow up.`, `gaat dit navragen`."""
    bare = item.kind is ProposalKind.action and item.owner and _BARE.fullmatch(item.text)
    before_owner, owner, _ = sentence.partition(item.owner) if bare and item.owner else ("", "", "")
    opening = tidy(before_owner) if owner else ""
    what = opening if " " in opening else tidy(before)
    little = len(set(_WORD.findall(item.text.lower())) - STOP_NL - STOP_EN) <= _LITTLE
    if " " not in what or len(what) > _LONGEST_BEFORE or not (bare or (little and _refers(item, item.text))):
        return item
    return replace(item, text=f"{what} – {item.text}")


_BARE = re.compile(
    r"(?:follow|chase|take|pick|look|go|deal|carry|sort)(?: (?:this|that|these|it))?"
    r" (?:up|on|out|into|ahead|forward)(?: (?:this|that|these|on this|on it|on that))?"
    r"|\w+ (?:this|that|these)(?: \w+){0,2}|action|investigate|source|chase|pursue|check",
    re.IGNORECASE,
)
_LITTLE, _LONGEST_BEFORE = 3, 140
