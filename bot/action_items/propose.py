"""What an owner answers to an item of his: yes, another date, or not mine; and what comes of that."""

from datetime import date, datetime

from bot.action_items import model as rules
from bot.action_items.change import change, checked_reason, get, give, set_due
from bot.action_items.counter_proposal_notices import KEEP, answerer, decides, kept_notice
from bot.action_items.counter_proposals import NoReason, NotDecider, NotOwner, NotYourself, SameDue
from bot.action_items.model import ActionItem, Asked, CounterOffer, Status
from bot.action_items.notices import NOUN
from bot.action_items.validated import check_due, check_owner
from bot.core.access import project_numbered
from bot.core.changes import show
from bot.core.errors import AlreadyDone, ChangedSince, Misfilled, Rejected
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project


def accept(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int) -> ActionItem:
    """The owner takes it on; once more is the same. Raise NotOwner or AlreadyDone."""
    project = project_numbered(uow, who, project_id)
    item = to_answer(uow, who, project_id, number)
    if item.accepted:
        return item
    return change(
        uow, now, who, project, number, "accepted", lambda item: rules.revised(item, accepted_at=now)
    )


def to_answer(uow: UnitOfWork, who: Person, project_id: int, number: int) -> ActionItem:
    """The open item that its owner answers for; raise NotOwner or AlreadyDone."""
    item = _open(uow, project_numbered(uow, who, project_id), number)
    if item.owner != who.user:
        raise NotOwner(number, item.owner)
    return item


def to_move(uow: UnitOfWork, who: Person, project_id: int, number: int) -> ActionItem:
    """As `to_answer`, also for who may decide of its date."""
    project = project_numbered(uow, who, project_id)
    item = _open(uow, project, number)
    return item if decides(project, item, who.user) else to_answer(uow, who, project_id, number)


def ask_for_due(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    due: date | None,
    reason: str,
) -> ActionItem:
    """Move it, when who asks may decide so or it has no date yet; else put it to who raised it.

    Raise NotOwner, AlreadyDone, or Misfilled with what is wrong in `due` and `reason`.
    """
    project = project_numbered(uow, who, project_id)
    item = to_move(uow, who, project_id, number)
    reasons: dict[str, Rejected] = {}
    try:
        check_due(due, now, project)
        if due is None or due == item.due:
            raise SameDue
    except Rejected as wrong:
        reasons["due"] = wrong
    reason = _told(reason, reasons, needed=who.user != item.raised_by)
    if reasons:
        raise Misfilled(reasons)
    if item.due is None or decides(project, item, who.user) or answerer(uow, project, item) is None:
        return set_due(uow, now, who, project_id, number, due, because=reason)
    return _offer(uow, now, who, project, item, Asked.due, reason, due=due)


def not_mine(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    owner: str | None,
    reason: str,
) -> ActionItem:
    """Put it to who raised it that `owner`, or somebody else, should do it; who may decide so, gives it.

    Raise NotOwner, AlreadyDone, or Misfilled with what is wrong in `owner` and `reason`.
    """
    project = project_numbered(uow, who, project_id)
    item = to_answer(uow, who, project_id, number)
    reasons: dict[str, Rejected] = {}
    try:
        check_owner(uow, project, owner)
        if owner == who.user:
            raise NotYourself
    except Rejected as wrong:
        reasons["owner"] = wrong
    reason = _told(reason, reasons, needed=who.user != item.raised_by)
    if reasons:
        raise Misfilled(reasons)
    if decides(project, item, who.user) or answerer(uow, project, item) is None:
        return give(uow, now, who, project_id, number, owner)
    return _offer(uow, now, who, project, item, Asked.owner, reason, owner=owner)


def accept_offer(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project_id: int,
    number: int,
    made: int,
    owner: str | None = None,
) -> ActionItem:
    """As its owner asked: moved to his date, or given to whom he named or to the `owner` chosen instead.

    Answered before, it stays answered. `made`: of the offer that was seen; raise ChangedSince when another
    took its place, or NotDecider.
    """
    item, offer = _asked(uow, who, project_id, number, made)
    if offer is None:
        return item
    if offer.asked is Asked.due:
        return set_due(uow, now, who, project_id, number, offer.due, because=offer.reason)
    chosen = owner or offer.owner
    if chosen is None or chosen == item.owner:
        return keep(uow, now, who, project_id, number, made)
    return give(uow, now, who, project_id, number, chosen)


def keep(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, made: int) -> ActionItem:
    """As it was agreed: its owner is told. See `accept_offer`."""
    item, offer = _asked(uow, who, project_id, number, made)
    if offer is None:
        return item
    project = project_numbered(uow, who, project_id)
    kept = change(uow, now, who, project, number, KEEP, lambda item: rules.revised(item, counter_offer=None))
    show(uow, now, kept_notice(project, kept, offer), f"{KEEP} {kept.version}")
    return kept


def _offer(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    item: ActionItem,
    asked: Asked,
    reason: str,
    *,
    due: date | None = None,
    owner: str | None = None,
) -> ActionItem:
    """Keep the offer, in the place of an earlier one; the same again is no new one."""
    former, made = item.offered, item.version + 1
    offer = CounterOffer(
        asked=asked,
        by=who.user,
        due=due,
        owner=owner,
        reason=reason,
        at=now,
        made=made,
        opened=former.opened if former else made,
    )
    same = {"asked", "by", "due", "owner", "reason"}
    if former is not None and former.model_dump(include=same) == offer.model_dump(include=same):
        return item
    value = offer.model_dump(mode="json")
    return change(
        uow, now, who, project, item.number, "asked", lambda item: rules.revised(item, counter_offer=value)
    )


def _asked(
    uow: UnitOfWork, who: Person, project_id: int, number: int, made: int
) -> tuple[ActionItem, CounterOffer | None]:
    """The offer that somebody answers; None when it is answered, or needs no answer any more."""
    project = project_numbered(uow, who, project_id)
    item = get(uow, project.id, number)
    if not decides(project, item, who.user):
        raise NotDecider(number, answerer(uow, project, item))
    offer = item.offered
    if offer is not None and offer.made != made:
        raise ChangedSince(offer.by, offer.at)
    return item, offer


def _open(uow: UnitOfWork, project: Project, number: int) -> ActionItem:
    item = get(uow, project.id, number)
    if not item.open:
        raise AlreadyDone(NOUN, number, Status(item.status))
    return item


def _told(reason: str, reasons: dict[str, Rejected], *, needed: bool) -> str:
    try:
        reason = checked_reason(reason)
        if needed and not reason:
            raise NoReason
    except Rejected as wrong:
        reasons["reason"] = wrong
    return reason
