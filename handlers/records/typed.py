"""What is typed behind a noun's command: a sub-command, a record's number, or the line of a new one; in doubt
it is asked which."""

from collections.abc import Callable
from dataclasses import asdict
from functools import partial

from slack_sdk.models.blocks import ButtonElement

from bot.core import records
from bot.core.context import Source
from bot.core.errors import UnknownWord
from bot.core.language import Both
from bot.core.nouns import R
from handlers.records.desk import Desk, FullDesk, See, ref, referred
from handlers.records.lists import LISTED
from handlers.slack import dispatch, subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Replace, Reply, Say, sentence
from handlers.slack.request import Click, Command
from handlers.slack.subcommands import NUMBER, WORD_AND_NUMBER, Subcommand

Adds = Callable[[Command], Reply]
"""What a line brings about that is no sub-command."""
Shows = Callable[[R, See], Message]
"""A record in full."""
Answers = Callable[[Command, str], Reply]
SHOW = Subcommand(
    Both("show|open", "toon|bekijk"),
    NUMBER,
    Both("12", "12"),
    starts_texts=True,
    alone=NUMBER.fullmatch,
)


def register_typed(registry: Registry, desk: Desk[R], adds: Adds, shows: Shows[R]) -> None:
    show = registry.showing[desk.noun.letter] = partial(_show, desk, shows)
    registry.subcommand(desk.command.en, SHOW, partial(_show_any, registry, show))
    registry.click(desk.action("show"), partial(_show_pressed, desk, shows))
    registry.click(desk.action("add"), partial(_add_pressed, adds))


def typed(registry: Registry, desk: Desk[R], adds: Adds, request: Command) -> Reply:
    """A slip of the pen, and a word before a number that no sub-command has, are asked about first: nothing
    is added by mistake, and nothing that was typed is lost."""
    try:
        answer = registry.read_subcommand(desk.command.en, request)
    except UnknownWord as slip:
        return Say(_unknown(desk, request, slip))
    if answer is not None:
        return answer
    found = WORD_AND_NUMBER.fullmatch(request.text.strip())
    if found is None:
        return adds(request)
    ctx = request.here
    record = ctx.uow.of(desk.noun.records).get(ctx.project.id, int(found[1]))
    if record is not None:
        return Say(_meant(desk, request, record))
    asks_anyway = isinstance(desk, FullDesk) and desk.makes
    unknown = UnknownWord(request.plain(request.text), "", request.typed)
    return adds(request) if asks_anyway else Say(_unknown(desk, request, unknown))


def _unknown(desk: Desk[R], request: Command, reason: UnknownWord) -> Message:
    texts = request.texts
    told = f"{texts.rejected(reason)}\n{texts.you_typed(f'{request.typed} {request.plain(request.text)}')}"
    return sentence(told, _add_button(desk, request))


def _meant(desk: Desk[R], request: Command, record: R) -> Message:
    texts, noun = request.texts, desk.noun
    question = texts.record_meant(noun.named(record.number), noun.text_of(record))
    show = ui.button(texts.record_open(), action=desk.action("show"), value=ref(record))
    return sentence(question, show, _add_button(desk, request))


def _add_button(desk: Desk[R], request: Command) -> ButtonElement:
    draft = {
        "word": request.word,
        "typed": request.typed,
        "text": request.text,
        "channel": request.channel,
        "said": request.said and asdict(request.said),
        "elsewhere": request.elsewhere,
    }
    key = dispatch.keep(request.anywhere, request.channel, draft)
    label = request.texts.record_add(desk.noun, request.plain(request.text))
    return ui.button(label, action=desk.action("add"), value=key)


def _add_pressed(adds: Adds, request: Click) -> Reply:
    draft = request.draft(request.value)
    request.uow.pending_requests.remove(request.value)
    said = Source(**draft.pop("said")) if draft["said"] else None
    known = {"uow": request.uow, "now": request.now, "who": request.who, "texts": request.texts}
    reply = adds(Command(**{**known, **draft, "said": said}))
    if type(reply) is Reply:
        return Replace(None)
    return Replace(reply.message) if isinstance(reply, Say) else reply


def _show(desk: Desk[R], shows: Shows[R], request: Command, rest: str) -> Reply:
    ctx = request.here
    record = records.get(ctx, desk.noun, subcommands.number(rest))
    return Say(shows(record, See(ctx, request.texts)))


def _show_any(registry: Registry, show: Answers, request: Command, rest: str) -> Reply:
    """By its letter a record of another noun too."""
    return registry.showing.get(rest[0].upper(), show)(request, rest)


def _show_pressed(desk: Desk[R], shows: Shows[R], request: Click) -> Reply:
    """In place of a question; beside the list that it is opened from."""
    ctx, number, _version = referred(request, request.value)
    shown = shows(records.get(ctx, desk.noun, number), See(ctx, request.texts))
    return Say(shown) if request.subject.startswith(LISTED) else Replace(shown)
