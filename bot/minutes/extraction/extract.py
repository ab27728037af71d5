"""Minutes drafted from pasted notes by rules.

Everything here is a proposal for a person to accept: each points at its line, copies the words of the
notes, and never supplies an owner or a date that is not written there. Notes are untrusted text; drafting
has no side effects and takes time in proportion to their length.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import islice, takewhile

from bot.core.language import Language
from bot.minutes.extraction import header
from bot.minutes.extraction.find import find
from bot.minutes.extraction.offices import CHAIR, MINUTE_TAKER, holder
from bot.minutes.extraction.proposals import Proposal
from bot.minutes.extraction.questions import parked, questions
from bot.minutes.extraction.rows import in_columns
from bot.minutes.extraction.topics import topics
from bot.minutes.model import ProposalKind
from bot.notes.attendance import attendance
from bot.notes.cells import month_first, plain_date
from bot.notes.dues import day_of, names_next_meeting
from bot.notes.known import known_names
from bot.notes.lines import Line, bare
from bot.notes.markers import MARKER
from bot.notes.note_lines import read
from bot.notes.noted import is_told
from bot.notes.words import PARK_MARKERS, QUESTION_MARKERS
from bot.text.words import STOP_EN, STOP_NL

__all__ = ["Draft", "Proposal", "ProposalKind", "Topic", "draft", "language_of"]


_TOLD_APART = PARK_MARKERS | QUESTION_MARKERS
_TITLE_WORDS = 8
_OPENING = 100
"""Lines among which the day of the meeting is looked for."""


@dataclass(frozen=True)
class Topic:
    title: str
    line: int
    summary: str = ""
    """The lines below it, but for the proposals found in them."""
    lines: tuple[int, ...] = ()
    """Those on which title and summary stand."""


@dataclass(frozen=True)
class Draft:
    attendees: tuple[str, ...]
    topics: tuple[Topic, ...]
    proposals: tuple[Proposal, ...]
    language: Language
    title: str = ""
    held_on: date | None = None
    absent: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    next_meeting: str | None = None
    """ISO 8601 where that is clear, else as it is written."""
    chair: str = ""
    minute_taker: str = ""

    @property
    def own_title(self) -> str:
        """The title, unless it may be something else: a topic, an item, or what was just said."""
        said = any(self.title in item.quote for item in self.proposals)
        short = len(self.title.split()) <= _TITLE_WORDS and not self.title[:1].islower()
        topic = any(self.title in (each.title, each.summary) for each in self.topics)
        named = short or header.names_meeting(self.title)
        return self.title if named and not (said or topic) else ""

    @property
    def actions(self) -> tuple[Proposal, ...]:
        return tuple(item for item in self.proposals if item.kind is ProposalKind.action)

    @property
    def decisions(self) -> tuple[Proposal, ...]:
        return tuple(item for item in self.proposals if item.kind is ProposalKind.decision)


def draft(
    notes: str, language: Language | None = None, held_on: date | None = None, today: date | None = None
) -> Draft:
    """What `notes` hold, in their order. Relative dates count from the day `held_on`, else from the day that
    the notes name; `today` tells which year is meant where they name none."""
    lines = read(notes)
    present, absent, told = attendance(lines)
    known = known_names(lines, [*present, *absent])
    found = find([*in_columns([line for line in lines if line.number not in told], known)], known)
    own = language_of(notes)
    language, languages = language or own, list(dict.fromkeys([own, *Language]))
    held_on = held_on or header.held_on(lines, today, languages)
    american = _months_first(notes)
    following = header.next_meeting(lines, held_on, languages)
    if held_on:
        days = [item.due and _in_full(item.due, american, held_on) for item in found]
        found = [
            replace(item, day=_day_of(day, held_on, languages, following))
            for item, day in zip(found, days, strict=True)
        ]
    return Draft(
        attendees=present,
        topics=tuple(_summarised(lines, topics(lines), found)),
        proposals=tuple(found),
        language=language,
        title=header.title_of(lines),
        held_on=held_on,
        absent=absent,
        questions=tuple(questions(lines)),
        parked=tuple(parked(lines)),
        chair=holder(lines, CHAIR),
        minute_taker=holder(lines, MINUTE_TAKER),
        next_meeting=following,
    )


def typed_lines(notes: str) -> frozenset[int]:
    """Numbers of the lines of which a draft takes what was typed for it: a marker's item, a command that did
    something, who is there. What somebody just promises in passing is not among them."""
    found = {number for item in draft(notes).proposals for number in item.lines}
    return frozenset(
        line.number
        for line in read(notes)
        if line.corrects or is_told(line.text) or (line.number in found and MARKER.match(line.text))
    )


def _months_first(notes: str) -> bool | None:
    """Whether the notes write months before days, in numbers or, where these do not tell, in words."""
    told = month_first(_NUMERIC.findall(notes))
    words = {found["month"] is not None for found in _IN_WORDS.finditer(notes[:_SAY_DAY])}
    return words.pop() if told is None and len(words) == 1 else told


def _in_full(due: str, american: bool | None, held_on: date) -> str:
    """A day in numbers as the notes write them; where it says no year, in the year in which it comes next."""
    found = _NUMBERS.fullmatch(due) if american is not None else None
    if not found or found["year"]:
        return plain_date(f"{found['day']}{found['year']}" if found else due, american)
    days = [plain_date(f"{found['day']}/{held_on.year + years}", american) for years in (0, 1)]
    return days[days[0] < held_on.isoformat()] if days[0].startswith(str(held_on.year)) else due


_IN_WORDS = re.compile(
    r"(?:(?P<month>[A-Z][a-z]{2,8})\.? \d{1,2}(?:st|nd|rd|th)?|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8})"
    r",? \d{4}\b"
)
_NUMBERS = re.compile(
    r"(?:(?:by|before|due|on|until) )?(?:[A-Za-z]+day,? )?(?P<day>\d{1,2}/\d{1,2})(?P<year>/(?:20)?\d\d)?"
)
_SAY_DAY = 3000
"""Characters among which the day of the meeting is written in words."""
_NUMERIC = re.compile(r"(?<![\w/-])\d{1,2}[/-]\d{1,2}[/-](?:\d{4}|\d\d)(?![\w/-])")
"""Days in numbers, which tell of each other whether months stand first."""


def _day_of(
    due: str | None, held_on: date, languages: Sequence[Language], following: str | None
) -> date | None:
    """The day that `due` means; that of the meeting `following` where it says so, and that is known."""
    if due and following and (before := names_next_meeting(due)) is not None and following[:4].isdigit():
        return date.fromisoformat(following[:10]) - timedelta(days=before)
    return day_of(due, held_on, languages) if due else None


def day_named(notes: str, today: date) -> date | None:
    """The day of the meeting that `notes` name in their opening lines, unless it is still to come."""
    opening = "\n".join(islice(notes.split("\n"), _OPENING))
    day = header.held_on(read(opening), today, [language_of(notes), *Language])
    return day if day and day <= today else None


def _summarised(
    lines: Sequence[Line], titles: Sequence[tuple[int, str]], found: Sequence[Proposal]
) -> Iterator[Topic]:
    items = {item.line for item in found}
    ends = [*(number for number, _ in titles[1:]), len(lines) + 1]
    for (number, title), end in zip(titles, ends, strict=False):
        below = takewhile(lambda line: bare(line.text) not in _TOLD_APART, lines[number : end - 1])
        told = [line for line in below if line.text and line.number not in items]
        summary = "\n".join(f"{line.speaker}: {line.text}" if line.speaker else line.text for line in told)
        numbers = (each for line in told for each in (line.number, *line.more))
        yield Topic(title, number, summary, (number, *numbers))


def language_of(notes: str) -> Language:
    """The language of most of the small words in `notes`; English when there are none."""
    words = notes[:20_000].lower().split()
    dutch = sum(word in STOP_NL for word in words)
    english = sum(word in STOP_EN for word in words)
    return Language.nl if dutch > english else Language.en
