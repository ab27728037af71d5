"""Help in Slack: all commands, one of them, and the first steps."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement, Option

from bot.action_items.model import Own
from bot.core.context import PersonContext, projects_of
from bot.core.errors import OnlyInChannel, UnknownWord
from bot.core.jobs import Notice
from bot.core.language import Both, Language
from bot.core.people import Kind
from bot.core.ports import UnitOfWork
from bot.core.undo import undo_last
from bot.home.overview import own_items
from bot.texts import Texts
from handlers.action_items import desk
from handlers.help.questions import asked
from handlers.home.views import mine
from handlers.meetings import listeners as meetings
from handlers.people.absence import WORD as AWAY
from handlers.records.listeners import is_undo
from handlers.records.meant import not_known
from handlers.records.views import taken_back
from handlers.slack import dispatch, project_prompt, ui
from handlers.slack.directory import has_members
from handlers.slack.help import HELP, all_commands
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Reply, Say, sentence
from handlers.slack.request import Click, Command, See
from handlers.slack.subcommands import nearest

WORD = CommandName(
    "spil",
    "spil",
    "Everything that Spil does",
    "action | decision | meeting | minutes | digest | project | help",
)
HELLO = "help.hello"
ALL = ("all", "everything", "alles", "alle")
SAY_NOTHING = ("me", "please", "with", "about", "mij", "nodig", "aub", "even", "met", "over", "bij")
"""Behind the word for help."""
MINUTES = "minutes"
MOST_MINE = 16
"""Items of the person's own list."""
MINE = "talking.mine"
PASTE = "help.paste"
COMMAND = "help.command"
"""Of the menu of commands; an option is a command's English word, or `EVERYTHING`."""
EVERYTHING = "everything"


def register(registry: Registry) -> None:
    registry.command(WORD, partial(spil, registry))
    registry.notice(HELLO, hello)
    registry.click(COMMAND, partial(command_chosen, registry))
    registry.click(PASTE, partial(paste_pressed, registry))
    registry.click(MINE, mine_pressed)
    registry.first_steps = first_steps


def spil(registry: Registry, request: Command) -> Reply:
    """`/spil` alone, `/spil list` as what is said to us in person, or a word that no command has."""
    word, *rest = request.plain(request.text).lower().split() or ["help"]
    items = registry.subcommands[desk.WORD.en]
    if word in HELP:
        subject = next((each for each in rest if each not in SAY_NOTHING), "")
        return _help(registry, request, subject.strip("/"))
    if is_undo(request.text):
        ctx = request.here
        return Say(taken_back(undo_last(ctx, *ctx.uow.nouns.values()), See(ctx, request.texts)))
    if items.has(request.text, slips=False):
        return registry.commands[desk.WORD.en](replace(request, word=desk.WORD.en))
    if question := asked(request.text, registry.subcommands):
        known, typed = question
        way = registry.typed(registry.words[known], request.texts.language)[0]
        return registry.commands[known](replace(request, word=known, typed=way, text=typed))
    unknown = UnknownWord(word, _nearest(registry, request, word), request.typed)
    if not unknown.nearest:
        items.read(request.text, request.typed, request.who.language)
    if not rest or unknown.nearest:
        raise unknown
    return Say(not_known(desk.DESK, replace(request, word=desk.WORD.en), unknown))


def _help(registry: Registry, request: Command, subject: str) -> Reply:
    """With what a subject that somebody types there is about: of a command, or of a verb of action items."""
    if not subject or subject in ALL:
        return Say((all_commands if subject else start)(registry, request.texts))
    known = registry.find(subject) or registry.find(_nearest(registry, request, subject))
    if known is None and subject in registry.subcommands[desk.WORD.en].by_word:
        known = desk.WORD
    if known is None or known is WORD:
        raise UnknownWord(subject, "", request.typed)
    way = registry.typed(known, request.texts.language)[0]
    return registry.commands[known.en](replace(request, word=known.en, typed=way, text="help"))


def _nearest(registry: Registry, request: Command, word: str) -> str:
    words: list[Both | CommandName] = [Both(*HELP[:2]), *registry.words.values()]
    own, abroad = (
        [each.in_language(language) for each in words]
        for language in sorted(Language, key=request.who.language.__ne__)
    )
    return nearest(word, own, abroad)


def command_chosen(registry: Registry, request: Click) -> Reply:
    """The help of one command, or of all."""
    if request.value == EVERYTHING:
        return Say(all_commands(registry, request.texts))
    return _typed(registry, request, request.value, "help", request.channel)


def paste_pressed(registry: Registry, request: Click) -> Reply:
    """As the bare command; outside a channel for their only project, or one that is asked for."""
    if has_members(request.channel):
        return _typed(registry, request, MINUTES, "", request.channel)
    projects = projects_of(request.uow, request.who)
    if not projects:
        raise OnlyInChannel
    if len(projects) == 1:
        return _typed(registry, request, MINUTES, "", projects[0].channel)
    draft = {"word": MINUTES, "typed": _way(registry, request, MINUTES), "text": ""}
    key = dispatch.keep(request.anywhere, request.channel, draft, at=request.now.isoformat())
    return Say(project_prompt.which_project(request.texts, projects, "", key))


def mine_pressed(request: Click) -> Reply:
    return Say(own_list(request.anywhere, request.texts))


def own_list(ctx: PersonContext, texts: Texts) -> Message:
    """Of all their projects."""
    part, title = own_items(ctx, Own.owned, MOST_MINE), texts.my_action_items()
    return Message(title, [ui.section(f"*{title}*"), *mine(part, texts)])


def _typed(registry: Registry, request: Click, word: str, text: str, channel: str) -> Reply:
    """The answer to a command, as if it had been typed there."""
    return registry.commands[word](request.as_typed(word, _way(registry, request, word), text, channel))


def _way(registry: Registry, request: Click, word: str) -> str:
    return registry.typed(registry.words[word], request.texts.language)[0]


def hello(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    person = uow.people.get(notice.team, notice.to)
    name = person.name if person else ""
    guest = person is not None and person.kind is Kind.guest
    return sentence(texts.hello_guest(name) if guest else texts.hello(name))


def steps(texts: Texts, *more: InteractiveElement) -> list[Block]:
    """In two rows; `more` stands at the end."""
    return [
        ui.actions(
            ui.button(texts.help_add(), action=desk.NEW),
            ui.button(texts.help_plan(), action=meetings.NEW),
            ui.button(texts.help_paste(), action=PASTE),
        ),
        ui.actions(ui.button(texts.help_list(), action=MINE), *more),
    ]


def first_steps(texts: Texts) -> Sequence[ButtonElement]:
    """In a project that was just set up."""
    return (
        ui.button(texts.help_add_first(), action=desk.NEW, style="primary"),
        ui.button(texts.help_plan(), action=meetings.NEW),
    )


def start(registry: Registry, texts: Texts) -> Message:
    question = f"*{texts.help_question()}*"
    ways = (registry.typed(word, texts.language)[0] for word in (desk.WORD, meetings.DESK.command, AWAY))
    menu = ui.menu(texts.help_title(), _commands(registry, texts), action=COMMAND)
    typed = ui.context(texts.help_typed(*ways))
    return Message(question, [ui.section(question), *steps(texts, menu), typed])


def _commands(registry: Registry, texts: Texts) -> list[Option]:
    words = [word for word in registry.words.values() if word.en != "spil"]
    known = [(registry.typed(word, texts.language)[0], word.en) for word in words]
    return [*(ui.option(*each) for each in known), ui.option(texts.help_everything(), EVERYTHING)]
