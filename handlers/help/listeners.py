"""Help for people who type /spil, or write to the bot in person."""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.core.errors import UnknownWord
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.action_items import form
from handlers.slack import ui
from handlers.slack.help import HELP, all_commands
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Reply, Say
from handlers.slack.request import Command
from handlers.slack.subcommands import nearest

WORD = CommandName(
    "spil",
    "spil",
    "Everything that Spil does",
    "action | decision | meeting | minutes | digest | project | help",
)
HELLO = "help.hello"


def register(registry: Registry) -> None:
    registry.command(WORD, partial(spil, registry))
    registry.notice(HELLO, hello)


def spil(registry: Registry, request: Command) -> Reply:
    """`/spil` alone, `/spil list` as what is said to us in person, or a word that no command has."""
    word = request.text.split(maxsplit=1)[0] if request.text else "help"
    if word.lower() in HELP:
        return Say(all_commands(registry, request.texts))
    if registry.is_subcommand(form.WORD.en, request.text, slips=False):
        return registry.commands[form.WORD.en](replace(request, word=form.WORD.en))
    own, abroad = (
        [*HELP, *(each.in_language(language) for each in registry.words.values())]
        for language in sorted(Language, key=request.who.language.__ne__)
    )
    raise UnknownWord(request.plain(word), nearest(word, own, abroad), request.typed)


def hello(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    person = uow.people.get(notice.team, notice.to)
    sentence = texts.hello(person.name if person else "")
    return Message(sentence, [ui.section(sentence)])
