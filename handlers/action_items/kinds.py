"""Messages to who helps, and to who can go on."""

from datetime import datetime

from bot.domain.calendar import local
from bot.domain.jobs import Notice
from bot.text.texts import Texts
from bot.usecases.ports import UnitOfWork
from handlers import ui
from handlers.action_items import views
from handlers.action_items.notes import notes
from handlers.names import names
from handlers.reply import Message


def helping(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To a helper: the card without the owner's buttons. Who helps no more is told so, if he knew he did."""
    project = uow.projects.get(notice.about["project"])
    item = uow.action_items.get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    if notice.to not in item.helpers:
        text = texts.helps_no_more(item)
        return Message(text, [ui.section(text)]) if uow.postings.get(notice.key) else None
    name_of, today = names(uow, notice.team), local(now, project.zone).date()
    beneath = notes(uow, item, project, texts, now)
    shown = views.card(item, today, name_of, texts, project, beneath)
    head = texts.helping(item.outside or name_of(item.owner))
    blocks = [block for block in shown.blocks if block.type != "actions"]
    return Message(ui.clip_marked(f"{head}\n{shown.text}", views.FALLBACK), [ui.context(head), *blocks])


def freed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To an owner: what his item waited for is closed, or open again and waited for as before."""
    project = uow.projects.get(notice.about["project"])
    item = uow.action_items.get(notice.about["project"], notice.about["number"])
    first = uow.action_items.get(notice.about["project"], notice.about["first"])
    if project is None or item is None or first is None:
        return None
    if first.open or item.waits_for == first.number:
        text = texts.waits_again(item, first)
        return Message(text, [ui.section(text)]) if uow.postings.get(notice.key) else None
    text = texts.freed(item, first, project.channel)
    return Message(text, [ui.section(text)])
