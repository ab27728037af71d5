"""The question for what an item just raised lacks: once, to who raised it alone, never guessed."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items import change
from bot.action_items.model import ActionItem
from bot.core.context import Context
from bot.text.formats import day as day_text
from handlers.action_items import views
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply
from handlers.slack.request import Click, Request

OWNER, DUE, READING = "action_items.ask_owner", "action_items.ask_due", "action_items.ask_reading"
ENOUGH = "action_items.asked_enough"


def register(registry: Registry) -> None:
    registry.click(OWNER, owner_chosen)
    registry.click(DUE, due_chosen)
    registry.click(READING, due_chosen)
    registry.click(ENOUGH, enough)


def complete(item: ActionItem) -> bool:
    return item.due is not None and (item.owner is not None or item.outside is not None)


def question(
    request: Request, item: ActionItem, past: date | None = None, days: Sequence[date] = ()
) -> Message:
    """`past`: a date that was typed and is over; `days`: those that it can be."""
    text = request.texts.missing(item, past, days)
    shown = line(request, item)
    blocks: list[Block] = [
        ui.section(text),
        ui.context(shown.text),
        ui.actions(*_choices(request, item, days)),
    ]
    return Message(f"{text}\n{shown.text}", blocks)


def _choices(request: Request, item: ActionItem, days: Sequence[date]) -> list[InteractiveElement]:
    texts, ref = request.texts, views.ref(item)
    elements: list[InteractiveElement] = [
        ui.button(day_text(day, texts.language), action=f"{READING}/{ref}:{day}", value=str(day))
        for day in days[:5]
    ]
    if item.owner is None and item.outside is None:
        elements.append(ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{ref}"))
    if item.due is None:
        elements.append(ui.date_picker(texts.choose_date(), action=f"{DUE}/{ref}"))
    return [*elements, ui.button(texts.leave_it_so(), action=ENOUGH)]


def owner_chosen(request: Click) -> Reply:
    ctx, number = _about(request)
    return _next(request, change.give(ctx, number, request.value))


def due_chosen(request: Click) -> Reply:
    ctx, number = _about(request)
    return _next(request, change.set_due(ctx, number, date.fromisoformat(request.value)))


def enough(request: Click) -> Reply:
    return Replace(None)


def _about(request: Click) -> tuple[Context, int]:
    project_id, number = request.subject.split(":")[:2]
    return request.of(int(project_id)), int(number)


def _next(request: Click, item: ActionItem) -> Reply:
    """The question for what is still missing, else the item as it is now."""
    return Replace(line(request, item) if complete(item) else question(request, item))


def line(request: Request, item: ActionItem) -> Message:
    today = request.of(item.project_id).today
    return views.line(item, today, names(request.uow, request.who.team), request.texts)
