"""Sheets: the pasted lines of a person that wait until he raises them or throws them away."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from bot.core.access import Caller, project_here, project_numbered
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.notes.pasted_lines import Line

PREFIX = "lines"


@dataclass(frozen=True)
class Sheet:
    """Lines of one person that wait; its key is the same for the same pasted text."""

    project: Project
    key: str
    lines: list[Line]
    pasted_at: str
    """ISO; tells it from the same text pasted before, and raised."""

    @property
    def ticked(self) -> list[Line]:
        return [line for line in self.lines if line.ticked]

    @property
    def ownerless(self) -> list[Line]:
        return [line for line in self.ticked if line.owner is None]

    @property
    def dateless(self) -> list[Line]:
        return [line for line in self.ticked if line.due is None]

    def line(self, number: int) -> Line:
        return next(line for line in self.lines if line.number == number)

    def with_line(self, number: int, **changes: Any) -> "Sheet":
        lines = [line.model_copy(update=changes) if line.number == number else line for line in self.lines]
        return replace(self, lines=lines)

    def with_ticks(self, shown: Collection[int], ticked: Collection[int]) -> "Sheet":
        """Of the lines that were `shown`, only these are ticked."""
        lines = [
            line.model_copy(update={"ticked": line.number in ticked}) if line.number in shown else line
            for line in self.lines
        ]
        return replace(self, lines=lines)


def find(uow: UnitOfWork, who: Person, project_id: int, key: str) -> Sheet | None:
    """None for one that was raised or dropped meanwhile."""
    project = project_numbered(uow, who, project_id)
    content = uow.pending_requests.get(_draft(project, who, key), who.user)
    if content is None:
        return None
    lines = [Line.model_validate(line) for line in content["lines"]]
    return Sheet(project, key, lines, content["pasted_at"])


def newest(uow: UnitOfWork, caller: Caller) -> Sheet | None:
    """What this person pasted last here, and neither raised nor dropped."""
    project = project_here(uow, caller)
    sheets = (find(uow, caller.who, project.id, key) for key in reversed(_waiting(uow, caller.who, project)))
    return next((sheet for sheet in sheets if sheet), None)


def keep(uow: UnitOfWork, now: datetime, who: Person, sheet: Sheet) -> None:
    lines = [line.model_dump(mode="json", exclude_defaults=True) for line in sheet.lines]
    content = {"lines": lines, "pasted_at": sheet.pasted_at}
    uow.pending_requests.put(_draft(sheet.project, who, sheet.key), who.user, content, now)


def take(uow: UnitOfWork, now: datetime, who: Person, sheet: Sheet, first: int) -> bool:
    """Whether nobody raises its lines from number `first` on already; two presses at once wait here."""
    return uow.claim_key(f"{_draft(sheet.project, who, sheet.key)}:{sheet.pasted_at}:{first}", now)


def add(uow: UnitOfWork, now: datetime, who: Person, sheet: Sheet) -> None:
    """Keep a new one, as his newest."""
    keep(uow, now, who, sheet)
    waiting = [*_waiting(uow, who, sheet.project), sheet.key]
    uow.pending_requests.put(_index(sheet.project, who), who.user, {"waiting": waiting}, now)


def drop(uow: UnitOfWork, now: datetime, who: Person, sheet: Sheet) -> None:
    uow.pending_requests.remove(_draft(sheet.project, who, sheet.key))
    waiting = [key for key in _waiting(uow, who, sheet.project) if key != sheet.key]
    uow.pending_requests.put(_index(sheet.project, who), who.user, {"waiting": waiting}, now)


def _waiting(uow: UnitOfWork, who: Person, project: Project) -> list[str]:
    return list((uow.pending_requests.get(_index(project, who), who.user) or {}).get("waiting", []))


def _index(project: Project, who: Person) -> str:
    return f"{PREFIX}:{project.id}:{who.user}"


def _draft(project: Project, who: Person, key: str) -> str:
    return f"{_index(project, who)}:{key}"
