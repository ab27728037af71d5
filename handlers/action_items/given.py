"""The message to who got several action items at once."""

from datetime import datetime

from bot.action_items.model import Status
from bot.action_items.notifications import given_to
from bot.action_items.ports import ActionItems
from bot.core.calendar import local
from bot.core.events import CLOCK
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.reply import Message


def given(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To who got several at once, above their cards; a single one needs no more than its card."""
    events = [event for event in uow.log.of_batch(notice.about["batch"]) if given_to(event) == notice.to]
    project = uow.projects.get(notice.about["project"])
    if project is None:
        return None
    today = local(now, project.zone).date()
    found = [uow.of(ActionItems).get(project.id, event.number) for event in events]
    items = [item for item in found if item and item.begun(today)]
    if len(items) < 2:
        return None
    still = [item for item in items if item.owner == notice.to and item.status is not Status.cancelled]
    who = names(uow, notice.team)(events[0].who) if events[0].who != CLOCK else "Spil"
    text = texts.given_together(who, len(still), project.channel)
    return Message(text, [ui.section(text)])
