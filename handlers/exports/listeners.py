"""Lists of any noun as files; what is particular to those of action items."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.context import Context, PersonContext
from bot.core.jobs import Notice
from bot.core.language import Both
from bot.core.nouns import Field, Kind, Record
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.exports import export
from bot.exports.export import Cell, Entry, Format, Sheet, link_of
from bot.texts import Texts
from handlers.records.desk import Desk
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Reply, safe_name, say, sentence
from handlers.slack.request import Command, See
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
ALL_PROJECTS = ("all projects", "alle projecten")


@dataclass(frozen=True)
class Files:
    """What is particular to the files of a noun."""

    columns: Sequence[tuple[Both, Callable[[Any, See], Cell]]] = ()
    """Heads and cells; without them the noun's number and its fields."""
    entries: Callable[[Sequence[tuple[Any, See]]], Sequence[Entry]] | None = None
    """What a calendar holds of them, where one does."""


def register(
    registry: Registry,
    desks: Mapping[str, Desk[Any]],
    files: Mapping[str, Files],
    writers: Mapping[Format, Write],
) -> None:
    """`desks` and `files` by name of the noun."""
    registry.notice(export.FILE, partial(file, desks, files, writers))
    for desk in desks.values():
        calendars = files.get(desk.noun.name, Files()).entries is not None
        words = "|".join(word for word, kind in WORDS.items() if calendars or kind is not Format.ics)
        # Anything else behind it begins a sentence of its own.
        takes = re.compile(rf"(?:{words})(?:\s.*)?", re.IGNORECASE | re.DOTALL)
        known = Subcommand(Both("export", "exporteer|exporteren"), takes, Both("xlsx", "xlsx"))
        registry.subcommand(desk.command.en, known, partial(asked, desk))


def asked(desk: Desk[Any], request: Command, rest: str) -> Reply:
    """Behind it a format, and a filter as of the list."""
    first, _, filters = rest.strip().partition(" ")
    everywhere = filters.strip().lower() in ALL_PROJECTS
    project = None if everywhere else request.here.project
    wanted = desk.wanted(request, "" if everywhere else filters)
    export.ask(request.anywhere, desk.noun, project, WORDS[first.lower()], wanted)
    return say(request.texts.export_coming(desk.noun, project.name if project else ""))


def file(
    desks: Mapping[str, Desk[Any]],
    files: Mapping[str, Files],
    writers: Mapping[Format, Write],
    uow: UnitOfWork,
    notice: Notice,
    texts: Texts,
    now: datetime,
) -> Message | None:
    """As things are now; None for who is not known any more."""
    who, kind = uow.people.get(notice.team, notice.to), Format(notice.about["format"])
    if who is None:
        return None
    desk = desks[notice.about["noun"]]
    noun, own = desk.noun, files.get(desk.noun.name, Files())
    found, cut = export.found(PersonContext(uow, now, who), noun, notice)
    if not found:
        return sentence(texts.export_empty(noun, f"/{desk.command.in_language(texts.language)}"))
    last = found[-1][0].project.name
    title = texts.export_title(noun, last if "project" in notice.about else "")
    columns, seen = own.columns or _columns(desk), _seen(found, texts)
    rows = [[cell(record, see) for _head, cell in columns] for record, see in seen]
    heads = [texts.both(head) for head, _cell in columns]
    entries = own.entries(seen) if own.entries and kind is Format.ics else ()
    content = writers[kind](Sheet(title, texts.language, heads, rows, entries), now)
    said = (
        texts.export_cut(noun, title, len(found), last) if cut else texts.export_file(noun, title, len(found))
    )
    name = safe_name(f"{title.lower()}-{notice.about['at'][:14]}.{kind}")
    return Message(said, file=File(name, title, content))


def _seen(found: Sequence[tuple[Context, Record]], texts: Texts) -> list[tuple[Record, See]]:
    sees = {ctx.project.id: See(ctx, texts) for ctx, _record in found}
    return [(record, sees[ctx.project.id]) for ctx, record in found]


def _columns(desk: Desk[Any]) -> list[tuple[Both, Callable[[Any, See], Cell]]]:
    number: tuple[Both, Callable[[Any, See], Cell]] = (
        Both("Number", "Nummer"),
        lambda record, _see: desk.noun.named(record.number),
    )
    told = (each for each in desk.noun.fields if each.kept and each.kind is not Kind.parts)
    return [number, *((Both(*map(str.capitalize, each.label)), partial(_cell, each)) for each in told)]


def _cell(field: Field, record: Record, see: See) -> Cell:
    value = getattr(record, field.name)
    match field.kind:
        case Kind.people:
            return ", ".join(map(see.name_of, value))
        case Kind.person:
            return see.name_of(value)
        case Kind.state:
            return see.texts.both(field.states[value]) if value else ""
    cell: str | int | date | None = value
    return cell


def _zone(see: See) -> str:
    return see.ctx.project.zone


def entries(found: Sequence[tuple[ActionItem, See]]) -> list[Entry]:
    """With the addresses of their owners."""
    ctx = found[0][1].ctx
    people = ctx.uow.people.get_many(ctx.project.team, {item.owner for item, _see in found if item.owner})
    return [_entry(item, see, people.get(item.owner or "")) for item, see in found]


def _entry(item: ActionItem, see: See, owner: Person | None) -> Entry:
    address = item.outside_email or (owner.email if owner else None)
    project = see.ctx.project
    return Entry(item, project.team, project.name, item.outside or see.name_of(item.owner), address)


def _waits(item: ActionItem) -> str:
    """Another item, something in words, or both."""
    return ", ".join(filter(None, (f"A-{item.waits_for}" if item.waits_for else "", item.waits_on)))


FILES = Files(
    (
        (Both("Project", "Project"), lambda _item, see: see.ctx.project.name),
        (Both("Number", "Nummer"), lambda item, _see: f"A-{item.number}"),
        (Both("Action item", "Actiepunt"), lambda item, _see: item.text),
        (Both("Status", "Status"), lambda item, see: see.texts.action_item_status(item)),
        (Both("Owner", "Actiehouder"), lambda item, see: item.outside or see.name_of(item.owner)),
        (Both("Helpers", "Helpers"), lambda item, see: ", ".join(map(see.name_of, item.helpers))),
        (Both("Due", "Datum"), lambda item, _see: item.due),
        (Both("First due", "Eerste datum"), lambda item, _see: item.original_due),
        (Both("Times postponed", "Keer uitgesteld"), lambda item, _see: item.times_postponed),
        (Both("Postponed because", "Uitgesteld omdat"), lambda item, _see: item.postponed_because),
        (Both("Starts", "Begint"), lambda item, _see: item.starts),
        (Both("Waits for", "Wacht op"), lambda item, _see: _waits(item)),
        (Both("Repeats", "Herhaalt"), lambda item, _see: item.repeats),
        (Both("Added by", "Toegevoegd door"), lambda item, see: see.name_of(item.raised_by)),
        (Both("Added on", "Toegevoegd op"), lambda item, see: local(item.raised_at, _zone(see))),
        (
            Both("Done on", "Gereed op"),
            lambda item, see: local(item.done_at, _zone(see)) if item.done_at else None,
        ),
        (Both("Source", "Bron"), lambda item, _see: link_of(item)),
    ),
    entries,
)
