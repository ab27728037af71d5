"""Help for people who type /spil, or write to the bot in person."""

from datetime import datetime
from functools import partial

from bot.core.errors import UnknownWord
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.texts import Texts
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
    """`/spil` alone, or with a word that no command has."""
    word = request.text.split(maxsplit=1)[0] if request.text else "help"
    if word.lower() in HELP:
        return Say(all_commands(registry, request.texts))
    known = [name for each in registry.words.values() for name in (each.en, each.nl)]
    raise UnknownWord(request.plain(word), nearest(word, [*known, *HELP]), request.typed)


def hello(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    person = uow.people.get(notice.team, notice.to)
    sentence = texts.hello(person.name if person else "")
    return Message(sentence, [ui.section(sentence)])
