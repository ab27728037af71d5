"""`/decision export …`: records of any noun that has a list, as a file in a direct message."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from bot.core.access import in_project
from bot.core.jobs import Notice
from bot.core.nouns import Field, Kind, Record
from bot.core.ports import UnitOfWork
from bot.core.record_lists import By, Wanted
from bot.exports import export
from bot.exports.model import Cell, Format, Sheet
from bot.texts import Texts
from handlers.exports.listeners import SUBCOMMAND, WORDS, Write, safe_name
from handlers.records.desk import FormDesk, See
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Reply, say
from handlers.slack.request import Command
from handlers.slack.subcommands import Subcommand

FILE = "exports.records"
FORMATS = {typed: kind for typed, kind in WORDS.items() if kind is not Format.ics}
TAKES = re.compile(rf"(?:{'|'.join(FORMATS)})(?:\s.*)?", re.IGNORECASE | re.DOTALL)


def register(registry: Registry, desks: Mapping[str, FormDesk[Any]], writers: Mapping[Format, Write]) -> None:
    registry.notice(FILE, partial(file, desks, writers))
    known = Subcommand(SUBCOMMAND.name, SUBCOMMAND.words, TAKES, "xlsx")
    for desk in desks.values():
        registry.subcommand(desk.command.en, known, partial(asked, desk))


def asked(desk: FormDesk[Any], request: Command, rest: str) -> Reply:
    """Behind it a format, and filters as of the list; without filters it is all there are."""
    ctx, (first, _, filters) = request.here, rest.strip().partition(" ")
    wanted = desk.wanted(request, filters)
    if not wanted.narrowed:
        states = {each.name: [*map(str, each.values)] for each in desk.noun.filters if each.by is By.state}
        wanted = Wanted(values=states)
    about = {"noun": desk.noun.name, "format": FORMATS[first.lower()].value, "project": ctx.project.id}
    export.order(ctx, FILE, about, wanted)
    return say(request.texts.records_coming(desk.noun, ctx.project.name))


def file(
    desks: Mapping[str, FormDesk[Any]],
    writers: Mapping[Format, Write],
    uow: UnitOfWork,
    notice: Notice,
    texts: Texts,
    now: datetime,
) -> Message | None:
    """As things are now, of what the person may still see; None for who is not known any more."""
    about, desk = notice.about, desks[notice.about["noun"]]
    who = uow.people.get(notice.team, notice.to)
    if who is None:
        return None
    ctx, noun = in_project(uow, now, who, about["project"]), desk.noun
    wanted = Wanted.model_validate(export.filters_of(uow, notice))
    assert noun.lists is not None
    found = uow.of(noun.lists).page(ctx.project.id, wanted, ctx.today, 0, export.MOST)
    see = See(ctx, texts)
    title = f"{texts.both(noun.many).capitalize()} {ctx.project.name}"
    fields = [field for field in noun.fields if field.kept and field.kind is not Kind.parts]
    heads = [texts.record_number(), *(texts.both(field.label).capitalize() for field in fields)]
    rows = [[noun.named(each.number), *(_cell(field, each, see) for field in fields)] for each in found]
    content = writers[Format(about["format"])](Sheet(title, texts.language, heads, rows, []), now)
    name = safe_name(f"{title.lower()}-{about['at'][:14]}.{about['format']}")
    return Message(texts.records_file(noun, title, len(found), export.MOST), file=File(name, title, content))


def _cell(field: Field, record: Record, see: See) -> Cell:
    value = getattr(record, field.name)
    match field.kind:
        case Kind.people:
            return ", ".join(map(see.name_of, value))
        case Kind.person:
            return see.name_of(value)
        case Kind.state:
            return see.texts.both(field.states[value])
    cell: str | int | date | None = value
    return cell
