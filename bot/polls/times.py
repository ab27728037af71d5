"""Moments typed one behind the other: "tue 10:00, 11:00 or wed 14:00", "di 10:00-10:45 of wo 14u"."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime

from bot.core.calendar import local
from bot.core.language import Language
from bot.dates.reader import Ambiguous, Unreadable
from bot.meetings.lines import Moment, Reader
from bot.meetings.lines import moment as meant
from bot.polls.model import Option, UnreadTimes

BETWEEN = re.compile(r"\s*(?:[,;\n•]|\s(?:or|en/of)\s)\s*(?:(?:or|of)\s+)?", re.IGNORECASE)
OF = re.compile(r"\s+of\s+", re.IGNORECASE)
"""Dutch for "or"; in English it belongs to a date, as in "3rd of December"."""
BULLET = re.compile(r"^(?:[-*•]|\d{1,2}[.)])\s+")


def read_times(text: str, now: datetime, zone: str, spoken: Sequence[Language], minutes: int) -> list[Option]:
    """Options, each moment once; a time alone is on the day named last. Raise UnreadTimes."""
    reader = Reader(now, zone, spoken)
    found: dict[datetime, Option] = {}
    unread: list[str] = []
    last, without_time = local(now, zone), ""
    said = [*_moments(reader, text, last.date())]
    for at, (phrase, read) in enumerate(said, start=1):
        moment = _ahead(read, last, [each for _, each in said[at:]])
        if moment is None or moment.day is None or moment.repeats or moment.unclear.keys() - {"at"}:
            unread.append(phrase)
        elif moment.at is None:
            unread += [without_time] if without_time else []
            without_time = phrase
        else:
            starts, without_time = datetime.combine(moment.day, moment.at), ""
            last = max(starts, last)
            found[starts] = Option(id=0, starts=starts, minutes=moment.minutes or minutes)
    unread += [without_time] if without_time else []
    if unread:
        raise UnreadTimes(unread)
    return [*found.values()]


def _ahead(moment: Moment | None, last: datetime, later: Sequence[Moment | None]) -> Moment | None:
    """Of what may be two moments, as "mon 9:00" on a Monday, the one that goes on from the `last`, and comes
    before those `later`."""
    several = moment.unclear.get("day") if moment else None
    if not isinstance(several, Ambiguous):
        return moment
    ends = (datetime.combine(each.day, each.at) for each in later if each and each.day and each.at)
    end = next(ends, datetime.max)
    starts = [
        each
        for each in several.readings
        if isinstance(each.start, datetime) and last < each.start and each.start.replace(tzinfo=None) < end
    ]
    return meant(starts[0]) if len(starts) == 1 else moment


def pieces(text: str) -> list[str]:
    return [BULLET.sub("", piece.strip()) for piece in BETWEEN.split(text) if piece.strip()]


def _moments(reader: Reader, text: str, day: date) -> Iterator[tuple[str, Moment | None]]:
    """What is not read as one is read as several with "of" between; None for what is no moment."""
    for piece in pieces(text):
        whole = _moment(reader, piece, day)
        is_one = (whole and whole.day) or not OF.search(piece)
        for phrase in [piece] if is_one else OF.split(piece):
            moment = whole if is_one else _moment(reader, phrase, day)
            day = moment.day if moment and moment.day else day
            yield phrase, moment


def _moment(reader: Reader, phrase: str, day: date) -> Moment | None:
    try:
        return reader.phrase(phrase, day)
    except Unreadable:
        return None
