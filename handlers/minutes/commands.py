"""`/minutes …`: what was typed, word by word."""

from collections.abc import Sequence
from functools import partial

from bot.core.context import Context
from bot.meetings.ports import Meetings
from bot.minutes import find as use
from bot.minutes.extraction.extract import draft
from bot.minutes.model import DECISION, TITLE_LIMIT, Minutes
from bot.texts import Texts
from handlers.minutes import drafts, notices, views
from handlers.slack import subcommands, ui
from handlers.slack.names import names
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, Reply, Say, say
from handlers.slack.request import Command, Request
from handlers.slack.subcommands import Subcommand

WORD = CommandName(
    "minutes", "notulen", "Minutes: paste notes, go through them, send", "[notes] | list | 3 | help"
)


def register(registry: Registry) -> None:
    registry.command(WORD, partial(command, registry))
    registry.subcommand(WORD.en, Subcommand("list", ("lijst",)), _list)
    registry.subcommand(WORD.en, Subcommand("help", ("hulp",)), _help)


def command(registry: Registry, request: Command) -> Reply:
    text = request.text.strip()
    if subcommands.NUMBER.fullmatch(text):
        return show(request, request.here, subcommands.number(text))
    answers = registry.read_subcommand(WORD.en, request) if text else None
    if answers is not None:
        return answers
    ctx, notes = request.here, request.plain(text)
    if is_title(notes):
        return open_form(request, ctx, notes)
    minutes = use.write(ctx, title="", held_on=None, notes=notes)
    return say(request.texts.minutes_reading(minutes.number))


def is_title(typed: str) -> bool:
    """One line in which there is nothing to find."""
    return len(typed) <= TITLE_LIMIT and "\n" not in typed and not draft(typed).proposals


def open_form(request: Request, ctx: Context, title: str = "", meeting: int | None = None) -> Reply:
    """Prefilled from the meeting, else with what was typed, or the project's name and today."""
    project, today = ctx.project, ctx.today
    held = ctx.uow.of(Meetings).get(project.id, meeting) if meeting else None
    day = min(held.starts.date(), today) if held else today
    title = title or (held.title if held else use.usual_title(project, today))
    number = held.number if held else None
    form = drafts.form(title, day, request.texts, project=project.id, channel=request.channel, meeting=number)
    return Open(form)


def show(request: Request, ctx: Context, number: int) -> Reply:
    """Sent minutes, to any member; of a concept only that it is there, and to whom it belongs."""
    minutes = use.find(ctx, number)
    if not minutes.sent:
        return Say(_listing(ctx, [minutes], "", request.texts))
    seen, name_of = notices.seen_at(ctx, minutes), names(ctx.uow, ctx.project.team)
    items = notices.made(ctx, [item.number for item in minutes.accepted("action")])
    return Say(
        views.overview(
            minutes,
            seen,
            notices.decided(ctx, minutes.accepted(DECISION)),
            items,
            ctx.today,
            name_of,
            request.texts,
        )
    )


def _list(request: Command, _rest: str) -> Reply:
    ctx = request.here
    return Say(_listing(ctx, use.of_project(ctx), request.typed, request.texts))


def _listing(ctx: Context, listed: Sequence[Minutes], typed: str, texts: Texts) -> Message:
    mine = [each.number for each in listed if use.may_change(ctx, each)]
    return views.listing(ctx.project.name, listed, mine, names(ctx.uow, ctx.project.team), typed, texts)


def _help(request: Command, _rest: str) -> Reply:
    sentence = request.texts.minutes_help(request.typed)
    return say(sentence, ui.section(sentence))
