"""What is proposed: an action or a decision, and the lines on which it stands."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from bot.minutes.model import ProposalKind
from bot.notes.lines import Line
from bot.notes.tasks import Task


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
    return list(once.values())
