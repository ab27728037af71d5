"""Sending minutes: what was accepted becomes decisions and action items, and everybody can read them."""

from bot.action_items import change
from bot.action_items.dependencies import Terms
from bot.action_items.facts import MINUTES as BY_MINUTES
from bot.core import records
from bot.core.changes import new_batch
from bot.core.context import Context
from bot.core.errors import Rejected
from bot.decisions.noun import DECISION
from bot.meetings.model import Status as MeetingStatus
from bot.meetings.model import with_status
from bot.meetings.noun import MEETING
from bot.meetings.ports import Meetings
from bot.minutes.checking import check_checked
from bot.minutes.compared import changes
from bot.minutes.find import in_charge
from bot.minutes.model import Becomes, Item, Minutes, ProposalKind, Status, Unsendable, Verdict, with_items
from bot.minutes.noun import MINUTES, may_change
from bot.minutes.review import changed_since


def send(ctx: Context, number: int, version: int, everything: int = 0) -> Minutes:
    """Once; sent again is the same. What is neither accepted nor dropped is left out, or with `everything`
    accepted, but for what names somebody whom nobody knows.

    Raise NotChair where the chair sends them, ChangedSince when another changed what the person saw, and
    Unsendable for a proposal that cannot become what it is to be, as when its owner left.
    """
    before = records.get(ctx, MINUTES, number)
    if before.sent and may_change(ctx, before):
        return before
    before = in_charge(ctx, number)
    check_checked(ctx, before)
    _check_seen(ctx, before, version)
    # Together, so that "undo" takes back the items of these minutes and not the last of them.
    act = new_batch(ctx)
    proposals = [_accepted(item) for item in before.proposals] if everything else before.proposals
    items = [_made(act, before, item, at) for at, item in enumerate(proposals, 1)]
    sent = with_items(before, items, status=Status.distributed, sent_at=ctx.now)
    minutes = records.put(ctx, MINUTES, Status.distributed, before, sent)
    _close_meeting(ctx, minutes)
    return minutes


def _check_seen(ctx: Context, minutes: Minutes, version: int) -> None:
    """One's own last presses may not show yet; another's must be seen first."""
    if minutes.version == version:
        return
    since = changed_since(ctx, minutes)
    if since.who != ctx.who.user:
        raise since


def _accepted(item: Item) -> Item:
    if not item.goes or item.verdict is Verdict.accepted:
        return item
    return item.model_copy(update={"verdict": Verdict.accepted, "version": item.version + 1})


def _made(ctx: Context, minutes: Minutes, item: Item, at: int) -> Item:
    """The accepted proposal with the number of what it became; raise Unsendable."""
    if item.verdict is not Verdict.accepted:
        return item
    try:
        return item.model_copy(update={"number": _number_of_made(ctx, minutes, item)})
    except Rejected as reason:
        raise Unsendable(at, item.text, reason) from reason


def _number_of_made(ctx: Context, minutes: Minutes, item: Item) -> int:
    if item.kind is ProposalKind.action and item.twin and item.becomes is not Becomes.new:
        return _named_again(ctx, minutes, item, item.twin)
    if item.kind is ProposalKind.action:
        source = f"{BY_MINUTES}{minutes.number}:{item.line}"
        terms = Terms(text=item.text, owner=item.owner, due=item.due)
        return change.create(ctx, source=source, named=item.outside, **terms).number
    about = {"decided_on": minutes.held_on, "minutes": minutes.number, "line": item.line}
    return records.create(ctx, DECISION, text=item.text, **about).number


def _named_again(ctx: Context, minutes: Minutes, item: Item, number: int) -> int:
    """Nothing is made: the open one is told, changed or closed."""
    there = change.get(ctx, number)
    if item.becomes is Becomes.closed:
        change.finish(ctx, number)
    told = changes(item, there) if item.becomes is Becomes.changed and there.open else {}
    return change.name_again(ctx, number, minutes.number, **told).number


def _close_meeting(ctx: Context, minutes: Minutes) -> None:
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    over = (MeetingStatus.closed, MeetingStatus.cancelled)
    if meeting is None or meeting.status in over or meeting.starts_at > ctx.now:
        return
    records.put(ctx, MEETING, "closed", meeting, with_status(meeting, MeetingStatus.closed))
