"""What a person can do with action items."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from bot.domain import action_items as rules
from bot.domain.action_items import TEXT_LIMIT, ActionItem, Status
from bot.domain.calendar import local
from bot.domain.errors import (
    AlreadyDone,
    ChangedSince,
    InThePast,
    Misfilled,
    NoText,
    Rejected,
    TooLong,
    UnknownNumber,
    UnknownPerson,
)
from bot.domain.people import Person, check_can_own
from bot.domain.projects import Project
from bot.usecases.action_items_show import NOUN, changed
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import Ask, project_here, project_numbered

Revise = Callable[[ActionItem], ActionItem]


def create(
    uow: UnitOfWork,
    now: datetime,
    ask: Ask,
    *,
    text: str,
    owner: str | None,
    due: date | None,
    source: str | None = None,
    batch: str | None = None,
) -> ActionItem:
    """Raise an action item; raise Rejected kinds for what cannot be."""
    project = project_here(uow, ask)
    text = checked_text(text)
    check_owner(uow, project, owner)
    item = ActionItem(
        project_id=project.id,
        number=uow.next_number(project.id, NOUN),
        text=text,
        owner=owner,
        raised_by=ask.who.user,
        raised_at=now,
        due=due,
        original_due=due,
        source=source,
    )
    uow.action_items.add(item)
    changed(uow, now, ask.who, project, "created", None, item, batch)
    return item


def finish(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, *, batch: str | None = None
) -> ActionItem:
    """Done; done again is the same. Raise AlreadyDone for what was cancelled meanwhile."""
    if find(uow, who, project_id, number).status is Status.cancelled:
        raise AlreadyDone(NOUN, number, Status.cancelled)
    return _set_status(uow, now, who, project_id, number, Status.done, "done", batch)


def reopen(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, *, batch: str | None = None
) -> ActionItem:
    return _set_status(uow, now, who, project_id, number, Status.open, "reopened", batch)


def drop(
    uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, *, batch: str | None = None
) -> ActionItem:
    """Cancelled: it need not be done any more, and stays in the log."""
    return _set_status(uow, now, who, project_id, number, Status.cancelled, "cancelled", batch)


def give(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    owner: str | None,
    *,
    batch: str | None = None,
) -> ActionItem:
    """Make `owner` the one who does it; raise why he cannot be."""
    project = project_numbered(uow, who, project_id)
    check_owner(uow, project, owner)

    def revise(item: ActionItem) -> ActionItem:
        return rules.revised(item, owner=owner)

    return _revise(uow, now, who, project, number, "given", revise, batch)


def set_due(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    due: date | None,
    *,
    batch: str | None = None,
) -> ActionItem:
    project = project_numbered(uow, who, project_id)
    check_due(due, now, project)
    return _revise(uow, now, who, project, number, "due", lambda item: rules.with_due(item, due), batch)


def edit(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    *,
    version: int,
    text: str,
    owner: str | None,
    due: date | None,
) -> ActionItem:
    """All at once, `version` being the one that was changed.

    Raise Misfilled with all that is wrong, or ChangedSince when that version is not the present one.
    """
    project = project_numbered(uow, who, project_id)
    before = get(uow, project.id, number)
    if before.version != version:
        last = uow.log.of_item(project.id, NOUN, number)[-1]
        raise ChangedSince(last.who, last.at)
    reasons: dict[str, Rejected] = {}
    with _gathered(reasons, "text"):
        text = checked_text(text)
    with _gathered(reasons, "owner"):
        check_owner(uow, project, owner if owner != before.owner else None)
    with _gathered(reasons, "due"):
        check_due(due if due != before.due else None, now, project)
    if reasons:
        raise Misfilled(reasons)

    def revise(item: ActionItem) -> ActionItem:
        return rules.with_due(item, due).model_copy(update={"text": text, "owner": owner})

    return _revise(uow, now, who, project, number, "edited", revise)


@contextmanager
def _gathered(reasons: dict[str, Rejected], field: str) -> Iterator[None]:
    try:
        yield
    except Rejected as reason:
        reasons[field] = reason


def find(uow: UnitOfWork, who: Person, project_id: int, number: int) -> ActionItem:
    """The item of a button or a form; raise NotAllowed or UnknownNumber."""
    return get(uow, project_numbered(uow, who, project_id).id, number)


def get(uow: UnitOfWork, project_id: int, number: int) -> ActionItem:
    item = uow.action_items.get(project_id, number)
    if item is None:
        raise UnknownNumber(NOUN, number)
    return item


def checked_text(text: str) -> str:
    text = text.strip()
    if not text:
        raise NoText("/action")
    if len(text) > TEXT_LIMIT:
        raise TooLong(len(text), TEXT_LIMIT)
    return text


def check_owner(uow: UnitOfWork, project: Project, owner: str | None) -> None:
    """Raise why `owner` cannot be given something of the project; nobody is always possible."""
    if owner is None:
        return
    person = uow.people.get(project.team, owner)
    if person is None:
        raise UnknownPerson(owner)
    check_can_own(person, uow.people.members(project.team, project.channel))


def check_due(due: date | None, now: datetime, project: Project) -> None:
    """The project's zone decides what day it is."""
    if due is not None and due < local(now, project.zone).date():
        raise InThePast(due)


def _set_status(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    status: Status,
    what: str,
    batch: str | None,
) -> ActionItem:
    project = project_numbered(uow, who, project_id)

    def revise(item: ActionItem) -> ActionItem:
        return rules.with_status(item, status, now)

    return _revise(uow, now, who, project, number, what, revise, batch)


def _revise(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    number: int,
    what: str,
    revise: Revise,
    batch: str | None = None,
) -> ActionItem:
    """Keep and show the revised item; one that would stay as it is, is left alone."""
    before = get(uow, project.id, number)
    item = revise(before)
    if rules.same(before, item):
        return before
    uow.action_items.put(item)
    changed(uow, now, who, project, what, before, item, batch)
    return item
