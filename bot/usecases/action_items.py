"""What a person can do with action items."""

from datetime import date, datetime

from bot.domain.action_items import TEXT_LIMIT, ActionItem, Status
from bot.domain.errors import NoText, TooLong, UnknownNumber, UnknownPerson
from bot.domain.jobs import Notice
from bot.domain.people import Person, check_can_own
from bot.domain.projects import Project
from bot.usecases.changes import record, show
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import Ask, project_here, project_numbered

NOUN = "action_items"


def create(
    uow: UnitOfWork, now: datetime, ask: Ask, *, text: str, owner: str | None, due: date | None
) -> ActionItem:
    """Raise an action item; raise Rejected kinds for what cannot be."""
    project = project_here(uow, ask)
    item = ActionItem(
        project_id=project.id,
        number=uow.next_number(project.id, NOUN),
        text=_checked(text),
        owner=_owner(uow, project, owner),
        raised_by=ask.who.user,
        raised_at=now,
        due=due,
        original_due=due,
    )
    uow.action_items.add(item)
    _changed(uow, now, ask.who, project, "created", None, item)
    return item


def finish(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    """Done; done again is the same."""
    project = project_numbered(uow, who, project_id)
    before = uow.action_items.get(project.id, number)
    if before is None:
        raise UnknownNumber(NOUN, number)
    if before.status == Status.done:
        return before
    item = before.model_copy(update={"status": Status.done, "done_at": now, "version": before.version + 1})
    uow.action_items.put(item)
    _changed(uow, now, who, project, "done", before, item)
    return item


def _checked(text: str) -> str:
    if not text:
        raise NoText("/action")
    if len(text) > TEXT_LIMIT:
        raise TooLong(len(text), TEXT_LIMIT)
    return text


def _owner(uow: UnitOfWork, project: Project, owner: str | None) -> str | None:
    if owner is None:
        return None
    person = uow.people.get(project.team, owner)
    if person is None:
        raise UnknownPerson(owner)
    check_can_own(person, uow.people.members(project.team, project.channel))
    return owner


def _changed(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    what: str,
    before: ActionItem | None,
    item: ActionItem,
) -> None:
    """Log it, and bring every message that shows the item up to date."""
    event = record(uow, now, who.user, NOUN, what, before=before, after=item)
    about = {"project": project.id, "number": item.number}
    show(
        uow, now, Notice(kind="action_items.card", team=project.team, to=project.channel, about=about), event
    )
    if item.owner and item.owner != who.user:
        show(uow, now, Notice(kind="action_items.mine", team=project.team, to=item.owner, about=about), event)
