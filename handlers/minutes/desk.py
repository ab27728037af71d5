"""Minutes in Slack: what is particular to their command, list, card and search; all else comes with every
noun."""

import re
from datetime import date, timedelta
from typing import Any
from urllib.parse import unquote

from slack_sdk.models.blocks import Block, ButtonElement, InteractiveElement
from slack_sdk.models.views import View

from bot.core.context import Context
from bot.core.language import Both
from bot.meetings.model import Meeting, Meetings
from bot.minutes import find as use
from bot.minutes import shared
from bot.minutes.draft import usual_title
from bot.minutes.extraction.extract import draft
from bot.minutes.find import Hit, search
from bot.minutes.model import TITLE_LIMIT, Minutes, ProposalKind, Status
from bot.minutes.noun import MINUTES, may_change, may_correct
from bot.minutes.ports import MinutesBook
from bot.minutes.verbs import VERBS
from bot.texts import Texts
from handlers.minutes import after, views
from handlers.minutes.views import decided, made, seen_at
from handlers.records.desk import FullDesk
from handlers.records.form_views import inputs
from handlers.records.views import card, turns, verb_options
from handlers.slack import ui
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, Replace, Reply, Say, say
from handlers.slack.request import Click, Command, Request, See
from handlers.slack.subcommands import Subcommand

WORD = CommandName(
    "minutes", "notulen", "Minutes: paste notes, go through them, send", "[notes] | list | 3 | help"
)
CONTINUE, SHOW, FORM = "minutes.continue", "minutes.show", "minutes.form"
NOTES_FIELDS = ("notes", "notes_2", "notes_3", "notes_4")
FILE_LINK = re.compile(
    r"https?://[^\s/]+/(?:files/[UW]\w+|docs/[TE]\w+)/(?P<id>F[A-Z0-9]+)(?:/(?P<name>[^\s/?]*))?\S*"
)
"""To a file, or to a canvas."""
TITLE, JUST_HELD = 80, timedelta(hours=3)
TURN = "minutes.found"
PAGE, WORDS = 8, 100
"""Hits on one page, and characters that are looked for."""
_FIND = Subcommand(
    Both("find|search", "zoek|zoeken|vind"),
    re.compile(r"\S.*"),
    Both("budget", "begroting"),
    starts_texts=True,
)


def typed(request: Command) -> Reply:
    """Notes, or a file by its address, are read at once; one line of nothing is the title of a form."""
    ctx, notes = request.here, request.plain(request.text.strip())
    if linked := FILE_LINK.fullmatch(notes):
        name = unquote(linked["name"] or "") or linked["id"]
        shared.have_read(ctx, shared.READ, linked["id"], request.channel, name=name, meeting=None)
        return say(request.texts.shared_reading(name))
    found = draft(notes)
    if len(notes) <= TITLE_LIMIT and "\n" not in notes and not found.proposals:
        held = just_held(ctx, notes)
        return open_form(request, ctx, notes, held.number if held else None)
    given = read(request, request.text)
    if (held := just_held(ctx)) and not (found.title or found.held_on):
        given |= {"title": held.title, "held_on": held.starts.date(), "meeting": held.number}
    return started(request, ctx, use.write(ctx, **given))


def just_held(ctx: Context, title: str = "") -> Meeting | None:
    """The last meeting that they are at, or come from, and that has no minutes yet; `title`: of that name."""
    theirs = ctx.uow.of(Meetings).of_projects([ctx.project.id], ctx.now - JUST_HELD, ctx.who.user)
    begun = [each for each in theirs if each.starts_at <= ctx.now <= each.ends_at + JUST_HELD]
    named = [each for each in begun if not title or each.title.lower() == title.lower()]
    book = ctx.uow.of(MinutesBook)
    return next((each for each in reversed(named) if not book.of_meeting(each.project_id, each.number)), None)


def started(request: Request, ctx: Context, minutes: Minutes) -> Reply:
    """Notes that were given before are at hand, as far as somebody got with them."""
    if not minutes.read:
        return say(request.texts.minutes_reading(minutes.number))
    if minutes.sent:
        return Say(card(DESK, minutes, See(ctx, request.texts)))
    use.go_on(ctx, minutes.number)
    return say(request.texts.minutes_same(minutes.number))


def read(request: Request, notes: str) -> dict[str, Any]:
    return {"title": "", "held_on": None, "notes": request.plain(notes)}


def open_form(request: Request, ctx: Context, title: str = "", meeting: int | None = None) -> Reply:
    """Prefilled from the meeting, else with what was typed, or the project's name and today."""
    held, texts = ctx.uow.of(Meetings).get(ctx.project.id, meeting) if meeting else None, request.texts
    day = min(held.starts.date(), ctx.today) if held else ctx.today
    title = title or (held.title if held else usual_title(ctx.project))
    about = {
        "project": ctx.project.id,
        "channel": request.channel,
        "meeting": held.number if held else None,
    }
    return Open(notes_form(texts, title, day, about))


def notes_form(texts: Texts, title: str, held_on: date, about: dict[str, Any]) -> View:
    """`about` comes back when it is submitted."""
    more = [
        ui.field(texts.minutes_more_notes(), ui.text_input(multiline=True), block_id=name, optional=True)
        for name in NOTES_FIELDS[1:]
    ]
    notes = ui.field(
        texts.minutes_notes_field(),
        ui.text_input(multiline=True),
        block_id=NOTES_FIELDS[0],
        hint=texts.minutes_notes_hint(),
    )
    blocks = [*inputs(DESK, {"title": title, "held_on": held_on}, texts), notes, *more]
    read_it = texts.minutes_read()
    return ui.form(texts, texts.minutes_form(), blocks, callback=FORM, about=about, submit=read_it)


def line(minutes: Minutes, see: See) -> str:
    short = minutes.evolve(title=ui.clip(minutes.title, TITLE))
    return see.texts.minutes_line(short, see.today, see.name_of(minutes.author))


def beside(minutes: Minutes, see: See) -> ButtonElement | None:
    """To the sent ones, and to the concepts that who looks may go on with."""
    value = minutes.key
    if minutes.sent:
        return ui.button(see.texts.minutes_show(), action=SHOW, value=value)
    if minutes.status in (Status.concept, Status.checking) and may_change(see.ctx, minutes):
        return ui.button(see.texts.concept_continue(), action=CONTINUE, value=value)
    return None


def facts(minutes: Minutes, see: See) -> list[Block]:
    """All in one message, for who asks later; of a concept only that it is there, and to whom it belongs."""
    if not minutes.sent:
        return [ui.section(line(minutes, see), accessory=beside(minutes, see))]
    hidden = minutes.hidden_from(see.ctx.who.user)
    return [
        *as_sent(minutes, see).blocks[1:],
        *([ui.context(see.texts.minutes_hidden(len(hidden)))] if hidden else []),
        *after.own_topics(minutes, see.ctx.who.user),
        *([] if may_correct(see.ctx, minutes) else [ui.actions(*buttons(minutes, see.texts))]),
    ]


def buttons(minutes: Minutes, texts: Texts) -> list[InteractiveElement]:
    if not minutes.sent:
        return [ui.button(texts.edit(), action=DESK.action("edit"), value=minutes.ref)]
    correct = ui.button(texts.minutes_correct(), action=after.CORRECT, value=minutes.ref)
    return [*([] if minutes.adopted_on else [correct]), after.menu(minutes, texts)]


def options(minutes: Minutes, texts: Texts) -> list[tuple[str, str]]:
    return verb_options(DESK, minutes, texts)


def as_sent(minutes: Minutes, see: See) -> Message:
    """In the channel, and in one message for who asks later."""
    decisions = decided(see.ctx, minutes.accepted(ProposalKind.decision))
    actions = made(see.ctx, minutes.accepted(ProposalKind.action))
    seen, menu = seen_at(see.ctx, minutes), after.overflow(minutes, see.texts)
    return views.headline(minutes, seen, decisions, actions, see, menu, after.corrections(minutes, see))


def beneath(minutes: Minutes, see: See) -> list[str]:
    """What is still to be done in it."""
    return [see.texts.concept_found(minutes)] if minutes.status is Status.concept else []


DESK: FullDesk[Minutes] = FullDesk(
    MINUTES,
    WORD,
    VERBS,
    line,
    beneath=beneath,
    actions=views.RECORD,
    creates=use.write,
    edits=use.edit,
    opens=use.draft_of,
    buttons=buttons,
    options=options,
    reads=read,
    presets=lambda ctx: {"title": usual_title(ctx.project), "held_on": ctx.today},
    title=lambda minutes, texts: texts.minutes_sent(minutes),
    facts=facts,
    group=lambda minutes, _wanted, see: see.texts.month(minutes.held_on),
    makes=typed,
    recurs=True,
    beside=beside,
)


def register(registry: Registry) -> None:
    registry.subcommand(DESK.command.en, _FIND, find_typed)
    registry.click(TURN, turned)


def find_typed(request: Command, rest: str) -> Reply:
    return Say(_found(request, request.plain(rest)[:WORDS], 0))


def turned(request: Click) -> Reply:
    first, _, words = request.value.partition(":")
    return Replace(_found(request, words, int(first)))


def _found(request: Request, words: str, first: int) -> Message:
    texts, hits = request.texts, search(request.anywhere, words)
    if not hits:
        none = texts.minutes_found_none(words)
        return Message(none, [ui.section(none)])
    title = texts.minutes_found_title(words, len(hits))
    rows = [_row(request, hit) for hit in hits[first : first + PAGE]]
    pages = turns(
        max(0, first - PAGE) if first else None,
        first + PAGE if hits[first + PAGE :] else None,
        TURN,
        lambda at: f"{at}:{words}",
        texts,
    )
    return Message(title, [ui.section(title), *rows, *pages])


def _row(request: Request, hit: Hit) -> Block:
    see = See(request.of(hit.project.id), request.texts)
    said = see.texts.minutes_found_line(hit.minutes, hit.project.name, hit.line, see.today)
    return ui.section(said, accessory=beside(hit.minutes, see))
