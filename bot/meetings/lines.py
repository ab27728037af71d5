"""A meeting typed in one line: "Sprint review friday 14:00 45m" as a title and a moment with its length; or
"Sprint review next week 45m" as the days in which a moment is to be found."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any

from bot.core.calendar import local
from bot.core.errors import Rejected
from bot.core.language import Language
from bot.dates import reader
from bot.dates.due import Due
from bot.dates.reader import Ambiguous, Kind, Reading, Unreadable
from bot.dates.rrule import Recurrence, next_day, recurrence_of
from bot.meetings.errors import NoDay, NoTime
from bot.meetings.places import parted

ROOM = re.compile(r"\d+\.\d+")
"""Alone at the end of a line this is as often a room, or a version."""
LAST_WORDS = 8
"""A moment is at most so many words: "friday 27 November 2026 from 14:00 to 15:00"."""
OFF_THE_CLOCK = re.compile(
    r"\s(?:(?:at|om)\s+)?((?:2[5-9]|[3-9]\d):[0-5]\d|\d{1,2}:[6-9]\d)(?=[\s.,]|$)", re.IGNORECASE
)
HOUR = re.compile(r"[^\W\d_]\s(?:[01]?\d|2[0-3])$")
LENGTH = re.compile(
    r"(?<!\S)(?:(?:for|van)\s+)?(\d+(?:[.,]\d+)?\s?(?:m|mins?|minutes?|minuut|minuten|h|hrs?|hours?|u|uur|uren)"
    r"|half an hour|an hour|(?:een )?half uur|een uur|anderhalf uur)(?=[\s.,]|$)",
    re.IGNORECASE,
)
HOURS = re.compile(r"(?<!\S)[1-8](?:[.,]\d+)?\s?(?:h|hrs?|hours?)(?=[\s.,]|$)", re.IGNORECASE)
"""A length rather than a time."""
SOON = re.compile(
    r"(?<!\S)(?:asap|as soon as possible|zo snel mogelijk|z\.?s\.?m\.?|binnenkort)(?!\w)", re.IGNORECASE
)
SOON_DAYS = timedelta(days=14)
WITHIN = re.compile(r"(?:within|binnen)\b", re.IGNORECASE)
MOST_LEADS = 10
MEALS, HASTE = frozenset("lunch dinner breakfast diner ontbijt".split()), frozenset(("late", "early"))
"""In "team lunch friday 12:30" these are no time, but what it is about."""
AT, MASK = frozenset("at around before after over during om rond bij voor na tijdens".split()), "\ue000"
OFTEN = frozenset("daily weekly monthly".split())
"""So are these, where nothing else says what it is about; and they say how often."""
LEADS = frozenset(
    "in during from between before within by until this next week coming"
    " tussen gedurende van voor vóór binnen tot uiterlijk deze volgende komende".split()
)
"""Behind these a month or a week is days to choose from, and no part of the title."""
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
    until: date | None = None
    """The last of several days from `day`, or now, on."""
    repeats: str | None = None
    """RRULE of a series, by days."""
    unclear: dict[str, Rejected] = field(default_factory=dict)
    """Missing or doubtful parts, by the name of the form's field."""

    @property
    def known(self) -> dict[str, Any]:
        """As fields of Sketch."""
        moment = {"day": self.day, "at": self.at, "minutes": self.minutes}
        parts: dict[str, Any] = {**moment, "until": self.until, "repeats": self.repeats}
        return {name: value for name, value in parts.items() if value is not None}


@dataclass(frozen=True)
class Reader:
    """Reads in the first of `languages` that understands; what two meanings has in one is asked."""

    now: datetime
    zone: str
    languages: Sequence[Language]

    def line(self, text: str) -> tuple[str, Moment]:
        """The title, and the moment at the line's end; of a time that no clock shows the day is kept, with a
        day that does not exist none is read."""
        title, found = self._titled(text)
        odd = Due(title).unread
        if not odd or reader.read_in(list(self.languages), odd, self.now, self.zone):
            return title, found
        rest = title.removesuffix(odd).strip() or title
        return rest, replace(found, day=None, unclear={**found.unclear, "day": Unreadable(odd)})

    def _titled(self, text: str) -> tuple[str, Moment]:
        words = text.split()
        about = MEALS | (HASTE if text[-1:].isdigit() else frozenset())
        meals = [at for at, word in enumerate(words) if word.lower() in about and self._is_about(words[:at])]
        title, found = self._parted(" ".join(word + MASK * (at in meals) for at, word in enumerate(words)))
        title = title.replace(MASK, "")
        return (words[0] if words and not title and words[0].lower() in OFTEN else title), found

    def _is_about(self, before: list[str]) -> bool:
        """Whether a meal behind these words says what it is about: not in "at lunch" and "friday lunch"."""
        near = {word.lower() for word in before[-2:]}
        return not before or not (near & AT or self._parted(" ".join(before))[1].known)

    def _parted(self, text: str) -> tuple[str, Moment]:
        text = END_BEHIND.sub(r" \g<end> \g<hours>", text)
        odd = OFF_THE_CLOCK.search(text)
        if odd is None:
            title, found = self._known(text)
            nothing = found.day is None and isinstance(found.unclear.get("day"), NoDay)
            return (self._at_hour(text) if nothing else None) or (title, found)
        title, found = self._line(" ".join(f"{text[: odd.start()]} {text[odd.end() :]}".split()))
        return title, replace(found, at=None, unclear={**found.unclear, "at": NoTime(odd[1])})

    def _at_hour(self, text: str) -> tuple[str, Moment] | None:
        """Of "friday 10" it is asked whether that is a time."""
        hour = HOUR.search(text)
        if hour is None:
            return None
        title, found = self._known(f"{text}:00")
        phrase = text.removeprefix(title).strip()
        if not (found.day and found.at and " " in phrase) or found.repeats:
            return None
        return title, _asked(Ambiguous(phrase, (Reading(datetime.combine(found.day, found.at)),)))

    def _known(self, text: str) -> tuple[str, Moment]:
        """ "11 Dec 1h" is a time only where nothing else can be meant, as is "voor 11 dec 2 uur"."""
        title, found = self._line(text)
        if found.at is None:
            return self._days(text)
        days = self._days(text) if HOURS.search(text) or "at" in found.unclear else None
        if days and days[1].at is None and (days[1].day or days[1].until):
            return days
        return self._in_days(text, title, found) or (title, found)

    def _in_days(self, text: str, title: str, found: Moment) -> tuple[str, Moment] | None:
        """Behind several days "2 uur" is a length, and of "next week 14:00" the day is not known."""
        phrase = text.removeprefix(title).strip() if text.startswith(title) else ""
        if not phrase or not self._only_a_time(phrase):
            return None
        rest, days = self._between(title.split()) or (title, Moment())
        length = LENGTH.search(text)
        if days.until and length:
            return rest, replace(days, minutes=self._minutes(length[1]))
        return (rest, Moment(at=found.at, unclear={"day": NoDay()})) if days.until else None

    def _line(self, text: str) -> tuple[str, Moment]:
        found = reader.split_in(self.languages, text, self.now, self.zone)
        if len(found.readings) == 1:
            # Also a day in doubt: nothing is planned on it before a time is chosen.
            only = moment(found.readings[0], within=bool(WITHIN.match(found.phrase)))
            return found.rest, self._coming(only)
        if found.readings:
            return found.rest, _asked(Ambiguous(found.phrase, found.readings))
        return self._end_of(text.split()) or (text, moment(None))

    def _coming(self, found: Moment) -> Moment:
        """A series whose first time is over begins with the next."""
        here = local(self.now, self.zone).replace(tzinfo=None)
        if not (found.repeats and found.day == here.date() and found.at and found.at <= here.time()):
            return found
        return replace(found, day=next_day(Recurrence(found.repeats, found.day), found.day) or found.day)

    def _days(self, text: str) -> tuple[str, Moment]:
        """Of a line without a time: a length is read by itself, and days anywhere."""
        text, minutes = self.without_length(text)
        title, found = self._line(text)
        if isinstance(found.unclear.get("day"), NoDay):
            days = self._soon(text) or self._between(text.split()) or self._before_place(text)
            title, found = days or (title, found)
        return title, replace(found, minutes=found.minutes or minutes)

    def without_length(self, text: str) -> tuple[str, int | None]:
        """And its minutes."""
        length = LENGTH.search(text)
        minutes = self._minutes(length[1]) if length else None
        return (_without(text, length.start(), length.end()) if length and minutes else text), minutes

    def _soon(self, text: str) -> tuple[str, Moment] | None:
        soon, today = SOON.search(text), local(self.now, self.zone).date()
        if soon is None:
            return None
        days = Moment(today, until=today + SOON_DAYS, unclear={"at": NoTime()})
        return _without(text, soon.start(), soon.end()), days

    def _between(self, words: list[str]) -> tuple[str, Moment] | None:
        """Days in the midst, behind a word that begins such: "in december at Room 2"."""
        for first in [at for at, word in enumerate(words) if word.lower() in LEADS][:MOST_LEADS]:
            for last in range(min(len(words), first + LAST_WORDS), first + 1, -1):
                title = " ".join((" ".join(words[:first]).rstrip(" ,;:-–"), *words[last:])).strip()
                try:
                    reading = self._read(" ".join(words[first:last]))
                except Unreadable:
                    continue
                except Ambiguous as several:
                    return title, _asked(several)
                if reading.kind in (Kind.range, Kind.deadline) and not isinstance(reading.start, datetime):
                    return title, moment(reading)
        return None

    def _before_place(self, text: str) -> tuple[str, Moment] | None:
        """A day behind which only the place stands: "friday at Room 2"."""
        head, place = parted(text)
        found = self._end_of(head.split()) if place else None
        return (f"{found[0]}{text[len(head) :]}", found[1]) if found else None

    def _minutes(self, phrase: str) -> int | None:
        for language in self.languages:
            try:
                return int(reader.duration(phrase, language).total_seconds()) // 60
            except Unreadable:
                continue
        return None

    def phrase(self, phrase: str, day: date) -> Moment:
        """A moment alone, where a time without a day is on `day`; raise Unreadable."""
        within = bool(WITHIN.match(phrase))
        if not within and self._only_a_time(phrase):
            phrase = f"{day.isoformat()} {phrase}"
        try:
            return moment(self._read(phrase), within=within)
        except Ambiguous as several:
            return _asked(several)
        except Unreadable:
            rest, days = self._days(phrase)
            if rest or not (days.day or days.until):
                raise
            return days

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
            days = reading.kind is Kind.range and count > 1 and words[-count].lower() != "of"
            if isinstance(reading.start, datetime) or reading.kind is Kind.date or days:
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


def moment(reading: Reading | None, *, within: bool = False) -> Moment:
    """The moment of a meeting, as far as `reading` tells it; `within`: on that day or before it."""
    start = reading.start if reading else None
    if reading is None or start is None:
        return Moment(unclear={"day": NoDay(), "at": NoTime()})
    repeating = recurrence_of(reading)
    repeats = repeating.rrule if repeating else None
    if not isinstance(start, datetime):
        until = start if within or reading.kind is Kind.deadline else reading.end
        day = None if until == start else start
        last = until.date() if isinstance(until, datetime) else until
        if repeats:
            return Moment(start, repeats=repeats, unclear={"at": NoTime()})
        return Moment(day, until=last, unclear={"at": NoTime()})
    unclear: dict[str, Rejected] = {"at": NoTime()} if reading.kind is Kind.deadline else {}
    return Moment(start.date(), start.time(), _minutes(reading), repeats=repeats, unclear=unclear)


def _minutes(reading: Reading) -> int | None:
    if isinstance(reading.start, datetime) and isinstance(reading.end, datetime):
        return int((reading.end - reading.start).total_seconds()) // 60
    return None


def _without(text: str, first: int, last: int) -> str:
    return " ".join(f"{text[:first].rstrip(' ,;:-–')} {text[last:]}".split())


def _asked(several: Ambiguous) -> Moment:
    return Moment(unclear={"day": several})
