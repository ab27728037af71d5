"""Minutes drafted from pasted notes by rules.

Everything here is a proposal for a person to accept: each points at its line, copies the words of the
notes, and never supplies an owner or a date that is not written there. Notes are untrusted text; drafting
has no side effects and takes time in proportion to their length.
"""

from dataclasses import dataclass

from bot.core.language import Language
from bot.minutes.extraction.find import Proposal, find
from bot.minutes.extraction.topics import topics
from bot.minutes.model import ProposalKind
from bot.notes.note_lines import read
from bot.notes.people import attendees, known_names, split_names
from bot.text.words import STOP_EN, STOP_NL

__all__ = ["Draft", "Proposal", "ProposalKind", "Topic", "draft", "language_of"]


MOST_NEW = 200
"""Owners whom the lines above do not name: with more of them the notes are not read again for their sake."""


@dataclass(frozen=True)
class Topic:
    title: str
    line: int


@dataclass(frozen=True)
class Draft:
    attendees: tuple[str, ...]
    topics: tuple[Topic, ...]
    proposals: tuple[Proposal, ...]
    language: Language

    @property
    def actions(self) -> tuple[Proposal, ...]:
        return tuple(item for item in self.proposals if item.kind is ProposalKind.action)

    @property
    def decisions(self) -> tuple[Proposal, ...]:
        return tuple(item for item in self.proposals if item.kind is ProposalKind.decision)


def draft(notes: str, language: Language | None = None) -> Draft:
    """The attendees, topics, actions and decisions that `notes` hold, in their order."""
    lines = read(notes)
    present = attendees(lines)
    known = known_names(lines, present)
    found = find(lines, known)
    owners = {name.lower() for item in found for name in split_names(item.owner or "")}
    new = {name for name in owners - known if name[0] not in "@<"}  # a mention is a name anyhow
    if 0 < len(new) <= MOST_NEW:
        found = find(lines, known | new)
    return Draft(
        attendees=present,
        topics=tuple(Topic(title, number) for number, title in topics(lines)),
        proposals=tuple(found),
        language=language or language_of(notes),
    )


def language_of(notes: str) -> Language:
    """The language of most of the small words in `notes`; English when there are none."""
    words = notes[:20_000].lower().split()
    dutch = sum(word in STOP_NL for word in words)
    english = sum(word in STOP_EN for word in words)
    return Language.nl if dutch > english else Language.en
