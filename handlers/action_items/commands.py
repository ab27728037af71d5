"""`/action …`: what was typed, word by word."""

from functools import partial

from bot.action_items.known_texts import KnownTexts
from bot.action_items.noun import ACTION_ITEM
from bot.notes.pasted_lines import is_list
from handlers.action_items import bulk_import, create, form, imports
from handlers.action_items.form import WORD
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply, say
from handlers.slack.request import Command
from handlers.slack.subcommands import Subcommand


def register(registry: Registry, known: KnownTexts) -> None:
    registry.command(WORD, partial(command, registry, known), prepare=partial(look, registry, known))
    form.register(registry, known)
    for subcommand, listener in (
        (Subcommand("lines", ("regels",)), bulk_import.waiting),
        (Subcommand("import", ("importeer", "importeren", "inlezen")), imports.asked),
        (Subcommand("help", ("hulp",)), _help),
    ):
        registry.subcommand(WORD.en, subcommand, listener)


def look(registry: Registry, known: KnownTexts, request: Command) -> create.Line | None:
    """For what is needed to raise an item, where one is to be raised."""
    text = request.text
    if not text.strip() or is_list(text) or registry.subcommands_of(WORD.en).read(text, request.typed):
        return None
    return create.look(known, request)


def command(registry: Registry, known: KnownTexts, request: Command) -> Reply:
    several = bulk_import.pasted(request)
    if several is not None:
        return several
    if not request.text.strip():
        return form.new(request)
    return registry.read_subcommand(WORD.en, request) or create.typed(known, request)


def _help(request: Command, _rest: str) -> Reply:
    sentence = request.texts.action_item_help(request.typed, request.texts.verb_rows(ACTION_ITEM.name))
    return say(sentence, ui.section(sentence))
