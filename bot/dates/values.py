"""The values that the grammar makes of words about dates, and the two ways to refuse."""

from dataclasses import astuple, dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from operator import add

from bot.core.errors import Rejected
from bot.core.language import Language

CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
"""Weekdays as in RFC 5545."""
DAY_MINUTES = 24 * 60
NOON = 12 * 60


class Kind(StrEnum):
    date = "date"
    datetime = "datetime"
    range = "range"
    deadline = "deadline"
    recurrence = "recurrence"


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading of a phrase, in naive wall-clock time of the person's zone.

    A range of days includes its `end`; a range of times does not. A week or month is a range to its last
    working day. `start` of a recurrence is its first time from now on,
    and `rrule` holds the parts of RFC 5545 without the prefix `RRULE:`.
    """

    start: date | datetime | None
    end: date | datetime | None = None
    rrule: str | None = None
    kind: Kind = Kind.date
    slip: str = ""
    """A word with a slip of the finger, and how it was read: "firday: Friday"."""


class Unreadable(Rejected):
    """The phrase holds no date that we are sure of."""

    phrase: str


class Ambiguous(Rejected):
    """The phrase can mean each of `readings`, likeliest first; `rest` is the text without it."""

    phrase: str
    readings: tuple[Reading, ...]
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """Moment and language of a phrase: `now` is naive wall-clock time in `zone`, to the minute."""

    now: datetime
    zone: str
    language: Language
    today: date


class Grain(StrEnum):
    day = "day"
    week = "week"
    weekend = "weekend"
    month = "month"
    quarter = "quarter"
    year = "year"
    edge = "edge"
    """The end of something, which "before" means to include."""


@dataclass(frozen=True, slots=True)
class Span:
    """A day, week, month …: its first and last day. The last day of a week is Friday."""

    first: date
    last: date
    grain: Grain = Grain.day
    dated: bool = False
    """The year is written, so it may well be past."""

    @property
    def due(self) -> date:
        """The last day on which people work; the last of all when there is none."""
        friday = self.last - timedelta(days=max(self.last.weekday() - 4, 0))
        return friday if friday >= self.first else self.last


Days = tuple[Span, ...]
"""All that the words may mean, likeliest first; more than one is ambiguous."""


def one_day(*days: date | None, grain: Grain = Grain.day) -> Days:
    """Those of the days that there are."""
    return tuple(Span(day, day, grain) for day in days if day)


def at(day: date, minutes: int) -> datetime:
    return datetime.combine(day, time()) + timedelta(minutes=minutes)


@dataclass(frozen=True, slots=True)
class Clock:
    """Minutes since midnight. `written` is what stands there, before 1-7 became the afternoon.

    `exact` when the words leave no choice of half a day: 14:00, 04:00, 2pm. Midnight has two
    readings, the start and the end of its day.
    """

    minutes: tuple[int, ...]
    written: int
    exact: bool = False
    dotted: str = ""
    """What stands there when that could also be a day and a month: 4.12."""

    @property
    def first(self) -> int:
        return self.minutes[0]


@dataclass(frozen=True, slots=True)
class Hours:
    """From and till, in minutes since midnight; `till` may lie on the next day."""

    start: int
    till: int


@dataclass(frozen=True, slots=True)
class Length:
    months: int = 0
    days: int = 0
    minutes: int = 0
    workdays: int = 0

    def __neg__(self) -> "Length":
        return Length(-self.months, -self.days, -self.minutes, -self.workdays)

    def __add__(self, other: "Length") -> "Length":
        return Length(*map(add, astuple(self), astuple(other)))

    @property
    def of_clock(self) -> bool:
        return bool(self.minutes) and not (self.months or self.days or self.workdays)

    @property
    def of_calendar(self) -> bool:
        return not self.minutes


@dataclass(frozen=True, slots=True)
class Repeat:
    """A rule of RFC 5545, and what is said of its hours and its ends."""

    freq: str
    by: str = ""
    interval: int = 1
    first_by: str = ""
    """More parts that hold for its first time only, each behind a semicolon."""
    tail: str = ""
    until: date | None = None
    not_before: date | None = None
    hours: tuple[int, int | None] | None = None

    @property
    def rrule(self) -> str:
        every = f"INTERVAL={self.interval}" if self.interval != 1 else ""
        # RFC 5545 wants UNTIL to be a date or a time as the start is.
        last = "" if self.until is None else f"UNTIL={self.until:%Y%m%d}" + ("T235959" if self.hours else "")
        return ";".join(part for part in (f"FREQ={self.freq}", every, self.by, self.tail, last) if part)


Repeats = tuple[Repeat, ...]
"""All that the words may mean, likeliest first."""
