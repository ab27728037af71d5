"""`/action export …`: which file was asked for, and the file itself when it is sent."""

import re
from collections.abc import Callable, Mapping
from datetime import datetime
from functools import partial

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import Notice
from bot.core.language import Language
from bot.core.ports import UnitOfWork
from bot.exports import export
from bot.exports.model import Cell, Column, Entry, Format, Sheet
from bot.texts import Texts
from handlers.action_items import commands
from handlers.action_items.list_filters import wanted
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Reply, say
from handlers.slack.request import Command
from handlers.slack.subcommands import Subcommand

Write = Callable[[Sheet, datetime], bytes]
WORDS: Mapping[str, Format] = {
    **{kind.value: kind for kind in Format},
    "": Format.csv,
    "excel": Format.xlsx,
    "spreadsheet": Format.xlsx,
    "ical": Format.ics,
    "icalendar": Format.ics,
    "calendar": Format.ics,
    "agenda": Format.ics,
    "markdown": Format.md,
}
"""Words that may be typed for a format."""
TAKES = re.compile(rf"(?:{'|'.join(WORDS)})(?:\s.*)?", re.IGNORECASE | re.DOTALL)
"""All that may stand behind `export`; anything else begins a sentence of its own."""
SUBCOMMAND = Subcommand("export", ("exporteer", "exporteren"), TAKES, "xlsx")
ALL_PROJECTS = ("all projects", "alle projecten")


def register(registry: Registry, writers: Mapping[Format, Write]) -> None:
    registry.notice(export.FILE, partial(file, writers))
    registry.subcommand(commands.WORD.en, SUBCOMMAND, asked)


def asked(request: Command, rest: str) -> Reply:
    """Behind it a format, and a filter as of the list."""
    first, _, filters = rest.strip().partition(" ")
    everywhere = filters.strip().lower() in ALL_PROJECTS
    project = None if everywhere else request.here.project
    narrowed = wanted(request, "" if everywhere else filters)
    wished = narrowed if narrowed.narrowed else export.EVERYTHING
    export.ask(request.anywhere, project, WORDS[first.lower()], wished)
    return say(request.texts.export_coming(project.name if project else ""))


def file(
    writers: Mapping[Format, Write], uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime
) -> Message | None:
    """As things are now; None for who is not known any more."""
    who, kind = uow.people.get(notice.team, notice.to), Format(notice.about["format"])
    if who is None:
        return None
    found = export.entries(PersonContext(uow, now, who), notice)
    if not found:
        sentence = texts.export_empty("/action" if texts.language == Language.en else "/actie")
        return Message(sentence, [ui.section(sentence)])
    title = texts.export_title(found[0].project if "project" in notice.about else "")
    rows = [[_cell(column, entry, texts) for column in Column] for entry in found]
    sheet = Sheet(title, texts.language, [texts.export_column(each) for each in Column], rows, found)
    name = f"{title.lower()}-{notice.about['at'][:14]}.{kind}"
    content = writers[kind](sheet, now)
    return Message(texts.export_file(title, len(found)), file=File(safe_name(name), title, content))


def _cell(column: Column, entry: Entry, texts: Texts) -> Cell:
    item, zone = entry.item, entry.project_zone
    awaited = f"A-{item.waits_for}" if item.waits_for else item.waits_on
    cells: dict[Column, Cell] = {
        Column.project: entry.project,
        Column.number: f"A-{item.number}",
        Column.status: texts.action_item_status(item),
        Column.owner: entry.owner,
        Column.helpers: ", ".join(entry.helpers),
        Column.waits: awaited,
        Column.repeats: item.repeats,
        Column.raised_by: entry.raised_by,
        Column.raised_at: local(item.raised_at, zone),
        Column.done_at: local(item.done_at, zone) if item.done_at else None,
        Column.source: entry.link,
    }
    held: Cell = cells[column] if column in cells else getattr(item, column.value)
    return held


def safe_name(name: str) -> str:
    return "".join(letter if letter.isalnum() or letter in "-._" else "-" for letter in name)
