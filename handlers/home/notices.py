"""The message of the morning, rendered as things are: what is done meanwhile drops out."""

from datetime import date, datetime

from slack_sdk.models.blocks import Block

from bot.domain.action_items import ActionItem
from bot.domain.jobs import Notice
from bot.text.texts import Texts
from bot.usecases.morning import bundle
from bot.usecases.ports import UnitOfWork
from handlers import ui
from handlers.action_items.lists import short
from handlers.action_items.views import FALLBACK, done_button
from handlers.reply import Message

MOST = 10


def morning(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """None, so silence, when nothing is due; but a message that stands says that all is done."""
    person = uow.people.get(notice.team, notice.to)
    if person is None:
        return None
    day = date.fromisoformat(notice.about["day"])
    due = bundle(uow, person, day)
    if not due:
        stands = uow.postings.get(notice.key) is not None
        return _message([ui.section(texts.morning_done(day))], texts.morning_done(day)) if stands else None
    groups = (
        (texts.morning_overdue(), due.overdue),
        (texts.morning_today(), due.today),
        (texts.morning_tomorrow(), due.tomorrow),
    )
    return _bundle(uow, groups, day, texts)


def _bundle(
    uow: UnitOfWork, groups: tuple[tuple[str, list[ActionItem]], ...], day: date, texts: Texts
) -> Message:
    greeting, left = texts.good_morning(day), MOST
    blocks: list[Block] = [ui.section(greeting)]
    words = [greeting]
    for title, items in groups:
        if items and left:
            blocks.append(ui.context(f"*{title}*"))
        for item in items[:left]:
            line = _line(uow, item, day, texts)
            blocks.append(ui.section(line, accessory=done_button(item, texts)))
            words.append(line)
        left -= len(items[:left])
    more = sum(len(items) for _, items in groups) - MOST
    if more > 0:
        blocks.append(ui.context(texts.home_more(more)))
    return _message(blocks, "\n".join(words))


def _line(uow: UnitOfWork, item: ActionItem, day: date, texts: Texts) -> str:
    project = uow.projects.get(item.project_id)
    return texts.action_item_of_mine(short(item), day, project.channel if project else "")


def _message(blocks: list[Block], text: str) -> Message:
    return Message(ui.clip_marked(text, FALLBACK), blocks)
