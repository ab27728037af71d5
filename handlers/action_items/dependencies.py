"""Messages to who helps and to who can go on, and the question how something comes back."""

from collections.abc import Sequence
from datetime import datetime

from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.action_items.set_dependencies import repeat
from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.dates.rrule import Recurrence
from bot.texts import Texts
from handlers.action_items import views
from handlers.action_items.card_details import notes
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Detail
from handlers.slack.reply import Message, Replace, Reply
from handlers.slack.request import Click

REPEATING = "action_items.repeating"


def helping(
    more: Sequence[Detail], uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """To a helper: the card without the owner's buttons. Who helps no more is told, if they knew they did."""
    project = uow.projects.get(notice.about["project"])
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    if project is None or item is None:
        return None
    if notice.to not in item.helpers:
        text = texts.helps_no_more(item)
        return Message(text, [ui.section(text)]) if uow.sent_messages.get(notice.key) else None
    name_of, today = names(uow, notice.team), local(now, project.zone).date()
    beneath = notes(uow, item, project, texts, now, more)
    shown = views.card(item, today, name_of, texts, project, beneath)
    head = texts.helping(item.outside or name_of(item.owner))
    blocks = [block for block in shown.blocks if block.type != "actions"]
    return Message(ui.clip_marked(f"{head}\n{shown.text}", views.FALLBACK), [ui.context(head), *blocks])


def freed(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """To an owner: what their item waited for is closed, or open again and waited for as before."""
    project = uow.projects.get(notice.about["project"])
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    first = uow.of(ActionItems).get(notice.about["project"], notice.about["first"])
    if project is None or item is None or first is None:
        return None
    if first.open or item.waits_for == first.number:
        text = texts.waits_again(item, first)
        return Message(text, [ui.section(text)]) if uow.sent_messages.get(notice.key) else None
    text = texts.freed(item, first, project.channel)
    return Message(text, [ui.section(text)])


def which_repetition(item: ActionItem, ways: Sequence[Recurrence], texts: Texts) -> Message:
    """Ask how it comes back; the item is there already, without."""
    buttons = [
        ui.button(
            texts.repetition_choice(way.rrule, way.first),
            action=f"{REPEATING}/{number}",
            value=f"{views.ref(item)}:{way.rrule}",
        )
        for number, way in enumerate(ways[:5])
    ]
    sentence = texts.which_repetition(item.number)
    return Message(sentence, [ui.section(sentence), ui.actions(*buttons)])


def repetition_chosen(request: Click) -> Reply:
    ref, _, rule = request.value.rpartition(":")
    ctx, number, _version = views.referred(request, ref)
    item = repeat(ctx, number, rule)
    return Replace(views.line(item, ctx.today, names(request.uow, request.who.team), request.texts))
