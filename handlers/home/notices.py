"""The message of the morning, rendered as things are: what is done meanwhile drops out."""

from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.action_items.model import ActionItem
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.people.hours import contact_hours_of
from bot.people.preferences import Rule
from bot.reminders.daily_summary import Bundle, Section, bundle
from bot.reminders.summary_parts import Part
from bot.texts import Texts
from handlers.action_items.views import done_button, short
from handlers.escalations.views import line as with_owner
from handlers.people.why_views import why_button
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.reply import Message

MOST = 10
"""Items in one message."""


def morning(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """None, so silence, when nothing is due; but a message that stands says that all is done."""
    person = uow.people.get(notice.team, notice.to)
    if person is None:
        return None
    ctx = PersonContext(uow, now, person)
    day, stands = date.fromisoformat(notice.about["day"]), uow.sent_messages.get(notice.key) is not None
    if not stands and not contact_hours_of(uow, person, now).works(day):
        return None
    due = bundle(ctx, day)
    if not due:
        return _message([ui.section(texts.morning_done(day))], texts.morning_done(day)) if stands else None
    return _bundle(uow, due, day, texts, now)


def _bundle(uow: UnitOfWork, due: Bundle, day: date, texts: Texts, now: datetime) -> Message:
    greeting, left = texts.good_morning(day), MOST
    blocks: list[Block] = [ui.section(greeting)]
    words = [greeting]
    for section in due.sections:
        if left:
            title = _title(section, texts)
            blocks.append(ui.context(f"*{title}*"))
            words.append(title)
        for item in section.items[:left]:
            line = _line(uow, item, section, day, texts, now)
            blocks.append(ui.section(line, accessory=done_button(item, texts)))
            words.append(line)
        left -= len(section.items[:left])
    more = len(due.items) - MOST
    if more > 0:
        blocks.append(ui.context(texts.bundle_more(more)))
    blocks.append(ui.actions(why_button(Rule.bundle, texts)))
    return _message(blocks, "\n".join(words))


def _title(section: Section, texts: Texts) -> str:
    if section.absent and section.until:
        return texts.bundle_of_absent(section.absent.name, section.until)
    return texts.bundle_part(section.part)


def _line(uow: UnitOfWork, item: ActionItem, section: Section, day: date, texts: Texts, now: datetime) -> str:
    project = uow.projects.get(item.project_id)
    if project is not None and section.part is Part.late:
        return with_owner(uow, item, project, texts, now)
    return texts.action_item_of_mine(short(item), day, project.channel if project else "")


def _message(blocks: list[Block], text: str) -> Message:
    return Message(ui.clip_marked(text, FALLBACK), blocks)
