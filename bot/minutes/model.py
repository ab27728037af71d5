"""Minutes: notes, the proposals found in them, and what was accepted and sent."""

import unicodedata
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from enum import StrEnum
from typing import Any, Self

from pydantic import AwareDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.core.nouns import Record
from bot.core.values import Value
from bot.minutes.confidential import ConfidentialTopic, without
from bot.minutes.parts import Amendment, ModelReading, Rest

TITLE_LIMIT, NOTES_LIMIT = 140, 100_000
PER_MESSAGE = 20
"""Action items listed in one message."""
MOST_DECISIONS, MOST_ACTIONS = 5, 8
"""Listed in the channel; of more all stand in its thread."""
MESSAGE, PIECE = 11_000, 2_900
"""Characters of plain text in one message, and in one block of it."""
LINE_KEPT = "\n\t"
OVERRIDES = "\u202d\u202e"
"""They turn letters round, so that a line reads as what it is not; right-to-left scripts need none."""


class Status(StrEnum):
    concept = "concept"
    checking = "checking"
    """The chair looks at it before it is sent."""
    distributed = "distributed"
    adopted = "adopted"
    """At a next meeting: nothing in them changes any more."""
    discarded = "discarded"


SENT = (Status.distributed, Status.adopted)


class ProposalKind(StrEnum):
    action = "action"
    decision = "decision"


class Becomes(StrEnum):
    """What an action item of the notes is made into."""

    new = "new"
    named = "named"
    """The open one that says the same is told that it was named again."""
    changed = "changed"
    """As well, it gets the owner and the date of the notes."""
    closed = "closed"


class Verdict(StrEnum):
    proposed = "proposed"
    accepted = "accepted"
    dropped = "dropped"
    confidential = "confidential"
    """Of a topic that was made confidential since: it is shown no more, and becomes nothing."""


class Item(Value):
    """One proposal: nothing is created and nobody is told until a person accepts it."""

    kind: ProposalKind
    text: str
    owner: str | None = None
    """User id of the one project member whose name it is; None: not named, or not one of us."""
    owner_name: str = ""
    """As it stands in the notes; empty once somebody chose the owner."""
    due: date | None = None
    due_phrase: str = ""
    """As it stands in the notes; empty once somebody chose the date."""
    outside: str = ""
    """The owner's name, once somebody said that it is nobody of us."""
    line: int
    quote: str
    by_model: bool = False
    """Found or bettered by a language model, and checked."""
    more: list[int] = Field(default_factory=list)
    """Numbers of the lines below that it stands on too."""
    twin: int | None = None
    """Number of the open action item that says the same."""
    becomes: Becomes = Becomes.new
    verdict: Verdict = Verdict.proposed
    number: int | None = None
    """Of the action item or the decision that it became when the minutes were sent."""
    version: int = 1

    @property
    def unclear(self) -> bool:
        """Somebody is named whom we do not know: who is meant must be chosen, or left open by hand."""
        nobody = self.owner is None and not self.outside
        new = self.kind is ProposalKind.action and self.becomes is Becomes.new
        return new and nobody and bool(self.owner_name)

    @property
    def live(self) -> bool:
        """Whether it may still become something."""
        return self.verdict in (Verdict.proposed, Verdict.accepted)

    @property
    def goes(self) -> bool:
        """Whether it is sent with all the others: not left out, and clear or accepted as it is."""
        return self.verdict is Verdict.accepted or (self.verdict is Verdict.proposed and not self.unclear)


class Discarded(Rejected):
    """A concept that was put aside: it must be taken back first."""

    number: int


class Unsendable(Rejected):
    """An accepted proposal that cannot become what it is to be, counted from 1, and the reason why."""

    number: int
    text: str
    reason: Rejected


class Minutes(Record):
    title: str = Field(min_length=1, max_length=TITLE_LIMIT)
    meeting: int | None = None
    """Number of the meeting that they are of."""
    held_on: date
    author: str
    notes: str = ""
    """Empty in the log, which would grow by them with each change."""
    attendees: list[str] = Field(default_factory=list, sa_type=JSON)
    """Names as written, or user ids of members."""
    items: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)
    """Each an Item as JSON, see `Minutes.proposals`; in the log empty where a change left it alone."""
    rest: dict[str, object] = Field(default_factory=dict, sa_type=JSON)
    """A Rest as JSON, see `Minutes.told`; empty in the log."""
    chair: str = ""
    """User id of who checks them, or checked them last."""
    remark: str = ""
    """Of the chair, who gave them back."""
    read: bool = False
    """Until then the notes wait to be read."""
    by_model: dict[str, object] | None = Field(default=None, sa_type=JSON)
    """A ModelReading as JSON, see `Minutes.model_reading`; None where no language model was asked."""
    status: Status = Field(default=Status.concept, sa_type=String(32))
    raised_at: AwareDatetime
    sent_at: AwareDatetime | None = None
    amendments: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)
    """Each an Amendment as JSON, the oldest first."""
    confidential: list[dict[str, object]] = Field(default_factory=list, sa_type=JSON)
    """Each a ConfidentialTopic as JSON."""
    adopted_on: date | None = None

    @property
    def topics(self) -> list[ConfidentialTopic]:
        return [ConfidentialTopic.model_validate(topic) for topic in self.confidential]

    def hidden_from(self, user: str | None) -> list[ConfidentialTopic]:
        """The topics that this person may not read; None: those that not everybody may."""
        return [each for each in self.topics if user is None or user not in (self.author, *each.readers)]

    def topics_for(self, user: str) -> list[str]:
        """The confidential topics that this person may read, as they were written."""
        hidden, lines = self.hidden_from(user), self.notes.split("\n")
        return ["\n".join(lines[it.first - 1 : it.last]) for it in self.topics if it not in hidden]

    def notes_for(self, user: str | None, language: Language | None = None) -> str:
        """The notes as they are now for who reads them, None for all; see `without` for the language."""
        # The lines that hide are those of the notes as they were written, and corrections keep to lines.
        return self.corrected(without(self.notes, self.hidden_from(user), language))

    def corrected(self, text: str) -> str:
        """What stands in the notes, with the words that were corrected since."""
        for each in self.corrections:
            text = each.in_place(text)
        return text

    @property
    def open_notes(self) -> str:
        """What everybody may read, each line under its own number: all that is drafted is made of it."""
        return self.notes_for(None)

    @property
    def amended(self) -> list[Amendment]:
        return [Amendment.model_validate(each) for each in self.amendments]

    @property
    def corrections(self) -> list[Amendment]:
        return [each for each in self.amended if not each.proposed]

    @property
    def proposals(self) -> list[Item]:
        return [Item.model_validate(item) for item in self.items]

    @property
    def model_reading(self) -> ModelReading | None:
        return None if self.by_model is None else ModelReading.model_validate(self.by_model)

    @property
    def told(self) -> Rest:
        return Rest.model_validate(self.rest)

    @property
    def sent(self) -> bool:
        return self.status in SENT

    def accepted(self, kind: ProposalKind) -> list[Item]:
        return [item for item in self.proposals if item.kind is kind and item.verdict is Verdict.accepted]

    def count(self, verdict: Verdict) -> int:
        return sum(item.verdict is verdict for item in self.proposals)

    def with_amendments(self, amendments: Sequence[Amendment], **changes: Any) -> Self:
        kept = [each.model_dump(mode="json", exclude_defaults=True) for each in amendments]
        return self.evolve(**changes, amendments=kept)

    def discarded(self) -> Self:
        return self.evolve(status=Status.discarded)


def clean(notes: str) -> str:
    """Without control characters, which some databases refuse and none of which is meant."""
    lines = notes.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(letter for letter in lines if letter in LINE_KEPT or _is_text(letter)).strip("\n\t ")


def _is_text(letter: str) -> bool:
    return unicodedata.category(letter) not in ("Cc", "Cs") and letter not in OVERRIDES


def with_items(minutes: Minutes, items: Sequence[Item], **changes: Any) -> Minutes:
    kept = [item.model_dump(mode="json") for item in items]
    return minutes.evolve(**changes, items=kept)


def with_item(minutes: Minutes, index: int, **changes: Any) -> Minutes:
    """With one proposal changed; the same minutes when that changes nothing."""
    items = minutes.proposals
    revised = items[index].evolve(**changes)
    if revised == items[index]:
        return minutes
    revised.version += 1
    items[index] = revised
    return with_items(minutes, items)


def decision_parts(minutes: Minutes) -> list[list[Item]]:
    """As many lots as fit in a message each: decisions stand there whole."""
    return _lots(minutes.accepted(ProposalKind.decision), lambda item: len(item.text) + 50)


def action_parts(minutes: Minutes) -> list[list[Item]]:
    return _lots(minutes.accepted(ProposalKind.action), lambda _item: 0)


def _lots(items: Sequence[Item], length_of: Callable[[Item], int]) -> list[list[Item]]:
    lots: list[list[Item]] = []
    for item in items:
        length = length_of(item) + sum(map(length_of, lots[-1] if lots else ()))
        if not lots or length > MESSAGE or len(lots[-1]) == PER_MESSAGE:
            lots.append([])
        lots[-1].append(item)
    return lots


def note_parts(notes: str) -> list[list[str]]:
    """The notes in blocks, and these in messages; cut between lines, or words, where there are any."""
    pieces, each = list(_pieces(notes)), MESSAGE // PIECE
    return [pieces[first : first + each] for first in range(0, len(pieces), each)]


def _pieces(notes: str) -> Iterator[str]:
    rest = notes.strip("\n")
    while len(rest) > PIECE:
        cut = max(rest.rfind("\n", 1, PIECE), 0) or max(rest.rfind(" ", 1, PIECE), 0) or PIECE
        if rest[:cut].strip():
            yield rest[:cut]
        rest = rest[cut:].strip("\n")
    if rest.strip():
        yield rest
