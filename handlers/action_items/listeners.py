"""Listeners of the command, buttons and forms of action items."""

from datetime import date
from functools import partial

from bot.action_items import change as action_items
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.core.language import Both
from bot.notes.pasted_lines import is_list
from handlers.action_items import answers, bulk_import, create, desk, files, messages, notices, views
from handlers.action_items.desk import WORD
from handlers.records.desk import picked
from handlers.records.listeners import register_typed
from handlers.records.listeners import typed as typed_behind
from handlers.records.views import answered_by
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, say
from handlers.slack.request import Click, Command, See
from handlers.slack.subcommands import Subcommand


def register(registry: Registry) -> None:
    known = KnownTexts()
    registry.command(WORD, partial(typed, registry, known), prepare=partial(look, registry, known))
    desk.register(registry, known)
    register_typed(registry, desk.DESK, partial(create.typed, known), shown)
    for subcommand, listener in (
        (Subcommand(Both("lines", "regels")), bulk_import.waiting),
        (Subcommand(Both("import", "importeer|importeren|inlezen")), files.asked),
        (Subcommand(Both("help", "hulp")), _help),
    ):
        registry.subcommand(WORD.en, subcommand, listener)
    registry.click(views.OWNER, picked(action_items.give))
    registry.click(views.DUE, picked(action_items.set_due, date.fromisoformat))
    registry.click(views.READING, reading_chosen)
    messages.register(registry)
    answers.register(registry)
    bulk_import.register(registry)
    files.register(registry)
    create.register(registry)
    notices.register(registry)


def reading_chosen(request: Click) -> Reply:
    *ref, day, because = request.value.split(":", 4)
    project_id, number, _version = map(int, ref)
    ctx = request.of(project_id)
    item = action_items.set_due(ctx, number, date.fromisoformat(day), because=because, past=True)
    return Replace(answered_by(desk.DESK, "due", item, See(ctx, request.texts)))


def look(registry: Registry, known: KnownTexts, request: Command) -> create.Line | None:
    """For what is needed to raise an item, where one is to be raised."""
    text = request.text
    if not text.strip() or registry.subcommands[WORD.en].has(text) or _is_list(text):
        return None
    return create.look(known, request)


def typed(registry: Registry, known: KnownTexts, request: Command) -> Reply:
    if _is_list(request.text):
        return bulk_import.pasted(request)
    if not request.text.strip():
        return desk.new(request)
    return typed_behind(registry, desk.DESK, partial(create.typed, known), request)


def _is_list(text: str) -> bool:
    return "\n" in text and is_list(text)


def shown(item: ActionItem, see: See) -> Message:
    """As its card in the channel."""
    return views.card(item, see, views.notes(item, see, (views.offered,)))


def _help(request: Command, _rest: str) -> Reply:
    return say(request.texts.action_item_help(request.typed, request.texts.verb_rows(ACTION_ITEM.name)))
