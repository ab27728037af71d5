"""A project: what one channel is about, how its team works, and who can own something of it."""

from collections.abc import Collection
from datetime import date, time
from typing import Any

from pydantic import field_validator
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.core import errors
from bot.core.calendar import check_rising, check_weekdays, check_zone
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.values import StoredValue

NAME_LIMIT = 100
HUDDLES, SHARED_FILES = "huddles", "files"
"""What notes of other tools may be the notes of."""


def is_worked(day: date, working_days: Collection[int], days_off: Collection[str]) -> bool:
    """Whether a week with these weekdays, without these ISO dates, has work on `day`."""
    return day.weekday() in working_days and not (days_off and day.isoformat() in days_off)


class ProjectSettings(StoredValue):
    """All of a project that its form asks for."""

    name: str = Field(min_length=1, max_length=NAME_LIMIT)
    manager: str
    """The project manager's user id."""
    sponsor: str | None = None
    language: Language = Field(default=Language.en, sa_type=String(32))
    zone: str = "UTC"
    working_days: list[int] = Field(default_factory=lambda: [0, 1, 2, 3, 4], sa_type=JSON)
    """Weekdays, Monday is 0."""
    day_start: time = time(9)
    day_end: time = time(17)
    # Without the column's own default None would be stored as the default here, which is Monday.
    digest_day: int | None = Field(default=0, ge=0, le=6, sa_column_kwargs={"default": None})
    """Weekday of the weekly digest, Monday is 0; None: no digest."""
    digest_time: time = time(9)
    retention_days: int = Field(default=730, ge=30, le=3650)
    days_off: list[str] = Field(default_factory=list, sa_type=JSON)
    """ISO dates on which the project does not work, beside weekends and public holidays."""
    ladder: list[int] = Field(default_factory=lambda: [2, 5, 10], sa_type=JSON)
    """Working days overdue after which an item stands in the manager's bundle, is proposed to be settled,
    and needs a decision."""
    most_postponements: int = Field(default=3, ge=1, le=20)
    """At this one an item needs a decision too."""
    minutes_days: int = Field(default=2, ge=0, le=20)
    """Working days within which the minutes of a meeting are sent; 0: nobody is reminded of it."""
    pin: str = Field(default="pushpin", max_length=100)
    """Name of the emoji by which a message is put forward as an action item; empty for none."""
    language_model: bool = False
    """Whether its notes are sent to the language model of this bot, where there is one."""

    notes_asked: list[str] = Field(default_factory=lambda: [HUDDLES, SHARED_FILES], sa_type=JSON)
    """Of which notes that appear in its channel somebody is asked whether to draft minutes."""

    chair_checks: bool = False
    """Minutes go to the chair of their meeting before they are sent."""
    minutes_canvas: bool = False
    """The last of them are the canvas of its channel too."""
    minutes_template: str = Field(default="", max_length=100)
    """Name of the Word file whose look its minutes have as Word files; empty for none of its own."""
    minutes_to_all: bool = True
    """In person to everybody who was asked or there; else to owners alone."""

    _zone = field_validator("zone")(check_zone)
    _ladder = field_validator("ladder")(check_rising)
    _weekdays = field_validator("working_days")(check_weekdays)

    def works(self, day: date) -> bool:
        """By its week, and no day off of its own."""
        return is_worked(day, self.working_days, self.days_off)

    def check(self) -> None:
        """Raise Misfilled for fields that contradict each other."""
        if self.day_end <= self.day_start:
            raise errors.Misfilled({"day_end": errors.DayEndsBeforeItStarts(self.day_start)})


class Project(ProjectSettings):
    id: int = 0
    """0 until it is stored."""
    team: str
    channel: str

    @property
    def settings(self) -> ProjectSettings:
        return ProjectSettings.model_validate(self.model_dump(exclude={"id", "team", "channel"}))

    def notice(self, kind: str, to: str, **about: Any) -> Notice:
        """To its channel or somebody in person; `about` tells it from others of its kind."""
        return Notice(kind=kind, team=self.team, to=to, about={"project": self.id, **about})


def readable_name(channel_name: str) -> str:
    """A project's name from its channel's: `proj-atlas_fase-2` is Atlas fase 2."""
    words = channel_name.replace("-", " ").replace("_", " ").split()
    if len(words) > 1 and words[0] in ("proj", "project", "prj"):
        words = words[1:]
    name = " ".join(words)
    return (name[:1].upper() + name[1:])[:NAME_LIMIT]


def check_can_own(person: Person, members: Collection[str]) -> None:
    """Raise the reason why `person` cannot be given something of the project; pass when they can."""
    if person.gone:
        raise errors.PersonGone(person.name)
    if person.kind is Kind.bot:
        raise errors.PersonIsBot(person.name)
    if person.kind is not Kind.member:
        raise errors.PersonIsGuest(person.name)
    if person.user not in members:
        raise errors.PersonOutside(person.name)
