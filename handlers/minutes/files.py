"""Minutes to take along: as a file in a direct message."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import unescape

from slack_sdk.models.blocks import Option, OverflowMenuElement, StaticSelectElement

from bot.core.calendar import local
from bot.core.changes import show
from bot.core.context import Context, sees
from bot.core.jobs import Notice
from bot.core.language import Both
from bot.core.people import Person
from bot.core.records import get
from bot.minutes.document import Document, Format, Section, bullets, note_lines
from bot.minutes.errors import NotSent
from bot.minutes.model import Minutes, ProposalKind
from bot.minutes.noun import MINUTES, STATES
from bot.minutes.ports import WordTemplates
from bot.text.formats import near_day
from bot.texts import Texts
from handlers.minutes import after
from handlers.minutes.views import RECORD, decided, made, seen_at
from handlers.records.desk import referred
from handlers.records.notices import in_person
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Reply, safe_name, say
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import NUMBER, Subcommand

FILE = "minutes.file"
"""The click, its subject the format, and the notice that brings the file."""
Write = Callable[[Document, bytes], bytes]
"""Given the Word file whose look it is to have; empty for none."""
WORDS = {"": Format.docx, "word": Format.docx, "markdown": Format.md, **{each.value: each for each in Format}}
_FILE = Subcommand(
    Both("file", "bestand"),
    re.compile(rf"{NUMBER.pattern}(?:\s+(?:{'|'.join(filter(None, WORDS))}))?", re.IGNORECASE),
    Both("3 pdf", "3 pdf"),
    starts_texts=True,
)


def register(registry: Registry, writers: Mapping[Format, Write]) -> None:
    registry.subcommand("minutes", _FILE, partial(_typed, writers))
    registry.click(FILE, partial(_pressed, writers))
    registry.notice(FILE, in_person(MINUTES, partial(_file, writers)))


def menu(minutes: Minutes, texts: Texts) -> StaticSelectElement:
    return ui.menu(texts.minutes_file_menu(), _options(minutes, texts), action=f"{RECORD}.more/file")


def overflow(minutes: Minutes, texts: Texts) -> OverflowMenuElement:
    """⋯ on what stands in the channel."""
    correct = ui.option(texts.minutes_correct(), f"{minutes.ref}:{after.CORRECT}")
    rest = _options(minutes, texts)
    return ui.overflow(rest if minutes.adopted_on else [correct, *rest], action=f"{RECORD}.more")


def _options(minutes: Minutes, texts: Texts) -> list[Option]:
    return [ui.option(texts.minutes_file_of(kind), f"{minutes.ref}:{FILE}/{kind}") for kind in Format]


def _typed(writers: Mapping[Format, Write], request: Command, rest: str) -> Reply:
    number, _, word = rest.strip().partition(" ")
    return _asked(writers, request, request.here, subcommands.number(number), WORDS[word.strip().lower()])


def _pressed(writers: Mapping[Format, Write], request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    return _asked(writers, request, ctx, number, Format(request.subject))


def _asked(
    writers: Mapping[Format, Write], request: Request, ctx: Context, number: int, kind: Format
) -> Reply:
    minutes = get(ctx, MINUTES, number)
    if not minutes.sent:
        raise NotSent(number)
    if kind not in writers:
        return say(request.texts.minutes_no_pdf(number))
    about = {"project": ctx.project.id, "number": number, "format": kind.value, "at": ctx.now.isoformat()}
    show(ctx, Notice(kind=FILE, team=ctx.who.team, to=ctx.who.user, about=about), "asked")
    return say(request.texts.minutes_file_coming(minutes, kind))


def _file(
    writers: Mapping[Format, Write], minutes: Minutes, see: See, person: Person, notice: Notice
) -> Message | None:
    """As the minutes are now, with what this person may read."""
    kind, ctx = Format(notice.about["format"]), see.ctx
    if kind not in writers or not sees(ctx.uow, person, ctx.project):
        return None
    document = document_of(minutes, see, person.user)
    said = f"{document.title} · {see.texts.minutes_file_of(kind)}"
    stamp = re.sub(r"\D", "", notice.about["at"])[:14]
    name = safe_name(f"{document.title.lower()}-{stamp}.{kind}")
    own = ctx.uow.of(WordTemplates).of_project(ctx.project.id) if ctx.project.minutes_template else None
    return Message(said, file=File(name, document.title, writers[kind](document, own or b"")))


def document_of(minutes: Minutes, see: See, user: str | None) -> Document:
    """What this person may read, None for all, in the language of the texts."""
    texts, ctx, language = see.texts, see.ctx, see.texts.language

    def day(value: date | None) -> str:
        return near_day(value, see.today, language) if value else "–"

    seen = seen_at(ctx, minutes)
    facts = (
        day(minutes.held_on),
        ", ".join(seen.present),
        ", ".join(seen.absent),
        see.name_of(minutes.author),
        STATES[minutes.status].in_language(language),
    )
    decisions = [f"B-{it.number} · {it.text}" for it in decided(ctx, minutes.accepted(ProposalKind.decision))]
    actions = [
        (see.name_of(it.owner) or it.outside or "–", " ".join(it.text.split()), day(it.due), f"A-{it.number}")
        for it in made(ctx, minutes.accepted(ProposalKind.action))
    ]
    corrections = [
        f"{see.name_of(it.by)}, {day(on)}: {unescape(after.said_by(it, see))}"
        for it in minutes.corrections
        for on in [local(it.at, ctx.project.zone).date()]
    ]
    headings = texts.minutes_file_headings()
    sections = (
        Section(headings[0], bullets(decisions)),
        Section(headings[1], table=[texts.minutes_file_columns(), *actions] if actions else ()),
        Section(headings[2], bullets(corrections)),
        Section(headings[3], note_lines(minutes.notes_for(user, language))),
    )
    return Document(
        language,
        texts.minutes_file_title(minutes),
        [(label, value) for label, value in zip(texts.minutes_file_facts(), facts, strict=True) if value],
        [each for each in sections if each.lines or each.table],
    )
