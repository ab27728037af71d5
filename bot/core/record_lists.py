"""Which records somebody wants to see: filters that all hold together, each in words of both languages."""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

import sqlmodel

from bot.core.language import Both
from bot.core.values import Value

DAY = timedelta(days=1)
WORDS, LONGEST, MOST = 6, 30, 20
"""Words that are looked for, characters of each, and values of one filter: what a button can hold."""
ALL = Both("all|everything", "alle|alles")
EVERYWHERE = Both("all projects", "alle projecten")
"""Asks for what is one's own, wherever it is kept."""


class Period(StrEnum):
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


PERIODS: Mapping[Period, Both] = {
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


class By(StrEnum):
    state = "state"
    person = "person"
    """Of a field that holds one user id, or several."""
    period = "period"
    """Of a day, in the words of PERIODS."""


@dataclass(frozen=True)
class Filter:
    """A field by which a list is narrowed."""

    name: str
    """Of the field."""
    by: By
    values: Mapping[str, Both] = field(default_factory=dict)
    """Of a state: what may be typed for each value, several ways with `|` between; the first is said back."""
    usual: tuple[str, ...] = ()
    """Of a state: the values where none is asked for; `all` asks for every one."""
    in_period: tuple[str, ...] = ()
    """As `usual`, where a period is asked for."""
    mine: Both | None = None
    """Of a person: what stands for who asks."""
    before: Both | None = None
    """Of a person: what may stand before a name."""


class Wanted(Value):
    """As it was asked for; a button of a page holds it as JSON."""

    values: dict[str, list[str]] = sqlmodel.Field(default_factory=dict)
    """By field: any of these states or user ids."""
    period: Period | None = None
    words: list[str] = sqlmodel.Field(default_factory=list)
    """Each must occur in one of the texts."""

    @property
    def narrowed(self) -> bool:
        return bool(self.model_dump(exclude_defaults=True))

    def within_reason(self) -> "Wanted":
        """Each thing once, and no more than a button can hold."""
        words = [word[:LONGEST] for word in dict.fromkeys(self.words) if word.strip()][:WORDS]
        values = {field: list(dict.fromkeys(each))[:MOST] for field, each in self.values.items()}
        return self.model_copy(update={"words": words, "values": values})


def days_of(period: Period, today: date) -> tuple[date, date]:
    """The first and the last day."""
    monday, first = today - DAY * today.weekday(), today.replace(day=1)
    before, behind = (first - DAY).replace(day=1), _last_of_month(first) + DAY
    return {
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
    }[period]


def _last_of_month(first: date) -> date:
    return (first + 31 * DAY).replace(day=1) - DAY


def fold(text: str) -> str:
    """Without case and accents, so that `café` finds CAFE."""
    if text.isascii():
        return text.lower()
    parted = unicodedata.normalize("NFD", text)
    return "".join(each for each in parted if not "\u0300" <= each <= "\u036f").lower()
