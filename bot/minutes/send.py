"""The chair's look at minutes, where the project or their meeting wants it; and sending them: what was
accepted becomes decisions and action items, and everybody can read them."""

from bot.action_items import change
from bot.action_items.dependencies import Terms
from bot.action_items.facts import MINUTES as BY_MINUTES
from bot.core import records
from bot.core.context import Context, new_batch, people_of
from bot.core.errors import REASON_LIMIT, Rejected, check_length
from bot.decisions.noun import DECISION
from bot.meetings.model import ChairChecks, Meetings, with_status
from bot.meetings.model import Status as MeetingStatus
from bot.meetings.noun import MEETING
from bot.minutes.compared import changes
from bot.minutes.errors import NotChair, NotChecking
from bot.minutes.find import in_charge
from bot.minutes.model import Becomes, Item, Minutes, ProposalKind, Status, Unsendable, Verdict, with_items
from bot.minutes.notifications import GIVEN_BACK, TO_CHAIR
from bot.minutes.noun import MINUTES, may_change
from bot.minutes.review import changed_since


def chair_of(ctx: Context, minutes: Minutes) -> str | None:
    """Who must look at them first: the chair of their meeting, or whom the notes call so, else the project
    manager. None where nobody must, or who would is their author, not there any more, or no reader of all."""
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, minutes.meeting) if minutes.meeting else None
    asked = minutes.chair if minutes.status == Status.checking else ""
    chairs = (asked, meeting.chair if meeting else "", minutes.told.chair, ctx.project.manager)
    wanted = ChairChecks.yes if ctx.project.chair_checks else ChairChecks.no
    checks = (meeting and meeting.chair_checks) or wanted
    people = people_of(ctx.uow, ctx.project) if checks == ChairChecks.yes else {}
    reads = (user for user in chairs if user in people and not minutes.hidden_from(user))
    chair = next(reads, minutes.author)
    return chair if chair != minutes.author else None


def to_chair(ctx: Context, number: int) -> Minutes:
    """Once more is the same."""
    minutes = in_charge(ctx, number)
    chair = chair_of(ctx, minutes)
    if chair is None or minutes.status == Status.checking:
        return minutes
    return _put(ctx, minutes, TO_CHAIR, status=Status.checking, chair=chair, remark="")


def checked_by(ctx: Context, number: int) -> Minutes:
    """Those that who asks is to check; raise NotChecking or NotChair."""
    minutes = records.get(ctx, MINUTES, number)
    if minutes.status != Status.checking:
        raise NotChecking(number)
    if ctx.who.user != minutes.chair:
        raise NotChair(minutes.chair)
    return minutes


def give_back(ctx: Context, number: int, remark: str) -> Minutes:
    """To their author."""
    minutes = checked_by(ctx, number)
    check_length(remark, REASON_LIMIT)
    return _put(ctx, minutes, GIVEN_BACK, status=Status.concept, remark=remark.strip())


def take_back(ctx: Context, number: int) -> Minutes:
    """By who sent them to the chair; once more is the same."""
    minutes = in_charge(ctx, number)
    if minutes.status != Status.checking:
        return minutes
    return _put(ctx, minutes, "taken_back", status=Status.concept)


def check_checked(ctx: Context, minutes: Minutes) -> None:
    """Raise NotChair for who may not send them themselves."""
    chair = chair_of(ctx, minutes)
    if chair is not None and ctx.who.user != chair:
        raise NotChair(chair)


def _put(ctx: Context, minutes: Minutes, what: str, **changes: object) -> Minutes:
    return records.put(ctx, MINUTES, what, minutes, minutes.evolve(**changes))


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
    return item.evolve(verdict=Verdict.accepted, version=item.version + 1)


def _made(ctx: Context, minutes: Minutes, item: Item, at: int) -> Item:
    """The accepted proposal with the number of what it became; raise Unsendable."""
    if item.verdict is not Verdict.accepted:
        return item
    try:
        return item.evolve(number=_number_of_made(ctx, minutes, item))
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
