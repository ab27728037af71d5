"""`/action …`: what was typed, word by word."""

import re
from collections.abc import Callable, Sequence
from datetime import datetime

from bot.domain.action_items import ActionItem
from bot.domain.calendar import local
from bot.domain.dates import Ambiguous, Reading
from bot.domain.due_dates import coming_days, parted
from bot.domain.errors import NoText, OneOwner
from bot.domain.number_lists import NUMBERS
from bot.domain.people import Person
from bot.usecases import action_items, action_items_list, action_items_typed
from bot.usecases.action_items_list import Which
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import project_here
from handlers import ui, words
from handlers.action_items import bulk, filling, lists, views
from handlers.action_items.whom import whom
from handlers.names import names
from handlers.registry import Word
from handlers.reply import Reply, Say, say
from handlers.request import GROUP, MENTION, Command
from handlers.words import Subcommands, Subword

Act = Callable[[Command, str], Reply]
Change = Callable[[UnitOfWork, datetime, Person, int, int], ActionItem]

WORD = Word("action", "actie", "Action items: add, list, done", "[@who] what [when] | list | done 12 | help")

FILTERS = {
    "overdue": Which.overdue,
    "late": Which.overdue,
    "te laat": Which.overdue,
    "done": Which.done,
    "gereed": Which.done,
    "klaar": Which.done,
    "open": Which.open,
}
MINE = ("mine", "mijn", "van mij")
"""Instead of a name: one's own."""
LIST = re.compile("|".join(["", MENTION.pattern, *FILTERS, *MINE, r"@\S.*"]), re.IGNORECASE)

SUBWORDS = Subcommands(
    Subword("list", ("lijst",), LIST),
    Subword("done", ("gereed", "klaar"), NUMBERS, "12"),
    Subword("reopen", ("heropen",), NUMBERS, "12"),
    Subword("due", ("datum",), bulk.AND_MORE, "12 2026-11-27"),
    Subword("give", ("geef",), bulk.WHO, "12 @"),
    Subword("drop", ("vervalt", "vervallen"), NUMBERS, "12"),
    Subword("undo", ("ongedaan",), bulk.AGAIN),
    Subword("help", ("hulp",)),
)
OWNERS = re.compile(rf"({MENTION.pattern}[\s,&+]*(?:(?:and|en)\s+)?)+")
NAMED = re.compile(r"@(\S+)")


def command(request: Command) -> Reply:
    read = SUBWORDS.read(request.text, request.typed)
    if not request.text.strip():
        return filling.new(request)
    if read is None:
        return _create(request)
    name, rest = read
    return bulk.several(request, name, rest) or COMMANDS[name](request, rest)


def _create(request: Command) -> Reply:
    owner, text = _owner_and_text(request)
    if not text.strip():
        raise NoText(request.typed)
    raised = action_items_typed.raise_typed(
        request.uow, request.now, request.ask, text=request.plain(text), owner=owner
    )
    item, typed = raised.item, raised.typed
    if typed.past:
        return say(request.texts.action_item_past_due(item, typed.past))
    if typed.readings:
        return _which(request, item.number, typed.readings)
    return Reply()


def _owner_and_text(request: Command) -> tuple[str | None, str]:
    """Only whom the text begins with is the owner; a name further on is part of the text."""
    text = request.text.strip()
    if GROUP.match(text):
        raise OneOwner
    mentioned = OWNERS.match(text)
    if mentioned:
        owner = action_items_typed.one_owner([found[1] for found in MENTION.finditer(mentioned[0])])
        return owner, text[mentioned.end() :]
    named = NAMED.match(text)
    if named:
        return action_items_typed.person_named(request.uow, request.who.team, named[1]), text[named.end() :]
    return None, text


def _help(request: Command, _rest: str) -> Reply:
    sentence = request.texts.action_item_help(request.typed)
    return say(sentence, ui.section(sentence))


def _list(request: Command, rest: str) -> Reply:
    project = project_here(request.uow, request.ask)
    which, owner = _asked(request, rest)
    listed = action_items_list.listed(request.uow, request.now, request.who, project.id, which, owner)
    return Say(lists.listing(listed, names(request.uow, request.who.team), request.texts, request.typed))


def _asked(request: Command, rest: str) -> tuple[Which, str | None]:
    if rest.lower() in MINE:
        return Which.open, request.who.user
    return (Which.open, whom(request, rest)) if "@" in rest else (FILTERS.get(rest.lower(), Which.open), None)


def _status(change: Change) -> Act:
    def act(request: Command, rest: str) -> Reply:
        project = project_here(request.uow, request.ask)
        return _echo(request, change(request.uow, request.now, request.who, project.id, words.number(rest)))

    return act


def _due(request: Command, rest: str) -> Reply:
    number, phrase = words.number(rest), request.plain(words.behind_number(rest))
    try:
        item = action_items_typed.set_due_typed(request.uow, request.now, request.ask, number, phrase)
    except Ambiguous as several:
        return _which(request, number, several.readings, parted(phrase)[1])
    return _echo(request, item)


def _give(request: Command, rest: str) -> Reply:
    project = project_here(request.uow, request.ask)
    found = bulk.WHO.fullmatch(rest)
    assert found is not None
    owner = whom(request, found[1])
    item = action_items.give(request.uow, request.now, request.who, project.id, words.number(rest), owner)
    return _echo(request, item)


def _which(request: Command, number: int, readings: Sequence[Reading], because: str = "") -> Reply:
    project = project_here(request.uow, request.ask)
    item = action_items.get(request.uow, project.id, number)
    today = local(request.now, project.zone).date()
    return Say(views.which_due(item, coming_days(readings, today), request.texts, because))


def _echo(request: Command, item: ActionItem) -> Reply:
    """What it is now, to who typed: its card may stand far up in the channel."""
    project = project_here(request.uow, request.ask)
    today = local(request.now, project.zone).date()
    return Say(views.line(item, today, names(request.uow, request.who.team), request.texts))


COMMANDS: dict[str, Act] = {
    "help": _help,
    "list": _list,
    "done": _status(action_items.finish),
    "reopen": _status(action_items.reopen),
    "drop": _status(action_items.drop),
    "due": _due,
    "give": _give,
    "undo": bulk.undo,
}
