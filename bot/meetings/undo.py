"""Undo of a move: by who made it, unless the meeting was moved or cancelled after."""

from datetime import datetime

from bot.core.errors import ChangedSince, InThePast, NothingToUndo
from bot.core.events import UNDONE
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.meetings.model import Meeting, replanned
from bot.meetings.notifications import NOUN
from bot.meetings.plan import in_charge, replan

PLANNING = ("moved", "cancelled", "held", UNDONE)


def undo(uow: UnitOfWork, now: datetime, who: Person, project_id: int, number: int, sequence: int) -> Meeting:
    """Take back the move that led to `sequence`; pressed twice it takes back once."""
    project, meeting = in_charge(uow, now, who, project_id, number)
    events = [event for event in uow.log.of_item(project.id, NOUN, number) if event.what in PLANNING]
    if not events or events[-1].before is None:
        raise NothingToUndo
    last, before = events[-1], Meeting.model_validate(events[-1].before)
    if meeting.sequence != sequence:
        if last.what == UNDONE and last.who == who.user:
            return meeting
        raise ChangedSince(last.who, last.at)
    if last.what != "moved" or last.who != who.user:
        raise NothingToUndo
    if before.starts_at <= now:
        raise InThePast(before.starts)
    fields = before.model_dump(include={"title", "starts", "minutes", "people", "place"})
    restored = replanned(meeting, **fields)
    restored.answers = {user: given for user, given in before.answers.items() if user in before.people}
    replan(uow, now, who, project, UNDONE, meeting, restored)
    return restored
