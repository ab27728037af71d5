"""A pasted list, line by line: the text, owner and date of each, and what is not clear of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Any

from sqlmodel import Field

from bot.core.calendar import local
from bot.core.errors import TEXT_LIMIT
from bot.core.language import Language
from bot.core.values import Value
from bot.dates.due import Due, Terms, coming_days, read_due, split_terms
from bot.dates.reader import Ambiguous, Unreadable
from bot.notes import lines
from bot.notes.cells import serial_day
from bot.notes.columns import NONE_OWN, Own
from bot.notes.dues import split_due
from bot.notes.lines import bare, tidy
from bot.notes.mail import around_mail
from bot.notes.people import split_names
from bot.notes.tables import Row, Table, find_table
from bot.notes.tasks import split_aside_due, task, unmarked
from bot.notes.typed_line import Reader
from bot.notes.words import ACTION_HEADINGS

MOST_LINES = 2000
SAID = 100
"""Characters of a name or a date, as written, that are said back."""
ONLY_MENTION = re.compile(r"<@\w+>")
OWNED, LABELLED = re.compile(r"(?:@\w|<@\w+>)\S*\s+\w"), re.compile(r"([^:–—]{1,40}?)(?::| [–—-])\s+\w")
EMPHASISED = re.compile(r"^([*_]{1,3})(?=\S)([^*_]{1,60})\1(?=[\s:,–—-])")


class Doubt(StrEnum):
    """The reason why a line's owner or date is not taken."""

    group = "group"
    several = "several"
    """More owners than one."""
    unknown = "unknown"
    namesakes = "namesakes"
    """A name that more than one colleague has."""
    guest = "guest"
    bot = "bot"
    gone = "gone"
    outside = "outside"
    """Not in the project's channel."""
    unreadable = "unreadable"
    ambiguous = "ambiguous"
    past = "past"
    none = ""


class Why(StrEnum):
    """The reason why a line is not ticked from the start."""

    heading = "heading"
    done = "done"
    twin = "twin"
    """An open item says the same."""
    above = "above"
    """A line above says the same."""
    no_text = "no_text"
    long = "long"
    """More than an action item holds."""
    none = ""


class Line(Value):
    """One line as the person sees it before anything is raised."""

    number: int
    text: str
    owner: str | None = None
    """User id."""
    owner_doubt: Doubt = Doubt.none
    owner_said: str = ""
    """As it is written, until it is clear who that is."""
    whole: str = ""
    """The text with the owner's name in it, for when that is nobody; empty for `@tom`, who is meant."""
    due: date | None = None
    due_doubt: Doubt = Doubt.none
    due_said: str = ""
    readings: list[date] = Field(default_factory=list)
    """Days that an ambiguous date can be."""
    starts: date | None = None
    repeats: str | None = None
    """RRULE of iCalendar."""
    why: Why = Why.none
    like: int | None = None
    """Number of the item, or of the line above, that says the same."""
    ticked: bool = True

    @property
    def fits(self) -> bool:
        """It can be raised as it is."""
        return not _unfit(self.text)

    @property
    def begins(self) -> date | None:
        """The day on which it starts; a due date that was chosen since may lie before that."""
        return None if self.starts and self.due and self.starts > self.due else self.starts

    @property
    def unclear(self) -> bool:
        """Something is missing, or was not understood."""
        return self.ticked and (self.owner is None or bool(self.due_doubt))


def is_list(pasted: str) -> bool:
    """Whether there is more than one item in what has more than one line."""
    return len(list(islice(_items(pasted), 2))) > 1


def read_pasted(
    pasted: str,
    known: frozenset[str],
    now: datetime,
    zone: str,
    languages: list[Language],
    own: Own = NONE_OWN,
    *,
    of_file: bool = False,
) -> tuple[list[Line], Table | None]:
    """Each line, or row of the table that it is, with its date read and its owner as written.

    `known` are names in lower case, `own` what the project's columns hold. `of_file`: as `find_table` says.
    """
    table = find_table(pasted, known, own, of_file=of_file)
    if table is not None:
        return of_rows(table.read(), now, zone, languages), table
    items = [*islice(_items(pasted), MOST_LINES)]
    mail = around_mail(items)
    found = [_of_item(item, known, now, zone, languages) for item in items if item.number not in mail]
    beside = [
        Line(number=item.number, text=item.text, why=Why.no_text, ticked=False)
        for item in items
        if item.number in mail
    ]
    return sorted([*found, *beside], key=lambda line: line.number), None


def _items(pasted: str) -> Iterator[lines.Line]:
    """The lines that say something; what goes on from a bullet is one with it."""
    last: lines.Line | None = None
    for number, raw in enumerate(pasted.splitlines(), start=1):
        line = lines.read_line(number, raw)
        if not line.text:
            continue
        if last and lines.goes_on(last, line):
            last = replace(last, text=f"{last.text} {line.text}")
            continue
        if last:
            yield last
        last = line
    if last:
        yield last


def _is_heading(line: lines.Line, known: frozenset[str]) -> bool:
    """Whether items stand below: also below a name alone; what names its owner is an item itself."""
    text, above = line.text, line.text.endswith(":")
    if OWNED.match(text) or _label(text) in known:
        return False
    if above and text.rstrip(" :").lower() in known:
        return True
    if not line.bullet and bare(split_due(text)[0]) in ACTION_HEADINGS:  # `Action items 12 March`
        return True
    return bool(line.heading) or ((above or ONLY_MENTION.fullmatch(text) is not None) and not line.bullet)


def _label(text: str) -> str:
    """The words before a colon or a dash in the middle of a line."""
    found = LABELLED.match(text)
    return found[1].lower() if found else ""


def of_rows(rows: Sequence[Row], now: datetime, zone: str, languages: list[Language]) -> list[Line]:
    """Of so many as are taken; a date that many rows have is read once."""

    @cache
    def due_of(phrase: str) -> dict[str, Any]:
        return _due_read(phrase, now, zone, languages)

    return [_of_row(row, due_of(row.due) if row.due else {}) for row in rows[:MOST_LINES]]


def _of_row(row: Row, due: dict[str, Any]) -> Line:
    why = _unfit(row.text) or (Why.done if row.done else Why.none)
    return Line(number=row.number, text=row.text, owner_said=row.owner or "", why=why, ticked=not why, **due)


def _of_item(
    item: lines.Line, known: frozenset[str], now: datetime, zone: str, languages: list[Language]
) -> Line:
    why = Why.heading if _is_heading(item, known) else Why.done if item.done else Why.none
    text = EMPHASISED.sub(r"\2", item.text, count=1)
    line = Line(number=item.number, text=text, why=why, ticked=not why)
    if why is Why.heading:
        return line
    text, owner = unmarked(text, known)
    if not owner:
        people = Reader(now, zone, languages).people(text)
        if people.owners and not people.helpers:
            text, owner = people.rest, ", ".join(people.owners)
    text, phrase = split_aside_due(text)
    when = Terms(Due(text)) if phrase else split_terms(text, now, zone, languages)
    said = text.removeprefix(when.due.text).strip()
    whole = when.due.text
    read = task(whole, known, owner, "" if said else phrase, at_end=False)
    if read.owner and read.due is None:  # a date before the owner: "call them by Friday @tom"
        when = split_terms(read.text, now, zone, languages)
        said = read.text.removeprefix(when.due.text).strip()
        read = read._replace(text=tidy(when.due.text))
    text = read.text or when.due.text
    found: dict[str, object] = {"starts": when.starts, "repeats": when.repeats}
    if read.owner:
        mentioned = read.owner[0] in "@<"
        named = ", ".join(split_names(read.owner)) if mentioned else read.owner
        found |= {"owner_said": named[:SAID], "whole": "" if mentioned else whole}
    if when.repetitions:  # that it repeats stays in the text: here no more than a day can be chosen
        days = [way.first for way in when.repetitions]
        found |= {"text": f"{text} {said}", "due_doubt": Doubt.ambiguous, "readings": days}
        return line.model_copy(update=found)
    if unfit := _unfit(text):
        found |= {"why": unfit, "ticked": False}
    found |= {"text": text, **_due_of(when.due, read.due, now, zone, languages)}
    return line.model_copy(update=found)


def _unfit(text: str) -> Why:
    if not text:
        return Why.no_text
    return Why.long if len(text) > TEXT_LIMIT else Why.none


def _due_of(
    split: Due, phrase: str | None, now: datetime, zone: str, languages: list[Language]
) -> dict[str, object]:
    today = local(now, zone).date()
    if split.day or split.past:
        return _taken(split.day or split.past, today)
    if split.readings:
        return {"due_doubt": Doubt.ambiguous, "readings": list(coming_days(split.readings, today))}
    if phrase:
        return _due_read(phrase, now, zone, languages)
    return {"due_doubt": Doubt.unreadable, "due_said": split.unread[:SAID]} if split.unread else {}


def _due_read(phrase: str, now: datetime, zone: str, languages: list[Language]) -> dict[str, Any]:
    """The fields of a Line that tell of a date written as `phrase`."""
    said, today = phrase[:SAID], local(now, zone).date()
    try:
        return _taken(read_due(phrase, now, zone, languages), today)
    except Unreadable:
        if day := serial_day(phrase):
            return {"due_doubt": Doubt.ambiguous, "due_said": said, "readings": [day]}
        return {"due_doubt": Doubt.unreadable, "due_said": said}
    except Ambiguous as several:
        days = list(coming_days(several.readings, today))
        return {"due_doubt": Doubt.ambiguous, "due_said": said, "readings": days}


def _taken(day: date | None, today: date) -> dict[str, Any]:
    """The fields of a Line for a day that is due, unless it is over."""
    over = day is not None and day < today
    return {"due_doubt": Doubt.past, "due_said": str(day)} if over else {"due": day}
