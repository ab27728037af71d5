"""`/action …`: what was typed, word by word."""

from collections.abc import Callable, Sequence

from bot.action_items import change as action_items
from bot.action_items import set_dependencies, typed
from bot.action_items.bulk import Change
from bot.action_items.model import ActionItem
from bot.core.number_ranges import NUMBERS
from bot.dates.due import coming_days, parted
from bot.dates.reader import Ambiguous, Reading
from handlers.action_items import (
    bulk,
    bulk_import,
    create,
    field_commands,
    form_listeners,
    history,
    imports,
    list_filters,
    lists,
    views,
)
from handlers.action_items.person_resolver import whom
from handlers.action_items.typed_line import outsider
from handlers.slack import subcommands, ui
from handlers.slack.names import names
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Reply, Say, say
from handlers.slack.request import Command
from handlers.slack.subcommands import Subcommand, Subcommands

Act = Callable[[Command, str], Reply]

WORD = CommandName(
    "action", "actie", "Action items: add, list, done", "[@who] what [when] | list | done 12 | help"
)

SUBCOMMANDS = (
    Subcommand("list", ("lijst",), list_filters.ListOrText(), verb=True),
    Subcommand("done", ("gereed", "klaar"), NUMBERS, "12"),
    Subcommand("reopen", ("heropen",), NUMBERS, "12"),
    Subcommand("due", ("datum",), bulk.AND_MORE, "12 2026-11-27"),
    Subcommand("give", ("geef",), bulk.WHO, "12 @"),
    Subcommand("drop", ("vervalt", "vervallen"), NUMBERS, "12"),
    *field_commands.SUBCOMMANDS,
    Subcommand("undo", ("ongedaan",), bulk.AGAIN),
    Subcommand("history", ("historie", "geschiedenis"), subcommands.NUMBER, "12"),
    Subcommand("lines", ("regels",)),
    Subcommand("import", ("importeer", "importeren", "inlezen")),
    Subcommand("help", ("hulp",)),
)


def subcommands_in(registry: Registry) -> Subcommands:
    """All that there are, with what later capabilities added."""
    added = (subcommand for subcommand, _ in registry.subcommands.get(WORD.en, ()))
    return Subcommands(*SUBCOMMANDS, *added)


def command(registry: Registry, request: Command) -> Reply:
    several = bulk_import.pasted(request)
    if several is not None:
        return several
    read = subcommands_in(registry).read(request.text, request.typed)
    if not request.text.strip():
        return form_listeners.new(request)
    if read is None:
        return create.typed(request)
    name, rest = read
    added = {subcommand.name: act for subcommand, act in registry.subcommands.get(WORD.en, ())}
    return bulk.several(request, name, rest) or {**COMMANDS, **added}[name](request, rest)


def _help(request: Command, _rest: str) -> Reply:
    sentence = request.texts.action_item_help(request.typed)
    return say(sentence, ui.section(sentence))


def _status(change: Change) -> Act:
    def act(request: Command, rest: str) -> Reply:
        return _echo(request, change(request.here, subcommands.number(rest)))

    return act


def _due(request: Command, rest: str) -> Reply:
    number, phrase = subcommands.number(rest), request.plain(subcommands.behind_number(rest))
    try:
        item = typed.set_due_typed(request.here, number, phrase)
    except Ambiguous as several:
        return _which(request, number, several.readings, parted(phrase)[1])
    return _echo(request, item)


def _give(request: Command, rest: str) -> Reply:
    ctx, number, found = request.here, subcommands.number(rest), bulk.WHO.fullmatch(rest)
    assert found is not None
    outside = outsider(found[1])
    if outside:
        return _echo(request, set_dependencies.give_outside(ctx, number, outside))
    return _echo(request, action_items.give(ctx, number, whom(request, found[1])))


def _which(request: Command, number: int, readings: Sequence[Reading], because: str = "") -> Reply:
    item, days = action_items.get(request.here, number), coming_days(readings, request.here.today)
    return Say(views.which_due(item, days, request.texts, because))


def _echo(request: Command, item: ActionItem) -> Reply:
    """The item as it is now, to who typed: its card may stand far up in the channel."""
    return Say(views.line(item, request.here.today, names(request.uow, request.who.team), request.texts))


COMMANDS: dict[str, Act] = {
    "help": _help,
    "lines": bulk_import.waiting,
    "import": imports.asked,
    "list": lists.asked,
    "done": _status(action_items.finish),
    "reopen": _status(action_items.reopen),
    "drop": _status(action_items.drop),
    "due": _due,
    "give": _give,
    "undo": bulk.undo,
    **field_commands.COMMANDS,
    "history": history.asked,
}
