"""Messages about minutes, rendered as they are when they are sent."""

from bot.core.jobs import Notice
from bot.minutes.model import Minutes, Status, action_parts, decision_parts, note_parts
from bot.minutes.notifications import seen_by
from bot.minutes.noun import may_open
from handlers.minutes import drafts, views
from handlers.minutes.come_to import decided, made, seen_at
from handlers.minutes.desk import as_sent
from handlers.records.desk import See
from handlers.slack.reply import Message, sentence


def concept(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    seen, texts = seen_by(see.ctx, minutes, notice.to), see.texts
    if notice.about["round"] != seen["round"]:
        return sentence(texts.concept_goes_on_below(minutes))
    if minutes.sent:
        return sentence(texts.minutes_went_out(minutes, see.ctx.project.channel))
    if minutes.status is Status.discarded:
        return sentence(texts.concept_discarded(minutes))
    if not may_open(see.ctx, minutes, notice.to):
        return sentence(texts.concept_no_more_yours(minutes))
    if not minutes.read and (reading := minutes.model_reading):
        return drafts.model_reads(minutes, reading, texts)
    return drafts.concept(minutes, seen["page"], seen_at(see.ctx, minutes).present, see, notice.to)


def headline(minutes: Minutes, see: See, _notice: Notice) -> Message | None:
    return as_sent(minutes, see)


def decisions(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    part = decision_parts(minutes)[notice.about["part"]]
    return views.decisions(minutes, decided(see.ctx, part), see.texts)


def actions(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    items = made(see.ctx, action_parts(minutes)[notice.about["part"]])
    return views.actions(minutes, items, see)


def notes(minutes: Minutes, see: See, notice: Notice) -> Message | None:
    parts, part = note_parts(minutes.notes_for(None, see.texts.language)), notice.about["part"]
    return views.notes(minutes, parts[part] if part < len(parts) else [], see.texts)
