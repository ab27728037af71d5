"""Which records somebody wants to see: filters that all hold together, each in words of both languages."""

import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from typing import NamedTuple

import sqlmodel

from bot.core.language import Both
from bot.core.values import Value

DAY = timedelta(days=1)
EVER = date(1900, 1, 1)
WORDS, LONGEST, MOST = 6, 30, 20
"""Words that are looked for, characters of each, and values of one filter: what a button can hold."""
ALL = Both("all|everything", "alle|alles")
EVERYWHERE = Both("all projects", "alle projecten")
"""Asks for what is one's own, wherever it is kept."""


class Period(StrEnum):
    overdue = "overdue"
    today = "today"
    tomorrow = "tomorrow"
    this_week = "this_week"
    next_week = "next_week"
    last_week = "last_week"
    this_month = "this_month"
    next_month = "next_month"
    last_month = "last_month"
    this_year = "this_year"
    last_year = "last_year"
    none = "none"
    """Without a day."""


PERIODS: Mapping[str, Both] = {
    Period.today: Both("today", "vandaag"),
    Period.tomorrow: Both("tomorrow", "morgen"),
    Period.this_week: Both("this week", "deze week"),
    Period.next_week: Both("next week", "volgende week"),
    Period.last_week: Both("last week", "vorige week"),
    Period.this_month: Both("this month", "deze maand"),
    Period.next_month: Both("next month", "volgende maand"),
    Period.last_month: Both("last month", "vorige maand"),
    Period.this_year: Both("this year", "dit jaar"),
    Period.last_year: Both("last year", "vorig jaar"),
}
AHEAD: Mapping[str, Both] = {
    Period.overdue: Both("late|overdue", "te laat|achterstallig"),
    Period.next_week: Both("next week", "volgende week|komende week"),
    Period.none: Both("without a date|without date|no date", "zonder datum|geen datum"),
    **PERIODS,
}
"""Of a day by which something must be done."""


OFFERED: Sequence[str] = (
    Period.overdue,
    Period.today,
    Period.this_week,
    Period.next_week,
    Period.last_week,
    Period.this_month,
    Period.none,
)
"""Periods that the menu of a list names; all others are typed."""


class By(StrEnum):
    state = "state"
    person = "person"
    """Of a field that holds one user id, or several."""
    period = "period"
    """Of a day: several periods hold together."""
    given = "given"
    """One of `fields` is filled in."""
    missing = "missing"
    """None of `fields` is."""
    order = "order"
    """What the noun makes another order and other groups of."""
    same = "same"
    """A column that holds just that value; buttons alone ask for it."""


@dataclass(frozen=True)
class Filter:
    """A way in which a list is narrowed."""

    name: str
    """Of the field, where it is of a single one."""
    by: By
    values: Mapping[str, Both] = field(default_factory=dict)
    """What may be typed for each value, several ways with `|` between; the first is said back."""
    fields: tuple[str, ...] = ()
    of: "Callable[[Wanted], str] | None" = None
    """Of a period: the field that it is of, a day or an instant, where that depends on what else is asked."""
    usual: tuple[str, ...] = ()
    """Of a state: the values where none is asked for; `all` asks for every one."""
    stands_for_noun: bool = False
    """Of a state: said behind a number it needs no noun, as in "34 open"."""
    in_period: tuple[str, ...] = ()
    """As `usual`, where a period is asked for."""
    said: Both | None = None
    """Of what only buttons ask for: what the title says then."""
    ahead: bool = False
    """Of a period: any day to come may be named."""
    mine: Both | None = None
    """Of a person: what stands for who asks."""
    before: Both | None = None
    """Of a person: what may stand before a name; the first is said back."""

    def chosen(self, wanted: "Wanted", filters: "Sequence[Filter]") -> list[str]:
        """The values that are asked for among those of `filters`, or else those that are usual."""
        timed = any(each.by is By.period and wanted.values.get(each.name) for each in filters)
        return wanted.values.get(self.name) or list((timed and self.in_period) or self.usual)


class Choice(NamedTuple):
    """One thing that a list can be narrowed to by a press."""

    filter: Filter
    value: str
    """ME for who asks."""
    words: Both


ME = "me"
"""Stands in for who asks, until it is known who that is."""


def choices(filters: Sequence[Filter]) -> Iterator[Choice]:
    """In the order of a menu: what is one's own, the days, all else, and what is not shown as a rule."""
    for each in filters:
        if each.by is By.person and each.mine:
            yield Choice(each, ME, each.mine)
    for each in filters:
        if each.by is By.period:
            late = Period.overdue in each.values
            past = (Period.last_week, Period.this_month) if late else (Period.overdue, Period.next_week)
            offered = [value for value in OFFERED if value in each.values and value not in past]
            yield from (Choice(each, value, each.values[value]) for value in offered)
    for kinds in ((By.given, By.missing, By.order), (By.state,)):
        for each in filters:
            if each.by in kinds:
                rest = (value for value in each.values if value not in each.usual)
                yield from (Choice(each, str(value), each.values[value]) for value in rest)


class Wanted(Value):
    """As it was asked for; a button of a page holds it as JSON."""

    values: dict[str, list[str]] = sqlmodel.Field(default_factory=dict)
    """By filter: any of these states or user ids."""
    words: list[str] = sqlmodel.Field(default_factory=list)
    """Each must occur in one of the texts."""

    @property
    def narrowed(self) -> bool:
        return bool(self.model_dump(exclude_defaults=True))

    def narrowed_to(self, name: str, *values: str) -> "Wanted":
        """And to these values of the filter, in place of others of it."""
        return self.evolve(values={**self.values, name: [*values]})

    def within_reason(self) -> "Wanted":
        """Each thing once, and no more than a button can hold."""
        words = [word[:LONGEST] for word in dict.fromkeys(self.words) if word.strip()][:WORDS]
        values = {field: list(dict.fromkeys(each))[:MOST] for field, each in self.values.items()}
        return self.evolve(words=words, values=values)


def days_of(period: str, today: date) -> tuple[date, date]:
    """The first and the last day of a Period but `none`, or of `2026-11-27/2026-11-30`."""
    if "/" in period:
        first, last = map(date.fromisoformat, period.split("/"))
        return first, last
    monday, first = today - DAY * today.weekday(), today.replace(day=1)
    before, behind = (first - DAY).replace(day=1), _last_of_month(first) + DAY
    spans: dict[str, tuple[date, date]] = {
        Period.overdue: (EVER, today - DAY),
        Period.today: (today, today),
        Period.tomorrow: (today + DAY, today + DAY),
        Period.this_week: (monday, monday + 6 * DAY),
        Period.next_week: (monday + 7 * DAY, monday + 13 * DAY),
        Period.last_week: (monday - 7 * DAY, monday - DAY),
        Period.this_month: (first, _last_of_month(first)),
        Period.next_month: (behind, _last_of_month(behind)),
        Period.last_month: (before, first - DAY),
        Period.this_year: (date(today.year, 1, 1), date(today.year, 12, 31)),
        Period.last_year: (date(today.year - 1, 1, 1), date(today.year - 1, 12, 31)),
    }
    return spans[period]


def _last_of_month(first: date) -> date:
    return (first + 31 * DAY).replace(day=1) - DAY


def fold(text: str) -> str:
    """Without case and accents, so that `café` finds CAFE."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFD", text)
    return "".join(each for each in parted if not "\u0300" <= each <= "\u036f").lower()
