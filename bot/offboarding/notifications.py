"""The message to a project's manager when somebody who owns items of it has left, kept up to date."""

from dataclasses import dataclass

from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import ItemChanged
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.core.changes import show_again
from bot.core.context import Context
from bot.core.events import Event
from bot.core.jobs import Notice, event_subject
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project

NOUN, LEFT, BACK = "leavers", "left", "back"
"""In the log, by whom: who left, or came back."""
KIND = "leavers.left"


@dataclass(frozen=True)
class Case:
    """Somebody who left, and what became of all that they owned then."""

    project: Project
    person: Person
    theirs: list[ActionItem]
    """Those that nobody took over yet."""
    settled: list[ActionItem]
    back: bool


def notice_of(project: Project, left: Event) -> Notice:
    """One for each time that somebody leaves."""
    about = {"project": project.id, "user": left.who, "left": left.id}
    to = (left.after or {})["to"]
    return Notice(kind=KIND, team=project.team, to=to, about=about, goes_with=event_subject(left.id))


def departure_of(ctx: Context, user: str) -> Event | None:
    """The event of somebody's leaving; None for those who never left with something, or are back."""
    last = ctx.uow.log.last_of(ctx.project.id, user, NOUN)
    return last if last is not None and last.what == LEFT else None


def case_of(uow: UnitOfWork, project_id: int, left_id: int) -> Case | None:
    project, left = uow.projects.get(project_id), uow.log.get(left_id)
    if project is None or left is None or left.project_id != project.id:
        return None
    person = uow.people.get(project.team, left.who)
    if person is None:
        return None
    found = (uow.of(ActionItems).get(project.id, number) for number in (left.after or {})["numbers"])
    items = [item for item in found if item is not None]
    theirs = [item for item in items if item.open and responsible_for(item) == left.who]
    last = uow.log.last_of(project.id, left.who, NOUN)
    back = last is not None and last.id != left.id
    return Case(project, person, theirs, [item for item in items if item not in theirs], back)


def action_item_changed(ctx: Context, fact: ItemChanged) -> None:
    """Bring the message about somebody who left up to date."""
    for user in fact.concerned:
        left = departure_of(ctx, user)
        if left is not None:
            show_again(ctx, notice_of(ctx.project, left), fact.event)
