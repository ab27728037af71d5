"""Messages about minutes, rendered as they are when they are sent."""

from collections.abc import Callable
from datetime import datetime

from bot.core.context import Context
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.minutes.model import Minutes, Status, action_parts, decision_parts, note_parts
from bot.minutes.notifications import seen_by
from bot.minutes.noun import MINUTES
from bot.texts import Texts
from handlers.minutes import drafts, views
from handlers.minutes.desk import decided, made, seen_at
from handlers.records.notices import shown
from handlers.slack.names import names
from handlers.slack.registry import Render
from handlers.slack.reply import Message, sentence

Show = Callable[[Context, Minutes, Notice, Texts], Message | None]


def render(show: Show) -> Render:
    """Find what the notice is about; nothing to show where that is gone."""

    def rendered(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
        found = shown(MINUTES, uow, notice, now)
        return show(*found, notice, texts) if found else None

    return rendered


def concept(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    seen = seen_by(ctx, minutes, notice.to)
    if notice.about["round"] != seen["round"]:
        return sentence(texts.concept_goes_on_below(minutes))
    if minutes.sent:
        return sentence(texts.minutes_went_out(minutes, ctx.project.channel))
    if minutes.status is Status.discarded:
        return sentence(texts.concept_discarded(minutes))
    present = seen_at(ctx, minutes).present
    return drafts.concept(minutes, seen["page"], present, ctx.project.name, texts)


def headline(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    author = names(ctx.uow, ctx.project.team)(minutes.author)
    return views.headline(minutes, seen_at(ctx, minutes), author, texts)


def decisions(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    return views.decisions(minutes, decided(ctx, decision_parts(minutes)[notice.about["part"]]), texts)


def actions(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    items = made(ctx, action_parts(minutes)[notice.about["part"]])
    return views.actions(minutes, items, ctx.today, names(ctx.uow, ctx.project.team), texts)


def notes(ctx: Context, minutes: Minutes, notice: Notice, texts: Texts) -> Message | None:
    return views.notes(minutes, note_parts(minutes.notes)[notice.about["part"]], texts)
