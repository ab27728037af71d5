"""Rules of an item beyond text and date: helpers, an owner from outside, waiting, repeating."""

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime, time, timedelta
from typing import TypedDict

from dateutil.rrule import rrulestr

from bot.action_items.model import ActionItem, revised, with_due
from bot.core.errors import Rejected
from bot.dates.rrule import Recurrence, next_day

WAITS_ON_LIMIT = 200
ADDRESS = re.compile(r"[^\s@<>,;:|]+@[^\s@<>,;:|]+\.[^\s@<>,;:|.]{2,}")

RULE = re.compile(
    r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;INTERVAL=[1-9]\d{0,2}"
    r"|;(?:BYDAY|BYMONTHDAY|BYMONTH|BYSETPOS|BYWEEKNO|COUNT|UNTIL)=[-+\w,]+)*"
)
"""A rule that repeats by days: a step of none would go on for ever, and one of hours comes twice a day."""
COUNT = re.compile(r"\bCOUNT=(\d+)")


class Terms(TypedDict, total=False):
    """Fields that people agree on about an item; one that is absent stays as it is."""

    text: str
    owner: str | None
    due: date | None
    helpers: list[str]
    starts: date | None
    waits_for: int | None
    waits_on: str | None
    repeats: str | None
    outside: str | None
    outside_email: str | None


class NotANumber(Rejected):
    typed: str


class NoAddress(Rejected):
    """An owner from outside has a name and an e-mail address."""

    typed: str


class NoNameOutside(Rejected):
    address: str


class WaitsInCircle(Rejected):
    """`numbers` begins and ends with the item that would wait for itself."""

    numbers: tuple[int, ...]


class ClosedAlready(Rejected):
    """Nothing is left to wait for."""

    number: int


class StartsAfterDue(Rejected):
    starts: date
    due: date


class NoRepetition(Rejected):
    """Not a rule of iCalendar that we repeat by, or one that has ended."""

    typed: str


def responsible_for(item: ActionItem) -> str | None:
    """User id of who is asked about it: its owner, or for one from outside who raised it."""
    return item.raised_by if item.owner is None and item.outside else item.owner


def with_terms(item: ActionItem, terms: Terms) -> ActionItem:
    """The next version of the item; a later date counts as postponed."""
    moved = with_due(item, terms["due"]) if "due" in terms else revised(item)
    return moved.evolve(**terms)


def circle(number: int, waits_for: int, waits_of: Callable[[int], int | None]) -> tuple[int, ...]:
    """From `number` along what each waits for back to `number`; empty when it does not come back."""
    chain = [number]
    at: int | None = waits_for
    while at is not None and at not in chain:
        chain.append(at)
        at = waits_of(at)
    return (*chain, number) if at == number else ()


def first_of(rule: str, today: date) -> date:
    """Its first day from `today` on; raise NoRepetition."""
    if not RULE.fullmatch(rule):
        raise NoRepetition(rule)
    try:
        first = next(iter(rrulestr(rule, dtstart=datetime.combine(today, time()))), None)
    except (ValueError, KeyError, TypeError) as unknown:
        raise NoRepetition(rule) from unknown
    if first is None:
        raise NoRepetition(rule)
    return first.date()


def next_due(item: ActionItem, today: date) -> date | None:
    """The day on which it comes back, None when it does not; its rule counts on from the day agreed first."""
    if item.repeats is None:
        return None
    agreed = item.original_due or item.due or today
    return next_day(Recurrence(item.repeats, agreed), max(item.due or today, today))


def next_one(item: ActionItem, number: int, due: date, now: datetime) -> ActionItem:
    """The item of its next turn: the same work, at its own date; what was said of this turn is not."""
    lead = item.original_due - item.starts if item.original_due and item.starts else None
    return ActionItem(
        project_id=item.project_id,
        number=number,
        text=item.text,
        owner=item.owner,
        outside=item.outside,
        outside_email=item.outside_email,
        helpers=list(item.helpers),
        raised_by=item.raised_by,
        raised_at=now,
        due=due,
        original_due=due,
        starts=due - max(lead, timedelta()) if lead else None,
        repeats=_rest_of(item.repeats, item.original_due or due, due),
    )


def _rest_of(rule: str | None, first: date, then: date) -> str | None:
    """The rule as it goes on from `then`: of "five times" only those that are left."""
    counted = COUNT.search(rule or "")
    if rule is None or counted is None:
        return rule
    past = rrulestr(rule, dtstart=datetime.combine(first, time())).between(
        datetime.combine(first, time()), datetime.combine(then, time()) - timedelta(days=1), inc=True
    )
    left = int(counted[1]) - len(past)
    return COUNT.sub(f"COUNT={left}", rule) if left > 1 else None


def helpers_of(named: Iterable[str], owner: str | None) -> list[str]:
    """Each once, and not the owner."""
    return [user for user in dict.fromkeys(named) if user != owner]
