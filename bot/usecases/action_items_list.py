"""The action list, as somebody asks for it: a page at a time."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.action_items import ActionItem, Status
from bot.domain.calendar import local
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import project_numbered

PAGE = 20


class Which(StrEnum):
    open = "open"
    overdue = "overdue"
    done = "done"


@dataclass(frozen=True)
class Listed:
    """One page of a list; `first` counts from 0."""

    project: Project
    which: Which
    owner: str | None
    items: list[ActionItem]
    first: int
    total: int
    today: date

    @property
    def after(self) -> int:
        """How many more come behind this page."""
        return self.total - self.first - len(self.items)


def listed(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    which: Which = Which.open,
    owner: str | None = None,
    first: int = 0,
) -> Listed:
    """By due date, those without one last; what is done, the newest first."""
    project = project_numbered(uow, who, project_id)
    today = local(now, project.zone).date()
    items = _all(uow, project, which, owner, today)
    first = min(first, max(0, (len(items) - 1) // PAGE * PAGE))
    page = items[first : first + PAGE]
    return Listed(project, which, owner, page, first, len(items), today)


def _all(uow: UnitOfWork, project: Project, which: Which, owner: str | None, today: date) -> list[ActionItem]:
    if which is Which.done:
        closed = uow.action_items.of_project(project.id, owner=owner, open=False)
        done = [item for item in closed if item.status == Status.done]
        return sorted(done, key=lambda item: (item.done_at or item.raised_at, item.number), reverse=True)
    due_before = today if which is Which.overdue else None
    return uow.action_items.of_project(project.id, owner=owner, open=True, due_before=due_before)
