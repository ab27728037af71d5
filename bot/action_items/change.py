"""What a person can do with action items."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Unpack

from bot.action_items import model as rules
from bot.action_items.dependencies import Terms, with_terms
from bot.action_items.model import ActionItem, Status
from bot.action_items.notices import NOUN
from bot.action_items.notifications import changed
from bot.action_items.ports import ActionItems
from bot.action_items.validated import agreed, check_due, check_owner
from bot.core.access import Caller, project_here, project_numbered
from bot.core.errors import AlreadyDone, ChangedSince, Misfilled, TooLong, UnknownNumber
from bot.core.limits import REASON_LIMIT
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project

Revise = Callable[[ActionItem], ActionItem]


def create(
    uow: UnitOfWork,
    now: datetime,
    caller: Caller,
    *,
    source: str | None = None,
    source_message: str | None = None,
    past: bool = True,
    batch: str | None = None,
    **terms: Unpack[Terms],
) -> ActionItem:
    """Raise an action item; raise what is wrong, of several reasons the first.

    `past`: a due date that is over is fine, as in minutes of last week.
    """
    project = project_here(uow, caller)
    try:
        given = agreed(uow, now, project, {"text": "", **terms}, past=past)
    except Misfilled as wrong:
        raise next(iter(wrong.reasons.values())) from wrong
    item = ActionItem(
        **given,
        project_id=project.id,
        number=uow.next_number(project.id, NOUN),
        raised_by=caller.who.user,
        raised_at=now,
        original_due=given.get("due"),
        source=source or (caller.said.link if caller.said else None),
        source_message=source_message or (caller.said.message if caller.said else None),
    )
    uow.of(ActionItems).add(item)
    changed(uow, now, caller.who, project, "created", None, item, batch)
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

    return change(uow, now, who, project, number, "given", revise, batch)


def set_due(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    due: date | None,
    *,
    because: str = "",
    batch: str | None = None,
) -> ActionItem:
    """`because`: why it moves, if that is told."""
    project = project_numbered(uow, who, project_id)
    check_due(due, now, project)
    because = checked_reason(because)

    def revise(item: ActionItem) -> ActionItem:
        return rules.with_due(item, due, because)

    return change(uow, now, who, project, number, "due", revise, batch)


def edit(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    *,
    version: int,
    **terms: Unpack[Terms],
) -> ActionItem:
    """All `terms` at once, `version` being the one that was changed; a field that is not given stays.

    Raise Misfilled with all that is wrong, or ChangedSince when that version is not the present one.
    """
    project = project_numbered(uow, who, project_id)
    before = get(uow, project.id, number)
    if before.version != version:
        last = uow.log.of_item(project.id, NOUN, number)[-1]
        raise ChangedSince(last.who, last.at)
    given = agreed(uow, now, project, terms, before)
    return change(uow, now, who, project, number, "edited", lambda item: with_terms(item, given))


def find(uow: UnitOfWork, who: Person, project_id: int, number: int) -> ActionItem:
    """The item of a button or a form; raise NotAllowed or UnknownNumber."""
    return get(uow, project_numbered(uow, who, project_id).id, number)


def get(uow: UnitOfWork, project_id: int, number: int) -> ActionItem:
    item = uow.of(ActionItems).get(project_id, number)
    if item is None:
        raise UnknownNumber(NOUN, number)
    return item


def checked_reason(reason: str) -> str:
    reason = reason.strip()
    if len(reason) > REASON_LIMIT:
        raise TooLong(len(reason), REASON_LIMIT)
    return reason


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

    return change(uow, now, who, project, number, what, revise, batch)


def change(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    number: int,
    what: str,
    revise: Revise,
    batch: str | None = None,
) -> ActionItem:
    """Keep and show the revised item, with what that settles; one that would stay as it is, is left alone."""
    before = get(uow, project.id, number)
    item = rules.reconciled(before, revise(before), who.user, now)
    if rules.same(before, item):
        return before
    uow.of(ActionItems).put(item)
    changed(uow, now, who, project, what, before, item, batch)
    return item
