"""`/minutes …`: what was typed, word by word."""

from collections.abc import Callable
from datetime import date

from bot.core.access import project_here
from bot.core.calendar import local
from bot.core.project import Project
from bot.meetings.ports import Meetings
from bot.minutes import find as use
from bot.minutes.extraction.extract import draft
from bot.minutes.model import TITLE_LIMIT, Minutes
from handlers.minutes import drafts, notices, views
from handlers.slack import subcommands, ui
from handlers.slack.names import names
from handlers.slack.registry import CommandName
from handlers.slack.reply import Message, Open, Reply, Say, say
from handlers.slack.request import Command, Request
from handlers.slack.subcommands import Subcommand, Subcommands

WORD = CommandName(
    "minutes", "notulen", "Minutes: paste notes, go through them, send", "[notes] | list | 3 | help"
)

SUBCOMMANDS = Subcommands(Subcommand("list", ("lijst",)), Subcommand("help", ("hulp",)))


def command(request: Command) -> Reply:
    text = request.text.strip()
    if subcommands.NUMBER.fullmatch(text):
        project = project_here(request.uow, request.caller)
        return show(request, project.id, subcommands.number(text))
    read = SUBCOMMANDS.read(text, request.typed) if text else None
    if read is not None:
        return COMMANDS[read[0]](request)
    project = project_here(request.uow, request.caller)
    notes = request.plain(text)
    if is_title(notes):
        return open_form(request, project, notes)
    minutes = use.write(
        request.uow, request.now, request.who, project.id, title="", held_on=None, notes=notes
    )
    return say(request.texts.minutes_reading(minutes.number))


def is_title(typed: str) -> bool:
    """One line in which there is nothing to find."""
    return len(typed) <= TITLE_LIMIT and "\n" not in typed and not draft(typed).proposals


def open_form(request: Request, project: Project, title: str = "", meeting: int | None = None) -> Reply:
    """Prefilled from the meeting, else with what was typed, or the project's name and today."""
    today = local(request.now, project.zone).date()
    held = request.uow.of(Meetings).get(project.id, meeting) if meeting else None
    day: date = min(held.starts.date(), today) if held else today
    title = title or (held.title if held else use.usual_title(project, today))
    number = held.number if held else None
    form = drafts.form(title, day, request.texts, project=project.id, channel=request.channel, meeting=number)
    return Open(form)


def show(request: Request, project_id: int, number: int) -> Reply:
    """What was sent, to any member; of a concept only that it is there, and to whom it belongs."""
    uow, texts = request.uow, request.texts
    project, minutes = use.find(uow, request.who, project_id, number)
    if not minutes.sent:
        return Say(_listing(request, project, [minutes], ""))
    seen, name_of = notices.seen_at(uow, project, minutes), names(uow, project.team)
    items = notices.made(uow, minutes, [item.number for item in minutes.accepted("action")])
    today = local(request.now, project.zone).date()
    return Say(views.overview(minutes, seen, items, today, name_of, texts))


def _list(request: Command) -> Reply:
    project = project_here(request.uow, request.caller)
    _project, listed = use.of_project(request.uow, request.who, project.id)
    return Say(_listing(request, project, list(listed), request.typed))


def _listing(request: Request, project: Project, listed: list[Minutes], typed: str) -> Message:
    mine = [each.number for each in listed if use.may_change(request.who, project, each)]
    name_of = names(request.uow, project.team)
    return views.listing(project.name, listed, mine, name_of, typed, request.texts)


def _help(request: Command) -> Reply:
    sentence = request.texts.minutes_help(request.typed)
    return say(sentence, ui.section(sentence))


COMMANDS: dict[str, Callable[[Command], Reply]] = {"list": _list, "help": _help}
