"""The context that every use case takes first: one transaction, one moment, one person, one project."""

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Self

from bot.core.calendar import local
from bot.core.events import CLOCK
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.core.sources import Source


@dataclass(frozen=True, slots=True)
class PersonContext:
    """The context of what concerns no single project, such as somebody's own preferences."""

    uow: UnitOfWork
    now: datetime
    """Aware; the same for all that one act does."""
    who: Person
    """Who acts; `spil_itself` when nobody does in person."""

    @property
    def own_today(self) -> date:
        """The person's, which may be another than the project's."""
        return local(self.now, self.who.zone).date()

    def publish(self, fact: object) -> None:
        """Tell all who subscribed to its type, in this transaction, in the order of the wiring."""
        for kind, heard in self.uow.subscribers:
            if isinstance(fact, kind):
                heard(self, fact)


@dataclass(frozen=True, slots=True)
class Context(PersonContext):
    """The context of an act in a project that `who` may see: made by `access.in_channel`, `access.in_project`
    and, for what the clock does, `by_clock`."""

    project: Project
    batch: str | None = None
    """Of the act that changes several records, which is taken back as a whole."""
    said: Source | None = None
    """The message in which it is asked: what is made because of it has it as its source."""

    @property
    def today(self) -> date:
        """The project's."""
        return local(self.now, self.project.zone).date()

    @property
    def languages(self) -> list[Language]:
        """Their own first, then the project's, then any other: English in a Dutch project is understood."""
        return list(dict.fromkeys([self.who.language, self.project.language, *Language]))

    def in_batch(self, batch: str | None) -> Self:
        return replace(self, batch=batch)


def by_clock(uow: UnitOfWork, now: datetime, project: Project) -> Context:
    """The context of what happens because its time has come."""
    return Context(uow, now, spil_itself(project.team, now), project)


def clock_context(uow: UnitOfWork, now: datetime) -> PersonContext:
    """The same of what concerns no single project."""
    return PersonContext(uow, now, spil_itself("", now))


def spil_itself(team: str, now: datetime) -> Person:
    return Person(team=team, user=CLOCK, name="Spil", kind=Kind.bot, known_at=now)
