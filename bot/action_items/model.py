"""Action items: one owner, a date that remembers where it began, and a short life-cycle."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from pydantic import AwareDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.errors import REASON_LIMIT, TEXT_LIMIT
from bot.core.nouns import Record, Records
from bot.core.values import Value
from bot.notes.headers import Role


class Status(StrEnum):
    open = "open"
    done = "done"
    cancelled = "cancelled"


class Group(StrEnum):
    """The group of an open item in a list, most urgent first."""

    overdue = "overdue"
    today = "today"
    this_week = "this_week"
    later = "later"
    no_date = "no_date"


class Own(StrEnum):
    """The ways in which open items concern somebody, over all their projects."""

    owned = "owned"
    raised = "raised"
    """Put forward by them, and another's to do."""
    asked = "asked"
    """Of those that they raised: the owner asks them for something."""
    awaited = "awaited"
    """They wait for one that they own."""


class JsonOrNull(JSON):
    """JSON whose None is SQL's NULL, so that a query can ask for it."""

    cache_ok = True

    def __init__(self) -> None:
        super().__init__(none_as_null=True)


class Asked(StrEnum):
    """The owner's request to who raised the item."""

    due = "due"
    """Another date."""
    owner = "owner"
    """Another owner: "not mine"."""


class CounterOffer(Value):
    """The owner's proposal; nothing changes until who raised the item accepts."""

    asked: Asked
    by: str
    """The owner's user id."""
    due: date | None = None
    owner: str | None = None
    """The one they think it should be; None when they do not know."""
    reason: str = Field(default="", max_length=REASON_LIMIT)
    at: AwareDatetime
    made: int = 0
    """The item's version that it made: what is accepted is this offer and no later one."""
    opened: int = 0
    """`made` of the first of offers that replaced each other: the question that they are about."""


class SourceNews(StrEnum):
    """The fate of the message that an item was made from."""

    edited = "edited"
    deleted = "deleted"


class ActionItem(Record):
    text: str = Field(min_length=1, max_length=TEXT_LIMIT)
    owner: str | None = None
    """User id; None as long as nobody was named: a name is asked, never guessed."""
    raised_by: str
    raised_at: AwareDatetime
    due: date | None = None
    original_due: date | None = None
    """The first date that was agreed; it never changes."""
    times_postponed: int = 0
    status: Status = Field(default=Status.open, sa_type=String(32))
    done_at: AwareDatetime | None = None
    source: str | None = None
    """Permalink of the message, `minutes:3:14` of line 14 of minutes 3, `batch:7:3` of one of several."""
    source_message: str | None = None
    """`channel:ts` of that message, by which we hear of its edits; None for minutes."""
    source_news: SourceNews | None = Field(default=None, sa_type=String(32))
    source_text: str | None = Field(default=None, max_length=TEXT_LIMIT)
    """The edited message's text, which the owner may take over; None once they did."""
    helpers: list[str] = Field(default_factory=list, sa_type=JSON)
    """User ids of who lends a hand; they own nothing."""
    outside: str | None = None
    """Name of an owner from outside the workspace; `owner` is None then, and who raised it is asked."""
    outside_email: str | None = None
    starts: date | None = None
    """Nobody is asked for it before this day."""
    waits_for: int | None = None
    """Number of the item of this project that must be done first."""
    waits_on: str | None = None
    """Somebody or something outside the list, in words."""
    repeats: str | None = None
    """RRULE of iCalendar; once it is done, the next one is raised."""
    accepted_at: AwareDatetime | None = None
    """The moment its present owner took it on."""
    postponed_because: str | None = None
    """The reason why its date moved the last time; the log holds the reasons of all times."""
    named_in: list[int] = Field(default_factory=list, sa_type=JSON)
    """Numbers of the minutes that named it again."""
    counter_offer: dict[str, Any] | None = Field(default=None, sa_type=JsonOrNull)
    """A `CounterOffer` that waits for who raised it; see `offered`."""

    @property
    def open(self) -> bool:
        return self.status == Status.open

    @property
    def waiting(self) -> bool:
        """Open, and something else must come first."""
        return self.open and (self.waits_for is not None or self.waits_on is not None)

    @property
    def accepted(self) -> bool:
        """Its owner took it on; who raised it for themselves need not say so."""
        return self.accepted_at is not None or self.owner == self.raised_by

    @property
    def offered(self) -> CounterOffer | None:
        return CounterOffer.model_validate(self.counter_offer) if self.counter_offer else None

    def begun(self, today: date) -> bool:
        return self.starts is None or self.starts <= today

    def overdue(self, today: date) -> bool:
        return self.open and self.due is not None and self.due < today

    def group(self, today: date) -> Group:
        if self.due is None:
            return Group.no_date
        if self.due <= today:
            return Group.today if self.due == today else Group.overdue
        sunday = today + timedelta(days=6 - today.weekday())
        return Group.this_week if self.due <= sunday else Group.later


def revised(item: ActionItem, **changes: Any) -> ActionItem:
    """The item with some fields changed: its next version."""
    return item.evolve(**changes, version=item.version + 1)


def with_status(item: ActionItem, status: Status, now: datetime) -> ActionItem:
    if item.status == status:
        return item
    return revised(item, status=status, done_at=now if status is Status.done else None)


def with_due(item: ActionItem, due: date | None, because: str = "") -> ActionItem:
    """A later date counts as postponed, perhaps for a reason; the first date is kept as the original one."""
    postponed = item.due is not None and due is not None and due > item.due
    return revised(
        item,
        due=due,
        original_due=item.original_due or due,
        times_postponed=item.times_postponed + postponed,
        postponed_because=(because or None) if postponed else item.postponed_because,
    )


def asked_due(item: ActionItem) -> date | None:
    """The date that its owner asks for."""
    return item.offered.due if item.offered else None


def reconciled(before: ActionItem, item: ActionItem, who: str, now: datetime) -> ActionItem:
    """The item without what a change by `who` overtakes. A new owner has accepted nothing yet, unless they
    took it; who gets the date that they asked for, takes it on. A counter-offer is over once its item is
    closed, given or moved. An owner of our own takes the place of one from outside, and helps nobody with
    what is theirs."""
    overtaken: dict[str, Any] = {}
    if item.owner is not None:
        overtaken |= {"outside": None, "outside_email": None}
        overtaken["helpers"] = [user for user in item.helpers if user != item.owner]
    if (item.owner, item.outside) != (before.owner, before.outside):
        overtaken["accepted_at"] = now if item.owner == who else None
    elif item.open and item.due != before.due and item.due == asked_due(before):
        overtaken["accepted_at"] = item.accepted_at or now
    if not item.open or (item.owner, item.due) != (before.owner, before.due):
        overtaken["counter_offer"] = None
    return item.evolve(**overtaken)


class ActionItems(Records[ActionItem], Protocol):
    def of_project(
        self, project_id: int, *, open: bool | None = None, due_before: date | None = None
    ) -> list[ActionItem]:
        """By due date (without one last), then number."""

    def climbing(self, project_ids: Sequence[int], due_before: date, postponed: int) -> list[ActionItem]:
        """Open ones due before that day, or postponed at least so often; in the same order."""

    def own(self, own: Own, project_ids: Sequence[int], user: str, limit: int) -> list[ActionItem]:
        """Open ones of these projects, by due date."""

    def count_own(self, own: Own, project_ids: Sequence[int], user: str) -> int: ...
    def asked_in(self, project_ids: Sequence[int]) -> list[ActionItem]:
        """Open ones whose owner asks for another date or owner, whoever raised them."""

    def late_in(self, projects: Mapping[date, Sequence[int]]) -> dict[int, int]:
        """How many are late, by project; `projects` by what day it is there."""

    def without_owner_in(self, project_ids: Sequence[int]) -> dict[int, int]:
        """How many open ones nobody does, inside or outside, by project."""

    def open_of_owners(self, project_ids: Sequence[int], owners: Collection[str]) -> list[ActionItem]: ...
    def done_since(self, project_ids: Sequence[int], since: datetime) -> list[ActionItem]:
        """By due date."""

    def of_source(self, source_message: str) -> list[ActionItem]:
        """Those made from this message, given as `channel:ts`."""

    def open_raised_by(
        self,
        project_ids: Sequence[int],
        raised_by: Collection[str],
        *,
        outside: bool = False,
        due_before: date | None = None,
    ) -> list[ActionItem]:
        """By due date; `outside`: only those whose owner is from outside the workspace."""

    def open_texts(self, project_id: int, numbers: Sequence[int] | None = None) -> dict[int, str]:
        """By number, in order: of very many, nothing but what they say; of these numbers, or of all."""

    def open_texts_after(self, project_id: int, number: int, limit: int) -> dict[int, str]:
        """Of later numbers, the newest first."""

    def responsible_in(self, project_id: int) -> set[str]:
        """User ids of who is asked for something open: its owner, or who raised it for somebody outside."""


class ListColumns(Protocol):
    """What a project's people said that the columns of their lists hold."""

    def of_project(self, project_id: int) -> dict[str, Role]:
        """By their names in lower case."""

    def put(self, project_id: int, roles: Mapping[str, Role], at: datetime) -> None:
        """`at`: when a list with these columns was raised."""
