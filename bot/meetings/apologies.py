"""Somebody can't come: why, and when they could; and what its organiser does about it."""

from datetime import date, datetime, time

from bot.core import records
from bot.core.calendar import instant, local
from bot.core.context import Context
from bot.core.errors import InThePast, Reasons
from bot.meetings.errors import NoTime
from bot.meetings.model import REASON_LIMIT, Answer, Apology, Meeting, without
from bot.meetings.noun import MEETING, WITHOUT_THEM
from bot.meetings.plan import answer, in_charge
from bot.meetings.validated import check_length


def apologise(
    ctx: Context, number: int, *, reason: str = "", day: date | None = None, at: time | None = None
) -> Meeting:
    """No, because of `reason`, or rather on that day and time of the meeting's clock; without a day it is
    that of the meeting. Raise NotAsked, MeetingOver, or Misfilled with all that is wrong."""
    meeting, reason = records.get(ctx, MEETING, number), " ".join(reason.split())
    reasons = Reasons()
    with reasons.of("reason"):
        check_length(reason, REASON_LIMIT)
    with reasons.of("at"):
        if day and not at:
            raise NoTime
    instead = datetime.combine(day or meeting.day, at) if at else None
    with reasons.of("day"):
        if instead and instant(instead, meeting.zone) <= ctx.now:
            raise InThePast(instead, local(ctx.now, meeting.zone).date())
    reasons.tell()
    apology = Apology(reason=reason, instead=instead.isoformat() if instead else "")
    return answer(ctx, number, Answer.no, apology)


def go_ahead(ctx: Context, number: int, user: str) -> Meeting:
    """It stays when it is, without `user`, who can't come. Raise NotOrganiser or MeetingOver."""
    in_charge(ctx, number)
    return records.change(ctx, MEETING, number, WITHOUT_THEM, lambda meeting: without(meeting, user))
