"""A team and a project in a real database, for tests of use cases."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from bot.core.context import Context, PersonContext, in_project
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from storage.unit_of_work import Storage
from tests.kit.clock import MONDAY
from tests.kit.telling import tell_waiting

TEAM = "T1"
ZONES = {"sanne": "Europe/Amsterdam", "tom": "Europe/London", "priya": "Asia/Kolkata"}
DUTCH = ("sanne",)


def user(name: str) -> str:
    return f"U{name.upper()}"


def person(name: str, **changes: object) -> Person:
    given = {
        "team": TEAM,
        "user": user(name),
        "name": name.capitalize(),
        "zone": ZONES.get(name, "UTC"),
        "language": Language.nl if name in DUTCH else Language.en,
        "known_at": MONDAY,
    }
    return Person.model_validate({**given, **changes})


def anywhere(uow: UnitOfWork, now: datetime, name: str, **changes: object) -> PersonContext:
    return PersonContext(uow, now, person(name, **changes))


OUTSIDERS: dict[str, dict[str, object]] = {
    "gina": {"kind": Kind.guest},
    "robo": {"kind": Kind.bot},
    "gone": {"gone": True},
    "otto": {},
}
"""None may own anything of Atlas; all but Otto, who works elsewhere, are in its channel."""


@dataclass(frozen=True)
class Atlas:
    """The project Atlas with Sanne (Dutch), Tom and Priya, in the channel C1."""

    storage: Storage
    project: Project

    @contextmanager
    def unit(self) -> Iterator[UnitOfWork]:
        """One transaction, and what is told of it once it is committed."""
        with self.storage.unit_of_work() as uow:
            yield uow
        if uow.to_tell:
            tell_waiting(self.storage)

    def ctx(self, uow: UnitOfWork, now: datetime, name: str) -> Context:
        return in_project(uow, now, person(name), self.project.id)


def open_atlas(storage: Storage, **changes: object) -> Atlas:
    given = {"team": TEAM, "channel": "C1", "name": "Atlas", "manager": user("sanne"), "zone": ZONES["sanne"]}
    with storage.unit_of_work() as uow:
        for name in (*ZONES, *OUTSIDERS):
            uow.people.put(person(name, **OUTSIDERS.get(name, {})))
        present = [name for name in (*ZONES, *OUTSIDERS) if name != "otto"]
        uow.people.put_members(TEAM, "C1", map(user, present), MONDAY)
        project = uow.projects.add(Project.model_validate({**given, **changes}))
    return Atlas(storage, project)
