"""What people do with sent minutes: correct them, answer who proposes a correction, adopt them, and take them
along as a file in a direct message."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from html import unescape

from slack_sdk.models import blocks as kit
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.context import Context, sees, show
from bot.core.jobs import Notice
from bot.core.language import Both
from bot.core.people import Person
from bot.core.records import get
from bot.minutes import amend
from bot.minutes.document import Document, Format, Section, bullets, note_lines
from bot.minutes.errors import NotSent
from bot.minutes.model import Minutes, ProposalKind, Status
from bot.minutes.notifications import REMARK
from bot.minutes.noun import MINUTES, STATES, may_correct
from bot.minutes.parts import Amendment
from bot.minutes.ports import MinutesBook, WordTemplates
from bot.text.formats import near_day
from bot.texts import Texts
from handlers.minutes.views import RECORD, acted, decided, made, note_blocks, refd, seen_at
from handlers.records.desk import referred
from handlers.records.notices import in_person
from handlers.records.views import FALLBACK
from handlers.slack import subcommands, ui
from handlers.slack.registry import Registry
from handlers.slack.reply import File, Message, Open, Reply, Say, safe_name, say, sentence
from handlers.slack.request import Click, Command, Request, See, Submission
from handlers.slack.subcommands import NUMBER, Subcommand

CORRECT, CORRECT_FORM = "minutes.correct", "minutes.correct_form"
TAKE, LEAVE = "minutes.remark_take", "minutes.remark_leave"
FIELDS = ("record", "text", "wrong", "right", "attendees", "remark")
"""Of the form, as the corrections that they make."""
LATEST = 20
SHOWN = 3
"""Corrections in a headline, the last ones."""
_CORRECT = Subcommand(
    Both("correct|amend", "verbeter|verbeteren|corrigeer"),
    re.compile(r"(?:[A-Za-z]-)?\d{1,6}(?:[\s,:]+\S.*)?", re.DOTALL),
    Both("3 12 May -> 13 May", "3 12 mei -> 13 mei"),
)
FILE = "minutes.file"
"""The click, its subject the format, and the notice that brings the file."""
Write = Callable[[Document, bytes], bytes]
"""Given the Word file whose look it is to have; empty for none."""
WORDS = {"": Format.docx, "word": Format.docx, "markdown": Format.md, **{each.value: each for each in Format}}
TURNED = re.compile(
    rf"(?:(?:export|exporteer)\s+)?({'|'.join(filter(None, WORDS))})(?:\s+({NUMBER.pattern}))?", re.IGNORECASE
)
"""`pdf 3`, which is `file 3 pdf`; without a number of the last ones."""
_FILE = Subcommand(
    Both("file", "bestand"),
    re.compile(rf"{NUMBER.pattern}(?:\s+(?:{'|'.join(filter(None, WORDS))}))?", re.IGNORECASE),
    Both("3 pdf", "3 pdf"),
    starts_texts=True,
    alone=TURNED.fullmatch,
)


def register(registry: Registry, writers: Mapping[Format, Write]) -> None:
    registry.subcommand("minutes", _FILE, partial(_typed, writers))
    registry.click(FILE, partial(_pressed, writers))
    registry.notice(FILE, in_person(MINUTES, partial(_file, writers)))
    registry.subcommand("minutes", _CORRECT, correct_typed)
    registry.click(CORRECT, correct_pressed)
    registry.submission(CORRECT_FORM, correct_filled_in)
    registry.click(TAKE, partial(acted, partial(amend.answer, take=True)))
    registry.click(LEAVE, partial(acted, partial(amend.answer, take=False)))
    registry.notice(REMARK, in_person(MINUTES, remark))


def correct_typed(request: Command, rest: str) -> Reply:
    ctx, number = request.here, subcommands.number(rest)
    words = request.plain(re.sub(r"^\S*?\d+[\s,:]*", "", rest, count=1))
    if not words:
        return _form(request, amend.correctable(ctx, number))
    return _said(request, amend.correct(ctx, number, **amend.typed(words)), See(ctx, request.texts))


def correct_pressed(request: Click) -> Reply:
    project_id, number, *_version = refd(request.value)
    return _form(request, amend.correctable(request.of(project_id), number))


def correct_filled_in(request: Submission) -> Reply:
    about, fields = request.about, request.fields
    ctx = request.of(about["project"])
    see = See(ctx, request.texts)
    typed = {name: fields.text(name) or "" for name in FIELDS}
    names, shown = typed.pop("attendees"), _names(amend.correctable(ctx, about["number"]), see)
    there = None if names == shown else names
    return _said(request, amend.correct(ctx, about["number"], **typed, attendees=there), see)


def _form(request: Request, minutes: Minutes) -> Reply:
    ctx = request.of(minutes.project_id)
    return Open(correct_form(minutes, See(ctx, request.texts)))


def correct_form(minutes: Minutes, see: See) -> View:
    texts, made = see.texts, amend.records_of(minutes)
    inputs: dict[str, kit.InputInteractiveElement] = {
        name: ui.text_input(multiline=name in ("text", "remark")) for name in FIELDS
    }
    inputs["attendees"] = ui.text_input(initial=_names(minutes, see), multiline=True)
    if made:
        options = [ui.option(f"{name} {text}", name) for name, text in made.items()]
        inputs["record"] = ui.choice(options[:100])
    fields = [
        ui.field(label, inputs[name], block_id=name, optional=True)
        for name, label in zip(FIELDS, texts.minutes_correct_fields(), strict=True)
        if made or name not in ("record", "text")
    ]
    intro = ui.context(texts.minutes_correct_intro(decides=may_correct(see.ctx, minutes)))
    title, about = texts.minutes_correct(), {"project": minutes.project_id, "number": minutes.number}
    return ui.form(texts, title, [intro, *fields], callback=CORRECT_FORM, about=about, submit=title)


def _names(minutes: Minutes, see: See) -> str:
    return ", ".join(map(see.name_of, minutes.attendees))


def _said(request: Request, minutes: Minutes, see: See) -> Reply:
    """What was understood; with what takes it back, where it holds at once."""
    texts, last = request.texts, minutes.amended[-1]
    what = said_by(last, see)
    if last.proposed:
        return Say(sentence(texts.minutes_remark_is_with(see.name_of(minutes.author), what)))
    undo = ui.button(texts.undo(), action="minutes.record.undo/said", value=minutes.ref)
    return Say(sentence(texts.minutes_are_corrected(minutes, what), undo))


def remark(minutes: Minutes, see: See, _person: Person, notice: Notice) -> Message | None:
    """To who decides on it; afterwards what became of it."""
    known_by, texts = notice.about["amendment"], see.texts
    found = next((each for each in minutes.amended if each.id == known_by), None)
    if found is None or not found.proposed:
        log = see.ctx.uow.log.of_item(minutes.project_id, MINUTES.name, minutes.number)
        # One change made it, the next version.
        who = next(see.name_of(each.who) for each in log if (each.after or {}).get("version") == known_by + 1)
        return sentence(texts.minutes_remark_answered(minutes, who, taken=found is not None))
    said = texts.minutes_remark(minutes, see.name_of(found.by), said_by(found, see))
    if minutes.status == Status.adopted:
        return sentence(said)
    yes, no = texts.minutes_remark_buttons()
    value = f"{minutes.project_id}:{minutes.number}:{known_by}"
    buttons = (
        ui.button(yes, action=TAKE, value=value, style="primary"),
        ui.button(no, action=LEAVE, value=value),
    )
    return Message(said, [ui.section(said), ui.actions(*buttons)])


def own_topics(minutes: Minutes, user: str) -> list[kit.Block]:
    """The confidential topics that this person may read."""
    return note_blocks("\n\n".join(minutes.topics_for(user)))


def corrections(minutes: Minutes, see: See) -> list[kit.Block]:
    """Beneath a headline: that they are adopted, and what was corrected last, by whom and when."""
    texts, made = see.texts, minutes.corrections
    told = [texts.minutes_adopted(minutes.adopted_on, see.today)] if minutes.adopted_on else []
    for each in reversed(made[-SHOWN:]):
        day = local(each.at, see.ctx.project.zone).date()
        told.append(texts.minutes_corrected(said_by(each, see), see.name_of(each.by), day, see.today))
    if len(made) > SHOWN:
        told.append(texts.minutes_corrected_before(len(made) - SHOWN))
    return [ui.context(ui.clip_marked("\n".join(told), FALLBACK))] if told else []


def said_by(it: Amendment, see: See) -> str:
    return see.texts.minutes_amendment(it, [*map(see.name_of, it.attendees or ())])


def menu(minutes: Minutes, texts: Texts) -> kit.StaticSelectElement:
    return ui.menu(texts.minutes_file_menu(), _options(minutes, texts), action=f"{RECORD}.more/file")


def overflow(minutes: Minutes, texts: Texts) -> kit.OverflowMenuElement:
    """⋯ on what stands in the channel."""
    correct = ui.option(texts.minutes_correct(), f"{minutes.ref}:{CORRECT}")
    rest = _options(minutes, texts)
    return ui.overflow(rest if minutes.adopted_on else [correct, *rest], action=f"{RECORD}.more")


def _options(minutes: Minutes, texts: Texts) -> list[kit.Option]:
    return [ui.option(texts.minutes_file_of(kind), f"{minutes.ref}:{FILE}/{kind}") for kind in Format]


def _typed(writers: Mapping[Format, Write], request: Command, rest: str) -> Reply:
    ctx, turned = request.here, TURNED.fullmatch(rest.strip())
    number, _, word = rest.strip().partition(" ") if turned is None else (turned[2], "", turned[1])
    if number is None:
        latest = sorted(
            ctx.uow.of(MinutesBook).of_project(ctx.project.id, LATEST), key=lambda each: not each.sent
        )
        number = str(latest[0].number if latest else 1)
    return _asked(writers, request, ctx, subcommands.number(number), WORDS[word.strip().lower()])


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
        f"{see.name_of(it.by)}, {day(on)}: {unescape(said_by(it, see))}"
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
