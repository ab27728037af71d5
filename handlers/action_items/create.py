"""`/action @who what when`: raised unless an open item says the same, then asked what it lacks."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items import change
from bot.action_items import typed as use
from bot.action_items.change import repeat
from bot.action_items.dependencies import Terms
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.typed import Raised
from bot.core.context import Context
from bot.core.errors import NoText
from bot.core.limits import seen
from bot.dates.line_end import Terms as When
from bot.text.formats import day as day_text
from handlers.action_items import views
from handlers.action_items.typed import people_and_text
from handlers.action_items.views import said
from handlers.records.desk import See, ref, referred
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request

ANYWAY, NEVER_MIND = "action_items.raise_anyway", "action_items.never_mind"


def register(registry: Registry) -> None:
    registry.click(ANYWAY, raised_anyway)
    registry.click(NEVER_MIND, never_mind)
    registry.click(OWNER, owner_chosen)
    registry.click(DUE, partial(due_chosen, past=False))
    registry.click(READING, partial(due_chosen, past=True))
    registry.click(ENOUGH, enough)
    registry.click(views.REPEATING, repetition_chosen)


@dataclass(frozen=True)
class Line:
    """A line as it was read, and whether an item says the same."""

    people: Terms
    text: str
    typed: When
    looked: use.Look


def look(known: KnownTexts, request: Command) -> Line:
    """Read the line and look for an item that says the same: all that takes long, and nothing that writes."""
    people, rest = people_and_text(request, request.text)
    if not seen(rest):
        raise NoText(request.typed)
    text = request.plain(rest)
    typed = use.read_line(request.here, text)
    return Line(people, text, typed, use.look(request.here, known, typed.due.text))


def typed(known: KnownTexts, request: Command) -> Reply:
    line: Line = request.prepared or look(known, request)
    twin = use.twin(request.here, line.looked)
    if twin is not None:
        key = use.put_by(request.here, text=line.text, people=line.people)
        return Say(_there_already(request, twin, f"{twin.project_id}:{key}"))
    raised = use.raise_typed(request.here, line.typed, line.people)
    asked = _asked(request, raised)
    if asked is None and request.elsewhere:
        asked = noted(request, raised.item)
    return Say(asked) if asked else Reply()


def _asked(request: Request, raised: Raised) -> Message | None:
    """One question for all that is missing or unclear; None for an item that has everything."""
    item, due = raised.item, raised.typed
    if raised.repetitions:
        return views.which_repetition(item, raised.repetitions, request.texts)
    if complete(item):
        return None
    days = use.offered_days(due.readings, request.of(item.project_id).today)
    return question(request, item, due.past, days)


def _there_already(request: Request, twin: ActionItem, value: str) -> Message:
    """The open item in full, and what can be done; `value` is what the buttons are about."""
    texts, see = request.texts, See(request.here, request.texts)
    text = ui.clip_marked(texts.looks_like(views.told(twin, see)), ui.SECTION)
    buttons = ui.actions(
        ui.button(texts.raise_anyway(), action=ANYWAY, value=value),
        ui.button(texts.open_item(twin.number), action=views.EDIT, value=ref(twin)),
        ui.button(texts.never_mind(), action=NEVER_MIND, value=value),
    )
    return Message(text, [ui.section(text), buttons])


def raised_anyway(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    raised = use.raise_anyway(request.of(int(project_id)), key)
    if raised is None:
        text = request.texts.raised_or_dropped()
        return Replace(Message(text, [ui.section(text)]))
    return Replace(_asked(request, raised))


def never_mind(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    use.never_mind(request.of(int(project_id)), key)
    return Replace(None)


OWNER, DUE, READING = "action_items.ask_owner", "action_items.ask_due", "action_items.ask_reading"
ENOUGH = "action_items.asked_enough"


def complete(item: ActionItem) -> bool:
    return item.due is not None and (item.owner is not None or item.outside is not None)


def question(
    request: Request, item: ActionItem, past: date | None = None, days: Sequence[date] = ()
) -> Message:
    """`past`: a date that was typed and is over; `days`: those that it can be."""
    text = request.texts.missing(item, past, days)
    shown = noted(request, item)
    blocks: list[Block] = [
        ui.section(text),
        ui.context(shown.text),
        ui.actions(*_choices(request, item, days)),
    ]
    return Message(f"{text}\n{shown.text}", blocks)


def _choices(request: Request, item: ActionItem, days: Sequence[date]) -> list[InteractiveElement]:
    texts, about = request.texts, ref(item)
    elements: list[InteractiveElement] = [
        ui.button(day_text(day, texts.language), action=f"{READING}/{about}:{day}", value=str(day))
        for day in days[:5]
    ]
    if item.owner is None and item.outside is None:
        elements.append(ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{about}"))
    if item.due is None:
        elements.append(ui.date_picker(texts.choose_date(), action=f"{DUE}/{about}"))
    return [*elements, ui.button(texts.leave_it_so(), action=ENOUGH)]


def owner_chosen(request: Click) -> Reply:
    ctx, number = _about(request)
    return _next(request, change.give(ctx, number, request.value))


def due_chosen(request: Click, *, past: bool) -> Reply:
    """`past`: of the days that it can be, one that is over is meant."""
    ctx, number = _about(request)
    return _next(request, change.set_due(ctx, number, date.fromisoformat(request.value), past=past))


def enough(request: Click) -> Reply:
    return Replace(None)


def _about(request: Click) -> tuple[Context, int]:
    project_id, number = request.subject.split(":")[:2]
    return request.of(int(project_id)), int(number)


def _next(request: Click, item: ActionItem) -> Reply:
    """The question for what is still missing, else the item as it is now."""
    return Replace(noted(request, item) if complete(item) else question(request, item))


def noted(request: Request, item: ActionItem) -> Message:
    return said(item, See(request.of(item.project_id), request.texts))


def repetition_chosen(request: Click) -> Reply:
    ref, _, rule = request.value.rpartition(":")
    ctx, number, _version = referred(request, ref)
    item = repeat(ctx, number, rule)
    return Replace(views.said(item, See(ctx, request.texts)))
