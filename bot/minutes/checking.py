"""The chair's look at minutes before they are sent, where the project or their meeting wants it."""

from bot.core import records
from bot.core.context import Context, people_of
from bot.core.errors import TooLong
from bot.core.limits import REASON_LIMIT
from bot.meetings.model import ChairChecks
from bot.meetings.ports import Meetings
from bot.minutes.errors import NotChair, NotChecking
from bot.minutes.find import in_charge
from bot.minutes.model import Minutes, Status
from bot.minutes.notifications import GIVEN_BACK, TO_CHAIR
from bot.minutes.noun import MINUTES


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
    if len(remark) > REASON_LIMIT:
        raise TooLong(len(remark), REASON_LIMIT)
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
    return records.put(ctx, MINUTES, what, minutes, minutes.model_copy(update=changes))
