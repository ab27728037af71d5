"""A pasted list, read line by line: who does what by when, and what is not clear of it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from itertools import islice
from typing import Any, NamedTuple

from sqlmodel import Field

from bot.core.calendar import local
from bot.core.language import Language
from bot.core.limits import TEXT_LIMIT
from bot.core.values import Value
from bot.dates.due import Due, coming_days, read_due
from bot.dates.line_end import Terms, split_terms
from bot.dates.reader import Ambiguous, Unreadable
from bot.notes.pasted_tables import Row, as_table
from bot.notes.tasks import marked, task

MOST_LINES = 2000
SAID = 100
"""Characters of a name or a date, as written, that are said back."""
GROUP = re.compile(r"\s*(<!subteam\^\w+(?:\|[^<>]*)?>)[\s,:–—-]*")
MENTIONS = re.compile(r"(?:<@\w+>[\s,&+]*(?:(?:and|en)\s+)?){2,}")
ONLY_MENTION = re.compile(r"<@\w+>")
TICKED = re.compile(r"[-*•]?\s*\[(?P<mark>[ xXvV✓])\]\s+|(?P<box>[☐☑✅])\s*")
BULLET = re.compile(r"(?:[-*+•◦▪–—→]|\(?\d{1,3}[.)]|\(?[a-z][.)])[ \t\u00a0]+")
UNREAD = re.compile(
    r"\b(?:(?:due|deadline|streefdatum)\s*:|uiterlijk\s(?=.*\d))\s*(\S+(?: \S+){0,3})$"
    r"|(?<!\S)(\d{1,2}[-/.]\d{1,2}[-/.](?:\d\d){1,2}|\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}(?:st|nd|rd|th|e)? (?:jan|feb|ma[ary]|mrt|apr|mei|ju[nl]|aug|sep|o[ck]t|nov|dec)\w*)[.)]?$",
    re.IGNORECASE,
)
"""At the end of a line: what is said to be a date, or is written as one, and is none."""
SEPARATORS = tuple("-–—|,;:([→")
HIDDEN = "\x00"
RULE = re.compile(r"[\s=_*–—-]*$")
HEADING = re.compile(r"#{1,6}\s+(.*)")


class Doubt(StrEnum):
    """What is not clear about a line's owner or date."""

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
    """Why a line is not ticked from the start."""

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


class Piece(NamedTuple):
    """A line without its bullet, with those that go on from it."""

    number: int
    text: str
    why: Why = Why.none


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
        """When it starts; a date that was chosen since may lie before that."""
        return None if self.starts and self.due and self.starts > self.due else self.starts

    @property
    def unclear(self) -> bool:
        """Something is missing, or was not understood."""
        return self.ticked and (self.owner is None or bool(self.due_doubt))


def is_list(pasted: str) -> bool:
    return "\n" in pasted and len(list(_pieces(pasted))) > 1


def read_lines(
    pasted: str, known: frozenset[str], now: datetime, zone: str, languages: list[Language]
) -> list[Line]:
    """Each line with its date read and its owner as written; `known` are names in lower case."""
    table = as_table(pasted, known)
    if table is not None:
        return of_rows(table, now, zone, languages)
    pieces = islice(_pieces(pasted), MOST_LINES)
    return [_of_piece(piece, known, now, zone, languages) for piece in pieces]


def _pieces(pasted: str) -> Iterator[Piece]:
    """Lines without their bullets; an indented one without a bullet belongs to the line above."""
    last: Piece | None = None
    for number, raw in enumerate(pasted.splitlines(), start=1):
        if RULE.match(raw):
            continue
        piece, bulleted = _without_bullet(number, raw.strip())
        if last and raw[0].isspace() and not bulleted and last.why is not Why.heading:
            last = last._replace(text=f"{last.text} {piece.text}")
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _without_bullet(number: int, text: str) -> tuple[Piece, bool]:
    if box := TICKED.match(text):
        done = (box["mark"] or "☐") not in " " and (box["mark"] or box["box"]) not in (" ", "☐")
        return Piece(number, text[box.end() :], why=Why.done if done else Why.none), True
    if heading := HEADING.match(text):
        return Piece(number, heading[1], why=Why.heading), False
    bullet = BULLET.match(text)
    rest = text[bullet.end() :] if bullet else text
    if box := TICKED.match(rest):
        done = (box["mark"] or box["box"]) not in (" ", "☐")
        return Piece(number, rest[box.end() :], why=Why.done if done else Why.none), True
    heads = not bullet and (rest.endswith(":") or ONLY_MENTION.fullmatch(rest) is not None)
    return Piece(number, rest, why=Why.heading if heads else Why.none), bullet is not None


def of_rows(rows: Sequence[Row], now: datetime, zone: str, languages: list[Language]) -> list[Line]:
    """Of so many as are taken; a date that many rows have is read once."""

    @cache
    def due_of(phrase: str) -> dict[str, Any]:
        return due_read(phrase, now, zone, languages)

    return [_of_row(row, due_of(row.due) if row.due else {}) for row in rows[:MOST_LINES]]


def _of_row(row: Row, due: dict[str, Any]) -> Line:
    why = _unfit(row.text) or (Why.done if row.done else Why.none)
    return Line(number=row.number, text=row.text, owner_said=row.owner or "", why=why, ticked=not why, **due)


def _of_piece(
    piece: Piece, known: frozenset[str], now: datetime, zone: str, languages: list[Language]
) -> Line:
    line = Line(number=piece.number, text=piece.text, why=piece.why, ticked=not piece.why)
    if piece.why is Why.heading:
        return line
    # The date first, as a single typed line has it; what it leaves is searched for an owner.
    when = split_terms(piece.text, now, zone, languages)
    torn = when.due.text.count("(") != when.due.text.count(")")  # "(Tom, Friday)": the two belong together
    if torn:
        when = Terms(Due(piece.text))
    split, text, owner = when.due, when.due.text, None
    if (mark := marked(text, known)) and not mark.decision and mark.rest:
        text, owner = mark.rest, mark.owner
    if group := GROUP.match(text):
        text, owner = text[group.end() :], group[1]
    elif several := MENTIONS.match(text):
        text, owner = text[several.end() :], ", ".join(re.findall(r"<@\w+>", several[0]))
    read = task(text, known, owner)
    if read.due and not _set_apart(text, read.due):  # "the agenda of Monday"
        hidden = task(text.replace(read.due, HIDDEN), known, owner)
        read = hidden._replace(text=hidden.text.replace(HIDDEN, read.due), due=None)
    found: dict[str, object] = {"text": read.text or text, "owner_said": (read.owner or "")[:SAID]}
    found |= {"whole": text} if read.owner and read.owner[0] not in "@<" else {}
    found |= {"starts": when.starts, "repeats": when.repeats}
    if when.repetitions:  # that it repeats stays in the text: here no more than a day can be chosen
        found["text"] = f"{found['text']} {piece.text.removeprefix(split.text).strip()}"
        days = [way.first for way in when.repetitions]
        return line.model_copy(update={**found, "due_doubt": Doubt.ambiguous, "readings": days})
    if unfit := _unfit(read.text or text):
        found |= {"why": unfit, "ticked": False}
    return line.model_copy(update={**found, **_due_of(split, read.due, now, zone, languages)})


def _set_apart(text: str, phrase: str) -> bool:
    """Whether a date stands by itself, behind a comma, a dash or a bracket."""
    return text[: text.rfind(phrase)].rstrip().endswith(SEPARATORS)


def _unfit(text: str) -> Why:
    if not text:
        return Why.no_text
    return Why.long if len(text) > TEXT_LIMIT else Why.none


def _due_of(
    split: Due, phrase: str | None, now: datetime, zone: str, languages: list[Language]
) -> dict[str, object]:
    if split.day:
        return {"due": split.day}
    if split.readings:
        days = list(coming_days(split.readings, local(now, zone).date()))
        return {"due_doubt": Doubt.ambiguous, "readings": days}
    if split.past:
        return {"due_doubt": Doubt.past, "due_said": split.past.isoformat()}
    if phrase:
        return due_read(phrase, now, zone, languages)
    unread = UNREAD.search(split.text)
    return (
        {"due_doubt": Doubt.unreadable, "due_said": (unread[1] or unread[2]).rstrip(".)")[:SAID]}
        if unread
        else {}
    )


def due_read(phrase: str, now: datetime, zone: str, languages: list[Language]) -> dict[str, object]:
    """The fields of a Line that tell of a date written as `phrase`."""
    said = phrase[:SAID]
    try:
        day = read_due(phrase, now, zone, languages)
    except Unreadable:
        return {"due_doubt": Doubt.unreadable, "due_said": said}
    except Ambiguous as several:
        days = list(coming_days(several.readings, local(now, zone).date()))
        return {"due_doubt": Doubt.ambiguous, "due_said": said, "readings": days}
    if day < local(now, zone).date():
        return {"due_doubt": Doubt.past, "due_said": day.isoformat()}
    return {"due": day}
