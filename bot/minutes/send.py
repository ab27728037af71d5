"""Sending minutes: what was accepted becomes decisions and action items, and everybody can read them."""

from bot.action_items import change
from bot.action_items.facts import MINUTES
from bot.core import records
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.decisions.noun import DECISION
from bot.meetings import notifications
from bot.meetings.model import Status as MeetingStatus
from bot.meetings.model import with_status
from bot.meetings.ports import Meetings
from bot.minutes.find import changed_since, find, in_charge, may_change
from bot.minutes.model import ACTION, Item, Minutes, Status, Verdict, with_items
from bot.minutes.notifications import NOUN, distribute, log, show_concept, whole
from bot.minutes.ports import MinutesBook


def send(ctx: Context, number: int, version: int) -> Minutes:
    """Once; sent again is the same. What is neither accepted nor dropped is left out.

    Raise ChangedSince when another changed what the person saw, and why an owner cannot own any more.
    """
    before = find(ctx, number)
    if before.sent and may_change(ctx, before):
        return before
    before = in_charge(ctx, number)
    _check_seen(ctx, before, version)
    # Together, so that "undo" takes back the items of these minutes and not the last of them.
    act = new_batch(ctx)
    items = [_made(act, before, item) for item in before.proposals]
    minutes = with_items(before, items, status=Status.distributed, sent_at=ctx.now)
    ctx.uow.of(MinutesBook).put(minutes)
    event = log(ctx, minutes, "distributed", None, whole(minutes))
    distribute(ctx, minutes, event)
    show_concept(ctx, minutes, event)
    _close_meeting(ctx, minutes)
    return minutes


def _check_seen(ctx: Context, minutes: Minutes, version: int) -> None:
    """One's own last presses may not show yet; another's must be seen first."""
    if minutes.version == version:
        return
    last = ctx.uow.log.of_item(minutes.project_id, NOUN, minutes.number)[-1]
    if last.who != ctx.who.user:
        raise changed_since(ctx, minutes)


def _made(ctx: Context, minutes: Minutes, item: Item) -> Item:
    """The accepted proposal with the number of what it became."""
    if item.verdict is not Verdict.accepted:
        return item
    if item.kind == ACTION:
        made = change.create(
            ctx,
            text=item.text,
            owner=item.owner,
            due=item.due,
            source=f"{MINUTES}{minutes.number}:{item.line}",
        )
        return item.model_copy(update={"number": made.number})
    decision = records.create(
        ctx,
        DECISION,
        text=item.text,
        decided_on=minutes.held_on,
        minutes=minutes.number,
        line=item.line,
    )
    return item.model_copy(update={"number": decision.number})


def _close_meeting(ctx: Context, minutes: Minutes) -> None:
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    over = (MeetingStatus.closed, MeetingStatus.cancelled)
    if meeting is None or meeting.status in over or meeting.starts_at > ctx.now:
        return
    closed = with_status(meeting, MeetingStatus.closed)
    ctx.uow.of(Meetings).put(closed)
    notifications.changed(ctx, "closed", meeting, closed, to=())
