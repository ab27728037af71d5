"""From a date in words to a due date: one day, with what does not fit in a day left in the text; and
all that a line ends with: when it is due, starts and comes back."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.calendar import instant, local
from bot.core.language import Language
from bot.dates import reader
from bot.dates.arithmetic import recent
from bot.dates.cutting import line_end
from bot.dates.reader import Ambiguous, Kind, Reading, Unreadable
from bot.dates.rrule import Recurrence, recurrence_of

BECAUSE = re.compile(
    r"(?<!\s)\s+(?:because(?:\s+of)?|omdat|want(?!\s+(?:to|it|an?|the|this|that|them|more|some)\b)|wegens|vanwege)\s+",
    re.IGNORECASE,
)

SHIFT = re.compile(
    r"(?P<by>(?:by|with|met)\s+)?(?:(?P<more>another|nog)\s+)?"
    r"(?P<length>[^\s:]+(?:\s+[^\s:]+){0,3}?)(?P<way>\s+(?:later|earlier|sooner|eerder|vroeger))?",
    re.IGNORECASE,
)
"""By how much something moves: "by a week", "an hour later", "nog een week", "2 dagen eerder"."""

UNREAD = re.compile(
    r"\b(?:(?:due|deadline|streefdatum)\s*:|uiterlijk\s(?=.*\d))\s*(\S+(?: \S+){0,3})$"
    r"|(?<!\S)(\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|\d{4}-\d{1,2}-\d{1,2}"
    r"|3[01]/(?:0?[1-9]|1[0-2])|(?:0?[1-9]|1[0-2])/3[01]"
    r"|\d{1,2}(?:st|nd|rd|th|e)? (?:of )?"
    r"(?:jan|feb|ma[ary]|mrt|apr|mei|ju[nl]|aug|sep|o[ck]t|nov|dec)\w*)[.)]?$",
    re.IGNORECASE,
)
"""At the end of a line: what is said to be a date, or is written as one, and is none."""
AWAY_FROM = re.compile(
    r"(?<!\S)((?:an?|one|two|three|a few|een|één|twee|drie|een paar|\d+) (?:working |werk)?"
    r"(?:days?|weeks?|months?|dag(?:en)?|weken|maand(?:en)?) "
    r"(?:before|after|voor|vóór|na) \S+(?: \S+){0,3})$",
    re.IGNORECASE,
)
"""`two days before Christmas`: not the day before it."""


@dataclass(frozen=True)
class Due:
    """A typed text without its due date, and that date."""

    text: str
    day: date | None = None
    past: date | None = None
    """A date that was typed and is over: not taken, to be said."""
    readings: tuple[Reading, ...] = ()
    """More than one date is possible: not taken, to be asked."""

    @property
    def unread(self) -> str:
        """What ends a text without a date as if it were one: 31 February."""
        if self.day or self.past or self.readings:
            return ""
        found = UNREAD.search(self.text) or AWAY_FROM.search(self.text)
        return next(filter(None, found.groups())).rstrip(".)") if found else ""


def split_due(text: str, now: datetime, zone: str, languages: list[Language]) -> Due:
    """The due date of `text`, in the language of the line."""
    found, today = reader.split_in(languages, text, now, zone), local(now, zone).date()
    away = AWAY_FROM.search(text)
    if away and found.phrase and not found.rest.endswith(away[1]) and away[1].endswith(found.phrase):
        return Due(text)
    if found.over:
        single = found.over.kind in (Kind.date, Kind.deadline)
        return Due(text, past=last_day(found.over) if single else None)
    if not found.sure:
        return Due(text, readings=found.readings)
    if len(found.readings) > 1:
        return _one_of(text, found.readings, today)
    if not found.readings:
        return Due(text)
    reading = found.readings[0]
    day = last_day(reading)
    kept = found.rest if found.rest and reading.kind in (Kind.date, Kind.deadline, Kind.range) else text
    return Due(kept, past=day) if day < today else Due(kept, day)


def read_due(phrase: str, now: datetime, zone: str, languages: list[Language]) -> date:
    """The day that `phrase` means; raise Unreadable or Ambiguous."""
    for readings in reader.each_in(languages, phrase, now, zone, forgiving=True):
        if len(readings) == 1:
            return last_day(readings[0])
        day = _only_day(readings, local(now, zone).date())
        if not day:
            raise Ambiguous(phrase, readings)
        return day
    raise Unreadable(phrase)


def shifted(
    phrase: str, start: datetime, zone: str, languages: Sequence[Language], *, bare: bool = False
) -> date | None:
    """Where "by a week" or "an hour later" moves what is at the aware `start`: a day, or a local moment;
    `bare`: where "one week" alone is meant so too. None for any other phrase."""
    found = SHIFT.fullmatch(phrase.strip())
    if not found or not (bare or found["by"] or found["way"] or found["more"]):
        return None
    one = (found["more"] or "").lower() == "another" and not found["length"][0].isdigit()
    length = f"a {found['length']}" if one else found["length"]
    back = (found["way"] or "later").strip().lower() != "later"
    ways = {Language.en: f"{length} ago" if back else f"in {length}"}
    ways[Language.nl] = f"{length} geleden" if back else f"over {length}"
    for language in languages:
        for readings in reader.each_in([language], ways[language], start, zone):
            if len(readings) == 1 and readings[0].start and not readings[0].end:
                return readings[0].start
    return None


def parted(phrase: str) -> tuple[str, str]:
    """A date in words and the reason behind it: `friday because the supplier is late`."""
    when, *because = BECAUSE.split(phrase, maxsplit=1)
    return when, "".join(because).strip()


def last_day(reading: Reading) -> date:
    """By when: of a week its last day, of something that repeats its first time."""
    when = reading.start if reading.kind is Kind.recurrence else reading.end or reading.start
    assert when is not None
    return when.date() if isinstance(when, datetime) else when


def _one_of(text: str, readings: tuple[Reading, ...], today: date) -> Due:
    if not coming_days(readings, today):
        return Due(text, past=last_day(readings[0]))
    day = _only_day(readings, today)
    return Due(text, day) if day else Due(text, readings=readings)


def _only_day(readings: Sequence[Reading], today: date) -> date | None:
    """Readings of one day that differ only in the time are no question; one that is over since lately is."""
    days = coming_days(readings, today)
    over = any(recent(today, last_day(reading)) for reading in readings)
    return days[0] if len(days) == 1 and not over else None


def coming_days(readings: Sequence[Reading], today: date) -> tuple[date, ...]:
    """The days among `readings` that are not over, likeliest first."""
    days = dict.fromkeys(last_day(reading) for reading in readings)
    return tuple(day for day in days if day >= today)


FROM = re.compile(
    r"\s(?P<lead>from|starting(?: from| on)?|as of|vanaf|met ingang van|m\.i\.v\.|ingaande)(?=\s|$)",
    re.IGNORECASE,
)
UNTIL = re.compile(r"\s(?:to|until|till|tot|t/m)\s", re.IGNORECASE)
LASTING = re.compile(
    r"(?:please )?(?:answer|use|run|work|host|staff|cover|charge|apply|keep|monitor|support|offer|provide"
    r"|accept)\b|.*\b(?:it|them|this)$",
    re.IGNORECASE | re.DOTALL,
)
"""Orders that hold for some time, or of what was named before: behind them "from 1 December" is a start, and
elsewhere maybe a letter's."""
NAMED = re.compile(r"(?:the|a|an|de|het|een)\s", re.IGNORECASE)
"""A line that begins so names something, and orders nothing: "de cijfers vanaf 3 december"."""
WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Terms:
    """The terms of a line; the text that is left stands in `due`."""

    due: Due
    starts: date | None = None
    repeats: str | None = None
    repetitions: tuple[Recurrence, ...] = ()
    """It repeats in one of these ways: not taken, to be asked."""


def split_terms(text: str, now: datetime, zone: str, languages: list[Language]) -> Terms:
    """Read the end of `text`; only what a day follows at the very end is a start, only there it repeats."""
    again = _repeating(text, now, zone, languages)
    if again is not None:
        return again
    rest, starts = _split_start(text, now, zone, languages, sure=True)
    if starts is not None:
        return Terms(Due(rest), starts)
    due = split_due(text, now, zone, languages)
    rest, starts = _split_start(due.text, now, zone, languages, sure=due.day is None)
    if starts is None:
        return Terms(due)
    if due.day is not None and due.day < starts:
        due = _behind(text, due, starts, zone, languages)
    return Terms(Due(rest, due.day, due.past, due.readings), starts)


def is_terms(text: str, now: datetime, zone: str, languages: list[Language]) -> bool:
    """Whether all of `text` is about when, or nothing at all but thanks."""
    line = f"x {text.strip()}"
    when = line[2 : line_end(line)].strip()
    if not when or reader.read_in(languages, when, now, zone):
        return True
    return split_terms(line, now, zone, languages).due.text == "x"


def _repeating(text: str, now: datetime, zone: str, languages: Sequence[Language]) -> Terms | None:
    split = reader.split_in(languages, text, now, zone)
    found = tuple(filter(None, map(recurrence_of, split.readings))) if split.sure else ()
    if found and len(split.readings) > 1:
        return Terms(Due(split.rest or text), repetitions=found)
    if found:
        return Terms(Due(split.rest, found[0].first), repeats=found[0].rrule) if split.rest else None
    return None


def _split_start(
    text: str, now: datetime, zone: str, languages: Sequence[Language], *, sure: bool
) -> tuple[str, date | None]:
    """The text without the day at its end from which on it is asked; `sure`: only of lasting work."""
    lead = next(reversed([*FROM.finditer(text)]), None)
    if lead is None or not text[: lead.start()].strip() or NAMED.match(text):
        return text, None
    if sure and lead["lead"].lower() == "from" and not LASTING.match(text[: lead.start()]):
        return text, None
    phrase = text[lead.end() :].strip()
    day = None if UNTIL.search(phrase) else start_day(phrase, now, zone, languages)
    return (text[: lead.start()].rstrip(" ,;"), day) if day else (text, None)


def start_day(phrase: str, now: datetime, zone: str, languages: Sequence[Language]) -> date | None:
    """The first day that `phrase` means, later than today: "Monday" on a Monday is the next one."""
    today = local(now, zone).date()
    for readings in reader.each_in(languages, phrase, now, zone):
        days = {_day(reading) for reading in readings if reading.kind is not Kind.recurrence}
        coming = sorted(day for day in days if day and (day > today or (day == today and len(days) == 1)))
        if len(coming) == 1:
            return coming[0]
    return None


def _day(reading: Reading) -> date | None:
    return reading.start.date() if isinstance(reading.start, datetime) else reading.start


def _behind(text: str, due: Due, starts: date, zone: str, languages: list[Language]) -> Due:
    """ "From Monday by Friday" is the Friday of that week, also when said on the Monday before."""
    later = split_due(text, instant(datetime.combine(starts, time()), zone), zone, languages)
    near = later.day is not None and due.day is not None and later.day - due.day <= WEEK
    return later if near else due
