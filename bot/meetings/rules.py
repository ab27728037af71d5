"""The rules by which meetings repeat: RRULEs of iCalendar, by days."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice

from dateutil.rrule import rrulestr

from bot.action_items.dependencies import NoRepetition
from bot.core.context import Context
from bot.dates.reader import Ambiguous, Unreadable
from bot.dates.rrule import Recurrence, next_day, read_recurrence
from bot.dates.text import recurrence
from bot.dates.values import CODES

DAY = timedelta(days=1)
MOST_TIMES = 1000
ENDS = re.compile(r";(?:UNTIL|COUNT)=\w+")
ONE_WEEKDAY = re.compile(rf"BYDAY=(-?\d*)({'|'.join(CODES)})(?=;|$)")


def rule_of(ctx: Context, typed: str, before: str | None = None) -> str:
    """Of a rule, or of words such as "every Monday until 1 March", which may be those of the rule `before`;
    raise NoRepetition."""
    if before and typed == recurrence(before, ctx.who.language):
        return before
    if typed.startswith("FREQ="):
        return typed
    try:
        return read_recurrence(typed, ctx.now, ctx.project.zone, ctx.languages).rrule
    except (Unreadable, Ambiguous) as unclear:
        raise NoRepetition(typed) from unclear


def days(rule: str, first: date, after: date) -> Iterator[date]:
    """Its days later than `after`, counted from `first`."""
    day = next_day(Recurrence(rule, first), after)
    while day is not None:
        yield day
        day = next_day(Recurrence(rule, first), day)


def by_its_end(rule: str, first: date) -> str:
    """A number of times as its last day, so that it holds from wherever it is counted."""
    if "COUNT=" not in rule:
        return rule
    times = islice(rrulestr(rule, dtstart=datetime.combine(first, time())), MOST_TIMES)
    return ending(rule, max(each.date() for each in times))


def ending(rule: str, last: date) -> str:
    return f"{ENDS.sub('', rule)};UNTIL={last:%Y%m%d}"


def shifted(rule: str, before: date, day: date) -> str | None:
    """The rule by which it comes on `day` in place of `before`; None where no such rule is known."""
    moved = ONE_WEEKDAY.sub(lambda found: f"BYDAY={found[1]}{CODES[day.weekday()]}", rule)
    return moved if day == before or next(days(moved, day, day - DAY), None) == day else None
