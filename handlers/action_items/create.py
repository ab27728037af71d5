"""`/action @who what when`: raised at once, unless an open item says the same; then who typed it decides."""

from dataclasses import dataclass

from bot.action_items import find_duplicates as duplicates
from bot.action_items import typed as action_items_typed
from bot.action_items.dependencies import Terms
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.typed import Raised
from bot.core.errors import NoText
from bot.core.limits import seen
from bot.dates.due import coming_days
from bot.dates.line_end import Terms as When
from handlers.action_items import dependencies, missing_fields, views
from handlers.action_items.typed_line import people_and_text
from handlers.slack import ui
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command, Request

ANYWAY, NEVER_MIND = "action_items.raise_anyway", "action_items.never_mind"


def register(registry: Registry) -> None:
    registry.click(ANYWAY, raised_anyway)
    registry.click(NEVER_MIND, never_mind)
    missing_fields.register(registry)


@dataclass(frozen=True)
class Line:
    """A line as it was read, and whether an item says the same."""

    people: Terms
    text: str
    typed: When
    looked: duplicates.Look


def look(known: KnownTexts, request: Command) -> Line:
    """Read the line and look for an item that says the same: all that takes long, and nothing that writes."""
    people, rest = people_and_text(request, request.text)
    if not seen(rest):
        raise NoText(request.typed)
    text = request.plain(rest)
    typed = action_items_typed.read_line(request.here, text)
    return Line(people, text, typed, duplicates.look(request.here, known, typed.due.text))


def typed(known: KnownTexts, request: Command) -> Reply:
    line: Line = request.prepared or look(known, request)
    twin = duplicates.twin(request.here, line.looked)
    if twin is not None:
        key = duplicates.put_by(request.here, text=line.text, people=line.people)
        return Say(_there_already(request, twin, f"{twin.project_id}:{key}"))
    raised = action_items_typed.raise_typed(request.here, line.typed, line.people)
    asked = _asked(request, raised)
    if asked is None and request.elsewhere:
        asked = missing_fields.line(request, raised.item)
    return Say(asked) if asked else Reply()


def _asked(request: Request, raised: Raised) -> Message | None:
    """One question for all that is missing or unclear; None for an item that has everything."""
    item, due = raised.item, raised.typed
    if raised.repetitions:
        return dependencies.which_repetition(item, raised.repetitions, request.texts)
    if missing_fields.complete(item):
        return None
    days = coming_days(due.readings, request.of(item.project_id).today)
    return missing_fields.question(request, item, due.past, days)


def _there_already(request: Request, twin: ActionItem, value: str) -> Message:
    """The open item in full, and what can be done; `value` is what the buttons are about."""
    texts, name_of = request.texts, names(request.uow, request.who.team)
    line = texts.action_item_line(twin, request.here.today, twin.outside or name_of(twin.owner))
    text = ui.clip_marked(texts.looks_like(line), ui.SECTION)
    buttons = ui.actions(
        ui.button(texts.raise_anyway(), action=ANYWAY, value=value),
        ui.button(texts.open_item(twin.number), action=views.EDIT, value=views.ref(twin)),
        ui.button(texts.never_mind(), action=NEVER_MIND, value=value),
    )
    return Message(text, [ui.section(text), buttons])


def raised_anyway(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    raised = duplicates.raise_anyway(request.of(int(project_id)), key)
    if raised is None:
        text = request.texts.raised_or_dropped()
        return Replace(Message(text, [ui.section(text)]))
    return Replace(_asked(request, raised))


def never_mind(request: Click) -> Reply:
    project_id, _, key = request.value.partition(":")
    duplicates.never_mind(request.of(int(project_id)), key)
    return Replace(None)
