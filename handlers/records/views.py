"""How records look: card, list, history, form, and what was done to several."""

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import groupby
from types import MappingProxyType
from typing import Any

from slack_sdk.models.blocks import Block, ButtonElement, InputInteractiveElement, OverflowMenuElement
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.errors import Rejected
from bot.core.events import CLOCK
from bot.core.nouns import Field, Kind, R
from bot.core.project import Project
from bot.core.records import HISTORY_PAGE, PAGE, History, Listed, Overtaken
from bot.core.undo import TakenBack
from bot.dates.text import recurrence
from bot.text.formats import length
from bot.texts import Texts
from handlers.records.desk import Desk, Form, FullDesk, See, ref
from handlers.slack import ui
from handlers.slack.fields import Fields
from handlers.slack.reply import Message

LINE, STEP, MOST = 500, 900, 20
"""Characters of a line and of a step of a history, so that a page fits in a message; lines of one answer."""
SAID = "said"
"""Behind the slash of an undo that stands beneath what was said of an act."""
NO_HINTS: Mapping[str, str] = MappingProxyType({})
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240, 480)
"""Minutes, to choose from."""
OURSELVES, PROJECT, MOST_PROJECTS = "Spil", "project", 100
FALLBACK = 3000
"""Characters of a message's text beside its blocks."""


def card(desk: FullDesk[R], record: R, see: See) -> Message:
    """The record in full."""
    title, facts = desk.title(record, see.texts), desk.facts(record, see)
    blocks = [ui.section(title), *facts, *_changes(desk, record, see)]
    return Message(ui.clip_marked(title, FALLBACK), blocks)


def _changes(desk: FullDesk[R], record: R, see: See) -> list[Block]:
    """Edit, and what is seldom needed, for who may change it."""
    try:
        desk.noun.check_write(see.ctx, record)
    except Rejected:
        return []
    texts = see.texts
    if desk.buttons:
        return [ui.actions(*desk.buttons(record, texts), menu(desk, record, texts))]
    edit = ui.button(texts.edit(), action=desk.action(desk.form_action), value=ref(record))
    return [ui.actions(edit, menu(desk, record, texts, *verb_options(desk, texts)))]


def verb_options(desk: Desk[R], texts: Texts) -> list[tuple[str, str]]:
    return [(desk.action(verb.name), texts.button_of(verb)) for verb in desk.verbs if verb.button]


def menu(desk: Desk[R], record: R, texts: Texts, *first: tuple[str, str]) -> OverflowMenuElement:
    """⋯ with history and undo, behind what comes `first`: actions and their labels."""
    rest = ((desk.action("history"), texts.history()), (desk.action("undo"), texts.undo()))
    options = [ui.option(label, f"{ref(record)}:{action}") for action, label in (*first, *rest)]
    return ui.overflow(options, action=desk.action("more"))


def undo_button(desk: Desk[R], record: R, texts: Texts) -> ButtonElement:
    """Beneath what is said of an act; once pressed it says what is so then."""
    return ui.button(texts.undo(), action=f"{desk.action('undo')}/{SAID}", value=ref(record))


def line(desk: Desk[R], record: R, see: See) -> Message:
    text = ui.clip_marked(desk.line(record, see), ui.SECTION)
    return Message(text, [ui.section(text)])


def listing(desk: Desk[R], page: Listed[R], see: See, command: str, guess: str = "") -> Message:
    """`command` is as the person typed it, for the examples; `guess`: what they may have meant."""
    texts, noun = see.texts, desk.noun
    if not page.records:
        empty = texts.record_list_empty(noun, page.wanted, see.name_of, command, guess)
        return Message(empty, [ui.section(empty)])
    title = texts.record_list_title(noun, see.ctx.project.name, page.wanted, page.total, see.name_of)
    blocks: list[Block] = [ui.section(title)]
    for group, records in groupby(page.records, lambda each: desk.group(each, page.wanted, see)):
        blocks += [ui.context(f"*{group}*")] if group else []
        blocks += _rows(desk, [*records], see)
    if page.after:
        blocks.append(ui.context(texts.and_more(page.after)))
    before = page.first - PAGE if page.first > 0 else None
    behind = page.first + PAGE if page.after > 0 else None
    filters = page.wanted.model_dump_json(exclude_defaults=True)

    def value(first: int) -> str:
        return f"{see.ctx.project.id}:{first}:{command}:{filters}"

    return Message(title, [*blocks, *turns(before, behind, desk.action("list"), value, texts)])


def _rows(desk: Desk[R], records: Sequence[R], see: See) -> list[Block]:
    told = [ui.clip_marked(desk.line(each, see), LINE) for each in records]
    if desk.beside is None:
        return lines(told)
    beside = [desk.beside(each, see) for each in records]
    return [ui.section(text, accessory=button) for text, button in zip(told, beside, strict=True)]


def history(desk: Desk[R], found: History[R], zone: str, see: See) -> Message:
    """On the clock of `zone`, the newest last."""
    texts, record = see.texts, found.record
    end = found.first + len(found.events)
    title = texts.record_history_title(
        desk.noun.named(record.number), desk.noun.text_of(record), found.first + 1, end, found.total
    )
    steps = [
        "• " + texts.record_step(desk.noun, event, zone, see.name_of, event.id in found.undone)
        for event in found.events
    ]
    before = max(0, found.first - HISTORY_PAGE) if found.first > 0 else None
    about = f"{record.project_id}:{record.number}"
    pages = turns(
        before,
        end if found.after > 0 else None,
        desk.action("history_page"),
        lambda first: f"{about}:{first}",
        texts,
    )
    return Message(title, [ui.section(title), *lines([ui.clip_marked(step, STEP) for step in steps]), *pages])


def several(title: str, told: Sequence[str], count: int, texts: Texts) -> list[Block]:
    """A title and what was done, a line each; the rest is counted."""
    blocks: list[Block] = [ui.section(title), *lines(told[:MOST])]
    return [*blocks, *([ui.context(texts.and_more(count - MOST))] if count > MOST else [])]


def taken_back(taken: Sequence[TakenBack[Any]], see: See) -> Message:
    """Record by record; when a second press finds nothing left, that."""
    texts = see.texts
    if not taken:
        return Message(texts.taken_back_before(), [ui.section(texts.taken_back_before())])
    told = []
    for each in taken:
        named, text = each.noun.named(each.after.number), each.noun.text_of(each.after)
        states = each.before.model_dump(mode="json"), each.after.model_dump(mode="json")
        changes = texts.record_changes(each.noun, *states, see.name_of, taken_back=True)
        told.append(ui.clip_marked(f"{texts.record_title(named, text)}\n{changes}", LINE))
    title = texts.records_taken_back(taken[0].noun, len(taken))
    return Message(title, several(title, told, len(taken), texts))


def form(
    desk: Form[R],
    values: Mapping[str, Any],
    texts: Texts,
    about: dict[str, Any],
    above: Sequence[Block] = (),
    turn: int = 0,
    projects: Sequence[Project] = (),
    hints: Mapping[str, str] = NO_HINTS,
) -> View:
    """`values` as `shown` gives them; `about` comes back when it is submitted; one of `projects` is asked for
    where none is meant; `hints`, by field, stand in place of those that are declared."""
    number = about.get("number")
    return ui.modal(
        texts.record_form(desk.noun, number),
        [*above, *_which_project(projects, texts), *inputs(desk, values, texts, number, turn, hints)],
        callback=desk.action("form"),
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps(about),
    )


def inputs(
    desk: Form[R],
    values: Mapping[str, Any],
    texts: Texts,
    number: int | None = None,
    turn: int = 0,
    hints: Mapping[str, str] = NO_HINTS,
) -> list[Block]:
    """A field each; another `turn` lets them show what they are given in place of what was typed in them
    before."""
    blocks: list[Block] = []
    for each in desk.noun.typed:
        if not each.when({**values, "number": number}):
            continue
        element = _input(each, values.get(each.name), texts)
        element.action_id = f"value/{turn}"
        hint = hints.get(each.name) or (texts.both(each.hint) if each.hint else None)
        label = texts.record_field(desk.noun, each.name)
        blocks += [ui.context(texts.record_form_rest())] if each.name == desk.rest else []
        blocks.append(ui.field(label, element, block_id=each.name, hint=hint, optional=not each.required))
    return blocks


def _which_project(projects: Sequence[Project], texts: Texts) -> list[Block]:
    """Of a single one there is no question; of several none is guessed."""
    options = [ui.option(project.name, str(project.id)) for project in projects[:MOST_PROJECTS]]
    choice = ui.choice(options, initial=options[0].value if len(options) == 1 else None)
    return [ui.field(texts.record_form_project(), choice, block_id=PROJECT)] if options else []


def shown(desk: Form[R], record: R, texts: Texts) -> dict[str, Any]:
    """What its form shows, by field."""

    def show(field: Field, value: Any) -> Any:
        match field.kind:
            case Kind.number:
                return desk.noun.named(value) if value else ""
            case Kind.repeat:
                return recurrence(value, texts.language) if value else ""
            case Kind.text:
                return "" if field.fresh else value or ""
        return value

    return {each.name: show(each, getattr(record, each.name)) for each in desk.noun.typed}


def filled(desk: Form[R], fields: Fields) -> dict[str, Any]:
    """What was filled in, by field."""

    def read(field: Field) -> Any:
        match field.kind:
            case Kind.people:
                return fields.many(field.name)
            case Kind.day:
                return fields.date(field.name)
            case Kind.time:
                return fields.time(field.name)
            case Kind.length:
                return int(fields.text(field.name) or 0)
            case Kind.person:
                return fields.text(field.name)
        return fields.text(field.name) or ""

    return {each.name: read(each) for each in desk.noun.typed}


def overtaken(
    desk: Form[R], found: Overtaken[R], typed: Mapping[str, Any], see: See, about: dict[str, Any]
) -> View:
    """The form over the record as it is now: what was left alone in it, and somebody else changed, is as it
    is now."""
    texts, zone, version = see.texts, see.ctx.who.zone, found.now.version
    changes = texts.record_changes(
        desk.noun, found.seen.model_dump(mode="json"), found.now.model_dump(mode="json"), see.name_of
    )
    who = OURSELVES if found.who == CLOCK else see.name_of(found.who)
    told = ui.clip_marked(texts.record_overtaken(who, local(found.at, zone), changes), ui.SECTION)
    before, present = (shown(desk, each, texts) for each in (found.seen, found.now))
    merged = {name: present[name] if value == before[name] else value for name, value in typed.items()}
    above, hints = [ui.section(told), ui.divider()], desk.hints(see.ctx, found.now, texts)
    return form(desk, merged, texts, {**about, "version": version}, above, turn=version, hints=hints)


def lines(texts: Sequence[str]) -> list[Block]:
    """In as few blocks as they fit in."""
    return [ui.section("\n".join(some)) for some in packed(texts, ui.SECTION)]


def packed(texts: Sequence[str], limit: int) -> list[list[str]]:
    """Lines in as few lots as stay within `limit` characters each."""
    lots: list[list[str]] = []
    length = limit
    for text in texts:
        length += len(text) + 1
        if length > limit:
            lots.append([])
            length = len(text)
        lots[-1].append(text)
    return lots


def turns(
    before: int | None, behind: int | None, action: str, value_of: Callable[[int], str], texts: Texts
) -> list[Block]:
    """Buttons to the pages that begin with `before` and `behind`, where there are such."""
    labels = ((texts.list_previous(), before), (texts.list_next(), behind))
    buttons = [
        ui.button(label, action=f"{action}/{first}", value=value_of(first))
        for label, first in labels
        if first is not None
    ]
    return [ui.actions(*buttons)] if buttons else []


def _input(field: Field, value: Any, texts: Texts) -> InputInteractiveElement:
    match field.kind:
        case Kind.state:
            states = [ui.option(texts.both(words), str(state)) for state, words in field.states.items()]
            return ui.choice(states, initial=str(value))
        case Kind.person:
            return ui.person_input(value)
        case Kind.people:
            return ui.people_input(value or ())
        case Kind.day:
            return ui.date_input(value)
        case Kind.time:
            return ui.time_input(value)
        case Kind.length:
            known = sorted({*LENGTHS, *([value] if value else [])})
            options = [ui.option(length(each, texts.language), str(each)) for each in known]
            return ui.choice(options, initial=str(value))
    return ui.text_input(initial=str(value or ""), multiline=field.limit > ui.TITLE * 20, limit=field.limit)
