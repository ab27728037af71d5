"""Views of the question to a project manager, and of an item that is another's."""

from collections.abc import Sequence
from datetime import datetime

from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.core.context import by_clock
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.escalations.model import Why
from bot.escalations.notifications import Question
from bot.people.preferences import Rule
from bot.text.marks import channel
from bot.texts import Texts
from handlers.action_items.views import short
from handlers.people.absence_details import owner_away
from handlers.people.why_views import why_button
from handlers.records.desk import See
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.reply import Message

DUE, OWNER = "escalations.due", "escalations.owner"
KEEP, DROP = "escalations.keep", "escalations.drop"
LINE = 300
"""Characters of one item, escapes included: all that are asked at once fit in a message."""


def line(uow: UnitOfWork, item: ActionItem, project: Project, texts: Texts, now: datetime) -> str:
    """With its owner, who may be away, and its project."""
    see = See(by_clock(uow, now, project), texts)
    told = texts.action_item_line(short(item), see.today, project.zone, see.name_of(item.owner))
    away = owner_away(item, see)
    return " · ".join([told, channel(project.channel), *([away] if away else [])])


def proposal(uow: UnitOfWork, questions: Sequence[Question], texts: Texts, now: datetime) -> Message:
    headline = texts.settle_intro() if any(each.open for each in questions) else texts.settle_done()
    blocks: list[Block] = [ui.section(headline)]
    words = [headline]
    for index, question in enumerate(questions):
        words.append(ui.clip_marked(_told(uow, question, texts, now), LINE))
        blocks += decision(uow, question, texts, now, index)
    blocks.append(ui.actions(why_button(Rule.ladder, texts)))
    return Message(ui.clip_marked("\n".join(words), FALLBACK), blocks)


def decision(uow: UnitOfWork, question: Question, texts: Texts, now: datetime, index: int) -> list[Block]:
    """One item, with what its project manager can decide."""
    told = ui.section(ui.clip_marked(_told(uow, question, texts, now), LINE))
    return [told, _choices(question, texts, index)] if question.open else [told]


def _told(uow: UnitOfWork, question: Question, texts: Texts, now: datetime) -> str:
    parts = [line(uow, question.item, question.project, texts, now)]
    if question.why is Why.postponed:
        parts.append(texts.settle_postponed(question.item.times_postponed))
    if not question.open:
        parts.append(texts.settle_settled())
    return " · ".join(parts)


def _choices(question: Question, texts: Texts, index: int) -> Block:
    """That it stays so can be decided of what was postponed; what is overdue would only come again."""
    item = question.item
    about = f"{item.project_id}:{item.number}"
    sure = ui.confirm(
        texts.settle_drop(), texts.settle_drop_sure(item), yes=texts.settle_drop(), no=texts.cancel()
    )
    keep = ui.button(texts.leave_it_so(), action=KEEP, value=about)
    return ui.actions(
        ui.date_picker(texts.new_date(), action=f"{DUE}/{about}"),
        ui.person_picker(texts.settle_owner(), action=f"{OWNER}/{about}"),
        *([keep] if question.why is Why.postponed else []),
        ui.button(texts.settle_drop(), action=DROP, value=about, style="danger", confirm=sure),
        block_id=f"proposal:{index}:{about}:{question.item.version}",
    )
