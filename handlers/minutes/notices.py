"""Messages about minutes, rendered as they are when they are sent."""

from collections.abc import Callable, Sequence
from datetime import datetime

from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.core import records
from bot.core.context import Context, by_clock
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from bot.meetings.ports import Meetings
from bot.minutes.model import Item, Minutes, action_parts, decision_parts, note_parts
from bot.minutes.notifications import seen_by
from bot.minutes.ports import MinutesBook
from bot.minutes.text import Seen
from bot.texts import Texts
from handlers.minutes import drafts, views
from handlers.slack.names import names
from handlers.slack.registry import Render
from handlers.slack.reply import Message

NAMED = 50
"""People named in a headline."""
Show = Callable[[Context, Minutes, Notice, Texts], Message | None]


def render(show: Show) -> Render:
    """Find what the notice is about; nothing to show where that is gone."""

    def rendered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        project = uow.projects.get(notice.about["project"])
        minutes = uow.of(MinutesBook).get(notice.about["project"], notice.about["number"])
        if project is None or minutes is None:
            return None
        return show(by_clock(uow, now, project), minutes, notice, texts)

    return rendered


def concept(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    seen = seen_by(ctx, minutes, notice.to)
    if notice.about["round"] != seen["round"]:
        return drafts.sentence(texts.concept_goes_on_below(minutes))
    if minutes.sent:
        return drafts.sentence(texts.minutes_went_out(minutes, ctx.project.channel))
    present = seen_at(ctx, minutes).present
    return drafts.concept(minutes, seen["page"], present, ctx.project.name, texts)


def headline(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    author = names(ctx.uow, ctx.project.team)(minutes.author)
    return views.headline(minutes, seen_at(ctx, minutes), author, texts)


def decisions(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    return views.decisions(minutes, decided(ctx, decision_parts(minutes)[notice.about["part"]]), texts)


def actions(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    numbers = [item.number for item in action_parts(minutes)[notice.about["part"]]]
    name_of = names(ctx.uow, ctx.project.team)
    return views.actions(minutes, made(ctx, numbers), ctx.today, name_of, texts)


def notes(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    return views.notes(minutes, note_parts(minutes.notes)[notice.about["part"]], texts)


def decided(ctx: Context, items: Sequence[Item]) -> list[Decision]:
    """The decisions that these became, as they are now."""
    return [records.get(ctx, DECISION, item.number) for item in items if item.number is not None]


def made(ctx: Context, numbers: list[int | None]) -> list[ActionItem]:
    """The action items of these numbers, as they are now."""
    items = ctx.uow.of(ActionItems)
    found = [items.get(ctx.project.id, number) for number in numbers if number is not None]
    return [item for item in found if item is not None]


def seen_at(ctx: Context, minutes: Minutes) -> Seen:
    """By name. Who was absent is told only where notes say who was present, and it is known who was asked."""
    uow, project = ctx.uow, ctx.project
    members, name_of = uow.people.members(project.team, project.channel), names(uow, project.team)
    meeting = uow.of(Meetings).get(project.id, minutes.meeting) if minutes.meeting else None
    asked = meeting.people if meeting and minutes.attendees else []
    known = {*members, *asked}
    present = [name_of(each) if each in known else each for each in minutes.attendees]
    absent = [name_of(user) for user in asked if user not in minutes.attendees]
    return Seen(present[:NAMED], absent[:NAMED])
