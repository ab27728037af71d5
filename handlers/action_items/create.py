"""`/action @who what when`: raised unless an open item says the same, then asked what it lacks."""

import re
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
from bot.core.errors import NoText, seen
from bot.dates.due import Terms as When
from bot.dates.due import is_terms
from bot.dates.reader import LONGEST
from bot.text.formats import near_day
from bot.text.sentences import esc
from handlers.action_items import views
from handlers.action_items.desk import DESK, said, told
from handlers.action_items.typed import people_and_text
from handlers.records.desk import referred
from handlers.records.views import answered_by
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command, Request, See

ANYWAY, NEVER_MIND = "action_items.raise_anyway", "action_items.never_mind"


def register(registry: Registry) -> None:
    registry.click(ANYWAY, raised_anyway)
    registry.click(NEVER_MIND, never_mind)
    registry.click(OWNER, owner_chosen)
    registry.click(DUE, partial(due_chosen, past=False))
    registry.click(READING, partial(due_chosen, past=True))
    registry.click(GUESS, guess_right)
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
    text, ctx = request.plain(rest), request.here
    typed = use.read_line(ctx, text)
    unparted = len(text) <= LONGEST and typed.due.text == text and (typed.due.day or typed.due.past)
    alone = unparted and is_terms(text, ctx.now, ctx.project.zone, ctx.languages)
    if alone or not re.search(r"\w", text):  # a day alone, or "???"
        raise NoText(request.typed)
    return Line(people, text, typed, use.look(ctx, known, typed.due.text))


def typed(known: KnownTexts, request: Command) -> Reply:
    line: Line = request.prepared or look(known, request)
    twin = use.twin(request.here, line.looked)
    if twin is not None:
        key = use.put_by(request.here, text=line.text, people=line.people)
        return Say(_there_already(request, line.text, twin, f"{twin.project_id}:{key}"))
    raised = use.raise_typed(request.here, line.typed, line.people)
    asked = _asked(request, raised)
    if asked is None and request.elsewhere:
        asked = said(raised.item, See(request.of(raised.item.project_id), request.texts))
    return Say(asked) if asked else Reply()


def _asked(request: Request, raised: Raised) -> Message | None:
    """What there is to judge, or where its card is out of sight what it lacks, in one question."""
    item, due = raised.item, raised.typed
    ctx = request.of(item.project_id)
    if raised.repetitions:
        return views.which_repetition(item, raised.repetitions, request.texts, ctx.today)
    if complete(item):
        return None
    days = use.offered_days(due.readings, ctx.today)
    ownerless = item.owner is None and item.outside is None
    named = use.named_first(ctx, item.text) if ownerless else None
    out_of_sight = isinstance(request, Command) and request.elsewhere
    if not (out_of_sight or named or due.past or days or due.unread):
        return None
    return question(request, item, due.past, days, named[0] if named else "", due.unread)


def _there_already(request: Request, typed: str, twin: ActionItem, value: str) -> Message:
    """The open item in full, and what can be done; `value` is what the buttons are about."""
    texts, see = request.texts, See(request.here, request.texts)
    text = ui.clip_marked(texts.looks_like(typed, told(twin, see)), ui.SECTION)
    return sentence(
        text,
        ui.button(texts.raise_anyway(), action=ANYWAY, value=value),
        ui.button(texts.open_item(twin.number), action=views.EDIT, value=twin.ref),
        ui.button(texts.never_mind(), action=NEVER_MIND, value=value),
    )


def raised_anyway(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    raised = use.raise_anyway(request.of(int(project_id)), key)
    if raised is None:
        return Replace(sentence(request.texts.raised_or_dropped()))
    return Replace(_asked(request, raised))


def never_mind(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    use.never_mind(request.of(int(project_id)), key)
    return Replace(None)


OWNER, DUE, READING = "action_items.ask_owner", "action_items.ask_due", "action_items.ask_reading"
GUESS, ENOUGH = "action_items.ask_guess", "action_items.asked_enough"


def complete(item: ActionItem) -> bool:
    return item.due is not None and (item.owner is not None or item.outside is not None)


def question(
    request: Request,
    item: ActionItem,
    past: date | None = None,
    days: Sequence[date] = (),
    guess: str = "",
    unread: str = "",
) -> Message:
    """`past`: a date that was typed and is over; `days`: those that it can be; `guess`: who it may be for;
    `unread`: what was typed as a date and is none."""
    see = See(request.of(item.project_id), request.texts)
    name = see.name_of(guess).partition(" ")[0]
    text = request.texts.missing(item, past, days, name, see.today, unread)
    names = see.name_of(item.owner), see.name_of(item.raised_by)
    shown = f"{esc(item.text)} · {request.texts.item_facts(item, see.today, *names)}"
    enough: list[InteractiveElement] = [ui.button(request.texts.not_now(), action=ENOUGH)]
    rows = [*filter(None, (_owners(item, guess, name, see), _days(item, days, see)))]
    last = rows.pop() if rows and len(days) < views.MOST_DAYS else []
    buttons = [ui.actions(*row) for row in (*rows, [*last, *enough])]
    blocks: list[Block] = [ui.section(text), ui.context(shown), *buttons]
    return Message(text, blocks)


def _owners(item: ActionItem, guess: str, name: str, see: See) -> list[InteractiveElement]:
    if item.owner is not None or item.outside is not None:
        return []
    texts, action = see.texts, f"{OWNER}/{item.ref}"
    if not guess:
        return [ui.person_picker(texts.choose_owner(), action=action)]
    yes = ui.button(texts.for_whom(name), action=f"{GUESS}/{item.ref}", value=guess, style="primary")
    return [yes, ui.person_picker(texts.someone_else(), action=action)]


def _days(item: ActionItem, days: Sequence[date], see: See) -> list[InteractiveElement]:
    if item.due is not None:
        return []
    texts, about = see.texts, item.ref
    label = texts.other_date() if days else texts.choose_date()
    readings = [
        ui.button(near_day(day, see.today, texts.language), action=f"{READING}/{about}:{day}", value=str(day))
        for day in days[: views.MOST_DAYS]
    ]
    return [*readings, ui.date_picker(label, action=f"{DUE}/{about}")]


def owner_chosen(request: Click) -> Reply:
    ctx, number = _about(request)
    return _next(request, "give", change.give(ctx, number, request.value))


def guess_right(request: Click) -> Reply:
    ctx, number = _about(request)
    return _next(request, "give", use.give_named(ctx, number, request.value))


def due_chosen(request: Click, *, past: bool) -> Reply:
    """`past`: of the days that it can be, one that is over is meant."""
    ctx, number = _about(request)
    return _next(request, "due", change.set_due(ctx, number, date.fromisoformat(request.value), past=past))


def enough(request: Click) -> Reply:
    return Replace(None)


def _about(request: Click) -> tuple[Context, int]:
    project_id, number = request.subject.split(":")[:2]
    return request.of(int(project_id)), int(number)


def _next(request: Click, verb: str, item: ActionItem) -> Reply:
    """The question for what is still missing, else what the answer made of it."""
    see = See(request.of(item.project_id), request.texts)
    return Replace(answered_by(DESK, verb, item, see) if complete(item) else question(request, item))


def repetition_chosen(request: Click) -> Reply:
    ref, _, rule = request.value.rpartition(":")
    ctx, number, _version = referred(request, ref)
    item = repeat(ctx, number, rule)
    return Replace(answered_by(DESK, "repeat", item, See(ctx, request.texts)))
