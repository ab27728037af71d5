"""A meeting typed in one line: "Sprint review friday 14:00 45m" as a title and a moment with its length."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from typing import Any

from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates import reader
from bot.dates.reader import Ambiguous, Kind, Reading, Unreadable
from bot.dates.rrule import recurrence_of
from bot.meetings.errors import NoDay, NoTime

ROOM = re.compile(r"\d+\.\d+")
"""Alone at the end of a line this is as often a room, or a version."""
LAST_WORDS = 8
"""A moment is at most so many words: "friday 27 November 2026 from 14:00 to 15:00"."""
OFF_THE_CLOCK = re.compile(
    r"\s(?:(?:at|om)\s+)?((?:2[5-9]|[3-9]\d):[0-5]\d|\d{1,2}:[6-9]\d)(?=[\s.,]|$)", re.IGNORECASE
)
"""25:00, 14:75"""
END_BEHIND = re.compile(
    r"\s(?P<hours>(?:(?:at|om)\s+)?\d{1,2}(?:[:.]\d\d)?\s?(?:u|h|uur|am|pm)?\s+\d+(?:[.,]\d+)?\s?"
    r"(?:m|min|minutes?|minuten|minuut|h|hours?|u|uur))"
    r"\s+(?P<end>(?:until|till|tot(?: en met)?|t/m)\s+\S.*|\d+\s?(?:x|times|keer))$",
    re.IGNORECASE,
)
"""9:30 15m until 1 March: a series is read with its end before its hours."""


@dataclass(frozen=True)
class Moment:
    day: date | None = None
    at: time | None = None
    minutes: int | None = None
    repeats: str | None = None
    """RRULE of a series, by days."""
    unclear: dict[str, Rejected] = field(default_factory=dict)
    """Missing or doubtful parts, by the name of the form's field."""

    @property
    def known(self) -> dict[str, Any]:
        """As fields of Sketch."""
        parts = {"day": self.day, "at": self.at, "minutes": self.minutes, "repeats": self.repeats}
        return {name: value for name, value in parts.items() if value is not None}


@dataclass(frozen=True)
class Reader:
    """Reads in the first of `languages` that understands; what two meanings has in one is asked."""

    now: datetime
    zone: str
    languages: Sequence[Language]

    def line(self, text: str) -> tuple[str, Moment]:
        """The title, and the moment at the line's end; of a time that no clock shows the day is kept."""
        text = END_BEHIND.sub(r" \g<end> \g<hours>", text)
        odd = OFF_THE_CLOCK.search(text)
        if odd is None:
            return self._line(text)
        title, found = self._line(" ".join(f"{text[: odd.start()]} {text[odd.end() :]}".split()))
        return title, replace(found, at=None, unclear={**found.unclear, "at": NoTime(odd[1])})

    def _line(self, text: str) -> tuple[str, Moment]:
        found = reader.split_in(self.languages, text, self.now, self.zone)
        single = found.readings[0] if len(found.readings) == 1 else None
        if single and (found.sure or isinstance(single.start, datetime)):
            return found.rest, moment(single)
        if found.readings:
            return found.rest, _asked(Ambiguous(found.phrase, found.readings))
        return self._end_of(text.split()) or (text, moment(None))

    def phrase(self, phrase: str, day: date) -> Moment:
        """A moment alone, where a time without a day is on `day`; raise Unreadable."""
        if self._only_a_time(phrase):
            phrase = f"{day.isoformat()} {phrase}"
        try:
            return moment(self._read(phrase))
        except Ambiguous as several:
            return _asked(several)

    def _end_of(self, words: list[str]) -> tuple[str, Moment] | None:
        """A time without a word such as "at", or a day that is over: a date only where one is expected."""
        for count in range(min(LAST_WORDS, len(words) - 1), 0, -1):
            title, phrase = " ".join(words[:-count]).rstrip(" ,;:-–"), " ".join(words[-count:])
            if ROOM.fullmatch(phrase):
                continue
            try:
                reading = self._read(phrase)
            except Unreadable:
                continue
            except Ambiguous as several:
                return title, _asked(several)
            if isinstance(reading.start, datetime) or reading.kind is Kind.date:
                return title, moment(reading)
        return None

    def _read(self, phrase: str) -> Reading:
        for language in self.languages:
            try:
                return reader.read(phrase, self.now, self.zone, language)
            except Unreadable:
                continue
        raise Unreadable(phrase)

    def _only_a_time(self, phrase: str) -> bool:
        """Behind a date it reads as that date's time, so it holds no day itself."""
        try:
            found = [self._read(f"{day} {phrase}").start for day in ("2030-01-01", "2030-01-02")]
        except (Unreadable, Ambiguous):
            return False
        return found[0] != found[1]


def moment(reading: Reading | None) -> Moment:
    """The moment of a meeting, as far as `reading` tells it."""
    start = reading.start if reading else None
    if reading is None or start is None:
        return Moment(unclear={"day": NoDay(), "at": NoTime()})
    repeating = recurrence_of(reading)
    repeats = repeating.rrule if repeating else None
    if not isinstance(start, datetime):
        return Moment(start, repeats=repeats, unclear={"at": NoTime()})
    unclear: dict[str, Rejected] = {"at": NoTime()} if reading.kind is Kind.deadline else {}
    return Moment(start.date(), start.time(), _minutes(reading), repeats, unclear)


def _minutes(reading: Reading) -> int | None:
    if isinstance(reading.start, datetime) and isinstance(reading.end, datetime):
        return int((reading.end - reading.start).total_seconds()) // 60
    return None


def _asked(several: Ambiguous) -> Moment:
    return Moment(unclear={"day": several})
