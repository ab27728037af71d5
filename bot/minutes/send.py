"""Sending minutes: what was accepted becomes decisions and action items, and everybody can read them."""

from datetime import datetime

from bot.action_items import change
from bot.action_items.sources import MINUTES
from bot.core.changes import new_batch, record
from bot.core.context import Context
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings import notifications
from bot.meetings.model import Status as MeetingStatus
from bot.meetings.model import with_status
from bot.meetings.ports import Meetings
from bot.minutes.find import changed_since, find, in_charge, may_change
from bot.minutes.model import ACTION, Decision, Item, Minutes, Status, Verdict, with_items
from bot.minutes.notifications import NOUN, distribute, log, show_concept, whole
from bot.minutes.ports import Decisions, MinutesBook

DECISIONS = "decisions"


def send(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, version: int) -> Minutes:
    """Once; sent again is the same. What is neither accepted nor dropped is left out.

    Raise ChangedSince when another changed what the person saw, and why an owner cannot own any more.
    """
    project, before = find(uow, who, project_id, number)
    if before.sent and may_change(who, project, before):
        return before
    project, before = in_charge(uow, who, project_id, number)
    _check_seen(uow, who, before, version)
    # Together, so that "undo" takes back the items of these minutes and not the last of them.
    batch = new_batch(uow, project.id)
    items = [_made(uow, now, who, project, before, item, batch) for item in before.proposals]
    minutes = with_items(before, items, status=Status.distributed, sent_at=now)
    uow.of(MinutesBook).put(minutes)
    event = log(uow, now, who.user, minutes, "distributed", None, whole(minutes))
    distribute(uow, now, project, minutes, event)
    show_concept(uow, now, project, minutes, event)
    _close_meeting(uow, now, who, project, minutes)
    return minutes


def _check_seen(uow: UnitOfWork, who: Person, minutes: Minutes, version: int) -> None:
    """One's own last presses may not show yet; another's must be seen first."""
    if minutes.version == version:
        return
    last = uow.log.of_item(minutes.project_id, NOUN, minutes.number)[-1]
    if last.who != who.user:
        raise changed_since(uow, minutes)


def _made(
    uow: UnitOfWork,
    now: datetime,
    who: Person,
    project: Project,
    minutes: Minutes,
    item: Item,
    batch: str,
) -> Item:
    """The accepted proposal with the number of what it became."""
    if item.verdict is not Verdict.accepted:
        return item
    if item.kind == ACTION:
        made = change.create(
            Context(uow, now, who, project, batch),
            text=item.text,
            owner=item.owner,
            due=item.due,
            source=f"{MINUTES}{minutes.number}:{item.line}",
        )
        return item.model_copy(update={"number": made.number})
    decision = Decision(
        project_id=project.id,
        number=uow.next_number(project.id, DECISIONS),
        text=item.text,
        decided_on=minutes.held_on,
        minutes=minutes.number,
    )
    uow.of(Decisions).add(decision)
    record(uow, now, who.user, DECISIONS, "created", before=None, after=decision)
    return item.model_copy(update={"number": decision.number})


def _close_meeting(uow: UnitOfWork, now: datetime, who: Person, project: Project, minutes: Minutes) -> None:
    meeting = uow.of(Meetings).get(project.id, minutes.meeting) if minutes.meeting else None
    over = (MeetingStatus.closed, MeetingStatus.cancelled)
    if meeting is None or meeting.status in over or meeting.starts_at > now:
        return
    closed = with_status(meeting, MeetingStatus.closed)
    uow.of(Meetings).put(closed)
    notifications.changed(uow, now, who.user, project, "closed", meeting, closed, to=())
