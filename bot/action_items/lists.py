"""Which action items somebody wants to see: filters that all hold together, an order, and groups."""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from sqlmodel import Field

from bot.action_items.model import Status
from bot.core.calendar import instant
from bot.core.values import Value

DAY = timedelta(days=1)
WORDS, LONGEST = 6, 30
"""Words that are looked for, and characters of each."""


class When(StrEnum):
    overdue = "overdue"
    today = "today"
    this_week = "this_week"
    next_week = "next_week"
    no_date = "no_date"


class Order(StrEnum):
    due = "due"
    """Without a date last, then by number."""
    done = "done"
    """The one closed last comes first."""
    owner = "owner"
    """By name, nobody last; of each by due date."""


class Wanted(Value):
    """As it was asked for; a button of a page holds it as JSON."""

    statuses: list[Status] = Field(default_factory=list)
    """Empty is what is open."""
    owners: list[str] = Field(default_factory=list)
    """User ids: any of them."""
    nobody: bool = False
    """Without an owner."""
    raised_by: list[str] = Field(default_factory=list)
    when: list[When] = Field(default_factory=list)
    waiting: bool = False
    words: list[str] = Field(default_factory=list)
    """Each must occur in the text."""
    by_owner: bool = False

    @property
    def which(self) -> tuple[Status, ...]:
        return tuple(dict.fromkeys(self.statuses)) or (Status.open,)

    @property
    def order(self) -> Order:
        if self.by_owner:
            return Order.owner
        return Order.due if Status.open in self.which else Order.done

    @property
    def narrowed(self) -> bool:
        """Something was asked beyond what is open."""
        return bool(self.model_dump(exclude_defaults=True))


class Own(StrEnum):
    """The ways in which open items concern somebody, over all their projects."""

    owned = "owned"
    raised = "raised"
    """Put forward by them, and another's to do."""
    asked = "asked"
    """Of those that they raised: the owner asks them for something."""
    awaited = "awaited"
    """They wait for one that they own."""


@dataclass(frozen=True)
class Search:
    """Criteria for a project's items, as a database can test them."""

    project_id: int
    statuses: tuple[Status, ...]
    order: Order = Order.due
    owners: tuple[str, ...] = ()
    nobody: bool = False
    raised_by: tuple[str, ...] = ()
    due_from: date | None = None
    due_until: date | None = None
    """With that day."""
    no_date: bool = False
    done_from: datetime | None = None
    done_before: datetime | None = None
    waiting: bool = False
    words: tuple[str, ...] = ()
    """Folded."""


def search(wanted: Wanted, project_id: int, today: date, zone: str) -> Search:
    """Criteria of the filters; done items are asked for by the day they were done, others by due date."""
    first, last = _days([when for when in wanted.when if when is not When.no_date], today)
    done = wanted.which == (Status.done,)
    return Search(
        project_id=project_id,
        statuses=wanted.which,
        order=wanted.order,
        owners=tuple(wanted.owners),
        nobody=wanted.nobody,
        raised_by=tuple(wanted.raised_by),
        due_from=None if done else first,
        due_until=None if done else last,
        no_date=When.no_date in wanted.when,
        done_from=_midnight(first, zone) if done else None,
        done_before=_midnight(last and last + DAY, zone) if done else None,
        waiting=wanted.waiting,
        words=tuple(fold(word) for word in wanted.words),
    )


def fold(text: str) -> str:
    """Without case and accents, so that `café` finds CAFE."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFD", text)
    return "".join(each for each in parted if not "\u0300" <= each <= "\u036f").lower()


def _days(whens: Sequence[When], today: date) -> tuple[date | None, date | None]:
    """The first and the last day that all of `whens` hold for."""
    monday = today - timedelta(days=today.weekday())
    spans = {
        When.overdue: (None, today - DAY),
        When.today: (today, today),
        When.this_week: (monday, monday + 6 * DAY),
        When.next_week: (monday + 7 * DAY, monday + 13 * DAY),
    }
    firsts = [first for first, _ in map(spans.__getitem__, whens) if first]
    lasts = [last for _, last in map(spans.__getitem__, whens)]
    return max(firsts, default=None), min(lasts, default=None)


def _midnight(day: date | None, zone: str) -> datetime | None:
    return instant(datetime.combine(day, time()), zone) if day else None
