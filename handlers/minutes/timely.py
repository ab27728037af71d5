"""What the clock says of minutes: at a next meeting those of last time, and that new ones are due or late."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block, ButtonElement

from bot.core.calendar import local
from bot.core.context import by_clock
from bot.core.jobs import Notice
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.meetings.model import Meeting, Meetings
from bot.meetings.notifications import INVITATION, NOTES_WANTED, REMINDER, asked_for_notes
from bot.minutes import amend, clock
from bot.minutes.noun import may_correct
from bot.texts import Texts
from handlers.meetings.views import write_minutes
from handlers.minutes.after import CORRECT
from handlers.minutes.views import RECORD
from handlers.records.desk import See, ref
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message


def register(registry: Registry) -> None:
    for kind in (INVITATION, REMINDER):
        registry.beneath.setdefault(kind, []).append(on_agenda)
    registry.beneath.setdefault(NOTES_WANTED, []).append(adoption)
    for kind in (clock.DUE_SOON, clock.LATE):
        registry.notice(kind, told)
        registry.rows[kind] = row


def on_agenda(meeting: Meeting, see: See, _person: Person) -> list[Block]:
    """While it is ahead."""
    minutes = amend.last_time(see.ctx, meeting) if meeting.planned else None
    return [ui.context(see.texts.minutes_on_agenda(minutes, see.today))] if minutes else []


def adoption(meeting: Meeting, see: See, person: Person) -> Sequence[Block]:
    """Beside the question for notes of the next meeting, to who may adopt those of last time."""
    minutes, texts = amend.last_time(see.ctx, meeting), see.texts
    if minutes is None or not may_correct(see.ctx, minutes, person.user):
        return []
    if minutes.adopted_on:
        return [ui.context(texts.minutes_adopted_last_time(minutes, see.today))]
    buttons = (
        ui.button(texts.minutes_adopt(), action=f"{RECORD}.adopt", value=ref(minutes)),
        ui.button(texts.minutes_with_corrections(), action=CORRECT, value=ref(minutes)),
    )
    return [ui.section(texts.minutes_to_adopt(minutes, see.today)), ui.actions(*buttons)]


def told(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """That minutes are due, or late; nothing once they are sent, or there are to be none."""
    project = uow.projects.get(notice.about["project"])
    meeting = uow.of(Meetings).get(notice.about["project"], notice.about["meeting"])
    person = uow.people.get(notice.team, notice.to)
    if project is None or meeting is None or person is None:
        return None
    ctx = by_clock(uow, now, project)
    if not clock.awaited(ctx, meeting):
        return None
    see, due = See(ctx, texts), local(clock.due_at(meeting, project), person.zone).date()
    today = local(now, person.zone).date()
    if notice.kind == clock.LATE:
        writer = see.name_of(asked_for_notes(uow, project, meeting))
        said = texts.minutes_late(meeting.title, meeting.day, writer, due, today)
    else:
        actions = local(meeting.ends_at + clock.ACTION_LIST, person.zone).date()
        said = texts.minutes_due_soon(meeting.title, actions, due, today)
    return Message(said, [ui.section(said, accessory=write_minutes(meeting, texts))])


def row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, _button: ButtonElement | None
) -> list[Block]:
    message = told(uow, notice, texts, now)
    return message.blocks if message else []
