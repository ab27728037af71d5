"""Messages about action items, rendered as they are when they are sent."""

from collections.abc import Sequence
from datetime import UTC, datetime

from bot.action_items.dependencies import responsible_for
from bot.action_items.ports import ActionItems
from bot.action_items.snoozed import until
from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.action_items import views
from handlers.action_items.card_details import notes
from handlers.action_items.source_changes import with_news
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Detail
from handlers.slack.reply import Message


def card(
    more: Sequence[Detail], uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """In the project's channel."""
    project = uow.projects.get(notice.about["project"])
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    today, beneath = local(now, project.zone).date(), notes(uow, item, project, texts, now, more)
    return views.card(item, today, names(uow, notice.team), texts, notes=beneath)


def mine(
    more: Sequence[Detail], uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """To whom it is asked of, in person; who was told so before is told when it is not any more."""
    project = uow.projects.get(notice.about["project"])
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    if responsible_for(item) != notice.to:
        told = uow.sent_messages.get(notice.key) is not None
        return views.passed_on(item, names(uow, notice.team), texts) if told else None
    snoozed = until(uow, now, item, notice.team, notice.to)
    beneath = notes(uow, item, project, texts, now, more)
    if snoozed is not None:
        beneath.append(texts.snooze_stands_until(_on_his_clock(uow, notice, snoozed)))
    elements = views.owner_elements(item, texts, notice.to, snoozed.timestamp() if snoozed else "")
    today = local(now, project.zone).date()
    shown = views.card(item, today, names(uow, notice.team), texts, project, beneath, elements)
    return with_news(shown, item, texts)


def reminder(
    more: Sequence[Detail], uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """The same card once more, and why; what is over before it is shown, is not shown."""
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    shown = mine(more, uow, notice, texts, now)
    if item is None or shown is None or not (item.open or uow.sent_messages.get(notice.key)):
        return None
    if responsible_for(item) != notice.to:
        return shown
    since = datetime.fromtimestamp(notice.about["since"], UTC)
    why = texts.snoozed_since(_on_his_clock(uow, notice, since))
    return Message(ui.clip_marked(f"{why}\n{shown.text}", views.FALLBACK), [ui.context(why), *shown.blocks])


def _on_his_clock(uow: UnitOfWork, notice: Notice, moment: datetime) -> datetime:
    person = uow.people.get(notice.team, notice.to)
    return local(moment, person.zone if person else "UTC")
