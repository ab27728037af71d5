"""A person's preferences of being reminded, their absences, and that these changed; and when they want
no meetings, as typed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import NamedTuple, Protocol

from pydantic import field_validator
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core.calendar import check_weekdays
from bot.core.language import Language
from bot.core.values import StoredValue
from bot.people.errors import UnreadHours
from bot.text.formats import clock_time, long_weekday

BY_ZONE = "zone"
"""Instead of a country: the one that the person's time zone lies in."""


class Profile(StrEnum):
    """The amount that is told unasked."""

    light = "light"
    """Only what is overdue, and due today."""
    standard = "standard"
    """Also what is due tomorrow."""
    active = "active"
    """Also what is due this week, what waits, and what they raised that is overdue."""


class Rule(StrEnum):
    """The reason why somebody is sent something."""

    bundle = "bundle"
    meeting_reminder = "meeting_reminder"
    notes_wanted = "notes_wanted"
    ladder = "ladder"
    item = "item"
    minutes = "minutes"
    helper = "helper"
    offer = "offer"
    leaver = "leaver"
    deputy = "deputy"
    snooze = "snooze"
    invitation = "invitation"
    digest = "digest"
    sponsor = "sponsor"
    mail = "mail"


CAN_BE_OFF = (Rule.bundle, Rule.meeting_reminder, Rule.notes_wanted, Rule.ladder, Rule.sponsor, Rule.mail)
"""The others are the message itself, or what a person asked for."""


class Preferences(StoredValue):
    team: str
    user: str
    profile: Profile = Field(default=Profile.standard, sa_type=String(32))
    working_days: list[int] = Field(default_factory=lambda: [0, 1, 2, 3, 4], sa_type=JSON)
    """Their part-time pattern: weekdays, Monday is 0."""
    morning: time = time(9)
    """The time of their bundle, on their own clock."""
    quiet_from: time = time(18)
    quiet_until: time = time(8)
    """Nothing is sent unasked between these, over midnight when the first is later."""
    country: str = BY_ZONE
    """ISO code of the country whose public holidays are their days off, `BY_ZONE`, or empty for none."""
    no_meetings: str = "12:00–13:00"
    """When no meeting is to be proposed to them, as `read_blocks` reads it."""
    between_meetings: int = 0
    """Minutes that they want before and after what they have."""
    off: list[str] = Field(default_factory=list, sa_type=JSON)
    """Rules of reminding that they have turned off, by name."""

    _weekdays = field_validator("working_days")(check_weekdays)

    def wants(self, rule: Rule) -> bool:
        return rule not in self.off

    def awake(self, at: time) -> bool:
        """Outside their quiet hours; the same time twice is no quiet hours."""
        begin, end = self.quiet_from, self.quiet_until
        if begin <= end:
            return not begin <= at < end
        return end <= at < begin


def with_profile(preferences: Preferences, profile: Profile) -> Preferences:
    """Another profile; who had turned everything off has all of it again."""
    # Who had turned everything off before there were these, had turned off the others.
    silent = {*CAN_BE_OFF} - {Rule.sponsor, Rule.mail} <= {*preferences.off}
    off = [] if silent else [rule for rule in preferences.off if rule != Rule.bundle]
    return preferences.evolve(profile=profile, off=off)


def switched(preferences: Preferences, rules: Iterable[Rule], *, on: bool) -> Preferences:
    """With rules on or off; those that cannot be off stay on."""
    which = {rule for rule in rules if rule in CAN_BE_OFF}
    kept = set(preferences.off) - which if on else set(preferences.off) | which
    return preferences.evolve(off=sorted(map(str, kept)))


class Absence(StoredValue):
    """Days on which nothing is asked of somebody. What kind of leave it is, nobody asks."""

    id: int = 0
    """0 until it is stored."""
    team: str
    user: str
    first: date
    last: date
    """The last day away, included."""
    deputy: str | None = None
    """User id of who gets the bundle meanwhile."""

    def holds(self, day: date) -> bool:
        return self.first <= day <= self.last

    def overlaps(self, other: "Absence") -> bool:
        return self.first <= other.last and other.first <= self.last

    def within(self, other: "Absence") -> bool:
        return other.first <= self.first and self.last <= other.last


def last_day_away(absences: Iterable[Absence], day: date) -> date | None:
    """The last day of being away without a day between; None for who is there on `day`."""
    last: date | None = None
    for absence in sorted(absences, key=lambda each: each.first):
        if absence.holds(day) or (last is not None and absence.first == last + timedelta(days=1)):
            last = absence.last if last is None else max(last, absence.last)
    return last


def merged(absence: Absence, known: Iterable[Absence]) -> tuple[Absence, list[Absence]]:
    """The absence as it is kept, and those known before that it takes the place of.

    One that holds another, or lies within it, corrects it; one that only overlaps it is added to it.
    """
    replaced: list[Absence] = []
    for other in known:
        if not absence.overlaps(other):
            continue
        replaced.append(other)
        if not (absence.within(other) or other.within(absence)):
            absence = absence.evolve(
                first=min(absence.first, other.first),
                last=max(absence.last, other.last),
                deputy=absence.deputy or other.deputy,
            )
    return absence, replaced


@dataclass(frozen=True)
class WishesChanged:
    """Somebody changed how and when they want to be reminded."""


@dataclass(frozen=True)
class AbsencesChanged:
    deputies: frozenset[str]
    """User ids of who stands in for them in what is new."""


class PreferencesBook(Protocol):
    def get(self, team: str, user: str) -> Preferences | None:
        """None for those who never chose any."""

    def get_many(self, team: str, users: Iterable[str]) -> dict[str, Preferences]:
        """By user id, of those who chose any."""

    def put(self, preferences: Preferences) -> None: ...


class Absences(Protocol):
    def add(self, absence: Absence) -> Absence: ...
    def get(self, absence_id: int) -> Absence | None: ...
    def remove(self, absence_id: int) -> None: ...
    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        """Those that end on `since` or later, by their first day."""

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]: ...


class OtherNames(Protocol):
    """Names by which a project's notes and lists call somebody, beside those that Slack knows."""

    def of_project(self, project_id: int) -> dict[str, str]:
        """User ids by `matching.other_name`; empty for a name of nobody of us."""

    def put(self, project_id: int, name: str, user: str, at: datetime) -> None: ...


CLOCK = r"(\d{1,2})(?:[:.]?(\d\d))?\s*(?:uur|u|h)?"
HOURS = re.compile(rf"(?:([a-z]{{2,}})\.?)?\s*(?:{CLOCK}\s*(?:-|–|to|until|tot)\s*{CLOCK})?")
NIGHT = time()


class Block(NamedTuple):
    """Hours on their own clock; from 0:00 to 0:00 is the whole day."""

    day: int | None
    """Weekday, Monday is 0; None for each day."""
    begins: time
    ends: time


def read_blocks(typed: str) -> list[Block]:
    """`12:00–13:00, wed 13–17, fri` in any language; raise UnreadHours."""
    return [_block(part) for each in re.split(r"[,;\n]", typed) if (part := each.strip())]


def blocks_in(blocks: list[Block], language: Language) -> str:
    """As `read_blocks` reads them: 12:00–13:00, Wednesday 13:00–17:00, Friday"""
    return ", ".join(
        f"{'' if day is None else long_weekday(day, language)} "
        f"{'' if begins == ends else f'{clock_time(begins, language)}–{clock_time(ends, language)}'}".strip()
        for day, begins, ends in blocks
    )


def _block(part: str) -> Block:
    found = HOURS.fullmatch(part.lower())
    if found is None:
        raise UnreadHours(part)
    name, *clock = (None if each == "24" else each for each in found.groups())
    day = next((at for at in range(7) if name and _is_day(name, at)), None)
    try:
        first, second, third, fourth = (int(each or 0) for each in clock)
        begins, ends = time(first, second), time(third, fourth)
    except ValueError as impossible:
        raise UnreadHours(part) from impossible
    if (name and day is None) or (clock[0] and (begins == ends or begins > ends != NIGHT)):
        raise UnreadHours(part)
    return Block(day, begins, ends)


def _is_day(name: str, day: int) -> bool:
    """The whole name or its beginning."""
    return any(long_weekday(day, each).lower().startswith(name) for each in Language)
