"""Sending minutes: what was accepted becomes decisions and action items, and everybody can read them."""

from datetime import datetime

from bot.domain.meetings import Status as MeetingStatus
from bot.domain.meetings import with_status
from bot.domain.minutes import ACTION, Decision, Item, Minutes, Status, Verdict, with_items
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases import action_items, meetings_show
from bot.usecases.changes import new_batch, record
from bot.usecases.minutes import changed_since, find, in_charge, may_change
from bot.usecases.minutes_show import NOUN, SOURCE, distribute, log, show_concept, whole
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import Ask

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
    uow.minutes.put(minutes)
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
        made = action_items.create(
            uow,
            now,
            Ask(who, project.channel),
            text=item.text,
            owner=item.owner,
            due=item.due,
            source=f"{SOURCE}{minutes.number}:{item.line}",
            batch=batch,
        )
        return item.model_copy(update={"number": made.number})
    decision = Decision(
        project_id=project.id,
        number=uow.next_number(project.id, DECISIONS),
        text=item.text,
        decided_on=minutes.held_on,
        minutes=minutes.number,
    )
    uow.decisions.add(decision)
    record(uow, now, who.user, DECISIONS, "created", before=None, after=decision)
    return item.model_copy(update={"number": decision.number})


def _close_meeting(uow: UnitOfWork, now: datetime, who: Person, project: Project, minutes: Minutes) -> None:
    meeting = uow.meetings.get(project.id, minutes.meeting) if minutes.meeting else None
    over = (MeetingStatus.closed, MeetingStatus.cancelled)
    if meeting is None or meeting.status in over or meeting.starts_at > now:
        return
    closed = with_status(meeting, MeetingStatus.closed)
    uow.meetings.put(closed)
    meetings_show.changed(uow, now, who.user, project, "closed", meeting, closed, to=())
