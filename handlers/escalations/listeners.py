"""What a project manager is asked to decide, and what an item's owner reads of the next level."""

from collections.abc import Sequence
from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.action_items.facts import NOUN as ITEMS
from bot.action_items.model import ActionItem
from bot.core.context import PersonContext, by_clock
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.escalations import notifications
from bot.escalations.model import Why, needs_decision, next_step
from bot.escalations.notifications import PROPOSAL, Question, asked_in, concerned, decided_on
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.action_items.views import EDIT, MORE, UNDO, owner_away, short
from handlers.people.why import why_menu
from handlers.records.desk import picked, pressed
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message
from handlers.slack.request import See

DUE, OWNER = "escalations.due", "escalations.owner"
KEEP, DROP = "escalations.keep", "escalations.drop"
LINE = 300
"""Characters of one item, escapes included: all that are asked at once fit in a message."""


def register(registry: Registry) -> None:
    registry.click(DUE, picked(notifications.move, date.fromisoformat))
    registry.click(OWNER, picked(notifications.hand_over))
    registry.click(KEEP, pressed(notifications.keep))
    registry.click(DROP, pressed(notifications.drop))
    registry.notice(PROPOSAL, proposal)
    registry.detail(ITEMS, ladder)


def proposal(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """Where an earlier version asked in a message of its own; what it did not send is in a morning's."""
    manager = uow.people.get(notice.team, notice.to)
    if manager is None:
        return None
    questions = asked_in(PersonContext(uow, now, manager), date.fromisoformat(notice.about["day"]))
    stands = uow.sent_messages.get(notice.key) is not None
    return proposal_of(uow, questions, texts, now) if stands else None


def proposal_of(uow: UnitOfWork, questions: Sequence[Question], texts: Texts, now: datetime) -> Message:
    headline = texts.settle_intro() if any(each.open for each in questions) else texts.settle_done()
    blocks: list[Block] = [ui.section(headline, accessory=why_menu(Rule.ladder, texts))]
    for index, question in enumerate(questions):
        blocks += decision(uow, question, texts, now, index)
    return Message(headline, blocks)


def decision(uow: UnitOfWork, question: Question, texts: Texts, now: datetime, index: int) -> list[Block]:
    """One item, with what its project manager can decide; what was decided stays where it stood."""
    told = ui.clip_marked(_told(uow, question, texts, now), LINE)
    if not question.open:
        undo = ui.button(texts.undo(), action=UNDO, value=question.item.ref)
        return [ui.section(told, accessory=undo)]
    return [ui.section(told), _choices(question, texts, index)]


def _told(uow: UnitOfWork, question: Question, texts: Texts, now: datetime) -> str:
    item, project = short(question.item), question.project
    if not question.open:
        return texts.settle_settled(item, project.channel)
    see = See(by_clock(uow, now, project), texts)
    owner = see.name_of(item.owner) or item.outside or ""
    times = item.times_postponed if question.why is Why.postponed else 0
    return texts.settle_row(item, owner, see.today, times, project.channel, owner_away(item, see))


def _choices(question: Question, texts: Texts, index: int) -> Block:
    item = question.item
    about = f"{item.project_id}:{item.number}"
    rare = [
        ui.option(label, f"{about}:{action}")
        for action, label in ((DROP, texts.settle_drop()), (EDIT, texts.edit()))
    ]
    return ui.actions(
        ui.date_picker(texts.new_date(), action=f"{DUE}/{about}"),
        ui.person_picker(texts.settle_owner(), action=f"{OWNER}/{about}"),
        ui.button(texts.settle_keep(), action=KEEP, value=about),
        ui.overflow(rare, action=MORE),
        block_id=f"proposal:{index}:{about}:{item.version}",
    )


def ladder(item: ActionItem, see: See) -> str:
    if not item.open:
        return ""
    project, texts, today = see.ctx.project, see.texts, see.today
    decided = decided_on(see.ctx.uow, project, item) if concerned(item, project, today) else None
    manager = see.name_of(project.manager)
    if needs_decision(item, project, today, decided):
        return texts.ladder_top(manager)
    ahead = next_step(item, project, today, decided)
    last_chance = item.times_postponed == project.most_postponements - 1 and item.times_postponed > 0
    lines = [texts.ladder_next(*ahead, today, manager)] if ahead else []
    return "\n".join([*lines, *([texts.ladder_one_more(manager)] if last_chance else [])])
