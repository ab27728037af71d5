"""Undo of a move: by who made it, unless the meeting was moved or cancelled after."""

from bot.core.context import Context
from bot.core.errors import ChangedSince, InThePast, NothingToUndo
from bot.core.events import UNDONE
from bot.meetings.model import Meeting, replanned
from bot.meetings.notifications import NOUN
from bot.meetings.plan import in_charge, replan

PLANNING = ("moved", "cancelled", "held", UNDONE)


def undo(ctx: Context, number: int, sequence: int) -> Meeting:
    """Take back the move that led to `sequence`; pressed twice it takes back once."""
    meeting = in_charge(ctx, number)
    events = [event for event in ctx.uow.log.of_item(ctx.project.id, NOUN, number) if event.what in PLANNING]
    if not events or events[-1].before is None:
        raise NothingToUndo
    last, before = events[-1], Meeting.model_validate(events[-1].before)
    if meeting.sequence != sequence:
        if last.what == UNDONE and last.who == ctx.who.user:
            return meeting
        raise ChangedSince(last.who, last.at)
    if last.what != "moved" or last.who != ctx.who.user:
        raise NothingToUndo
    if before.starts_at <= ctx.now:
        raise InThePast(before.starts)
    fields = before.model_dump(include={"title", "starts", "minutes", "people", "place"})
    restored = replanned(meeting, **fields)
    restored.answers = {user: given for user, given in before.answers.items() if user in before.people}
    replan(ctx, UNDONE, meeting, restored)
    return restored
