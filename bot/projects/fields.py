"""Readers of what is typed into a project's form: escalation levels, the emoji and days off."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates.reader import read_span
from bot.dates.values import Ambiguous, Unreadable

DAY = timedelta(days=1)
LONGEST_STEP, MOST_POSTPONEMENTS, MOST_DAYS_OFF = 60, 20, 200
EMOJI = re.compile(r"[\w+'-]{1,100}")


class NoLadder(Rejected):
    """Not three rising numbers of working days."""

    longest: int = LONGEST_STEP


class NoCount(Rejected):
    most: int = MOST_POSTPONEMENTS


class NoEmoji(Rejected):
    typed: str


class NoDaysOff(Rejected):
    """`typed` is no day and no range of days."""

    typed: str


class WhichDayOff(Rejected):
    """`typed` can be more than one day."""

    typed: str


class TooManyDaysOff(Rejected):
    most: int = MOST_DAYS_OFF


def ladder(typed: str) -> list[int]:
    """`2, 5, 10`; raise NoLadder."""
    numbers = [int(number) for number in re.findall(r"\d{1,4}", typed)]
    rest = re.sub(r"\d{1,4}", "", typed)
    rising = len(numbers) == 3 and 0 < numbers[0] < numbers[1] < numbers[2] <= LONGEST_STEP
    if not rising or rest.strip(" ,;/-–>→\t"):
        raise NoLadder
    return numbers


def count(typed: str) -> int:
    """Raise NoCount for what is not between 1 and the most."""
    number = int(typed) if re.fullmatch(r"\d{1,4}", typed.strip()) else 0
    if not 1 <= number <= MOST_POSTPONEMENTS:
        raise NoCount
    return number


def count_or_none(typed: str) -> int:
    """0 for nothing; raise NoCount."""
    return count(typed) if typed.strip() else 0


def emoji(typed: str) -> str:
    """The name in `:pushpin:` or `pushpin`, empty for none; raise NoEmoji."""
    name = typed.strip().strip(":").partition("::")[0].lower()
    if name and not EMOJI.fullmatch(name):
        raise NoEmoji(typed)
    return name


def days_off(typed: str, now: datetime, zone: str, language: Language) -> list[str]:
    """ISO dates in order, of days and ranges. Raise NoDaysOff, WhichDayOff or TooManyDaysOff."""
    days: set[date] = set()
    for first, last in _spans(typed, now, zone, language):
        if (last - first).days >= MOST_DAYS_OFF:
            raise TooManyDaysOff
        days.update(first + ahead * DAY for ahead in range((last - first).days + 1))
    if len(days) > MOST_DAYS_OFF:
        raise TooManyDaysOff
    return [day.isoformat() for day in sorted(days)]


def in_spans(days: Iterable[str]) -> list[tuple[date, date]]:
    """ISO dates as first and last days without a day between."""
    spans: list[tuple[date, date]] = []
    for day in sorted(map(date.fromisoformat, days)):
        if spans and day - spans[-1][1] <= DAY:
            spans[-1] = (spans[-1][0], day)
        else:
            spans.append((day, day))
    return spans


def _spans(typed: str, now: datetime, zone: str, language: Language) -> Iterator[tuple[date, date]]:
    """A line that is no date as a whole may hold several, between commas."""
    languages = list(dict.fromkeys([language, *Language]))
    for line in filter(None, map(str.strip, re.split(r"[\n;]", typed))):
        try:
            yield _span(line, now, zone, languages)
        except NoDaysOff:
            pieces = [piece.strip() for piece in line.split(",") if piece.strip()]
            if len(pieces) < 2:
                raise
            yield from [_span(piece, now, zone, languages) for piece in pieces]


def _span(phrase: str, now: datetime, zone: str, languages: Sequence[Language]) -> tuple[date, date]:
    for language in languages:
        try:
            return read_span(phrase, now, zone, language)
        except Ambiguous as several:
            raise WhichDayOff(phrase) from several
        except Unreadable:
            continue
    raise NoDaysOff(phrase)
