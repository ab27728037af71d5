"""How the form of a record looks, and what was filled in."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

from slack_sdk.models.blocks import Block, InputInteractiveElement
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.events import CLOCK
from bot.core.nouns import Field, Kind, R
from bot.core.project import Project
from bot.core.records import Overtaken
from bot.dates.text import recurrence
from bot.text.formats import length
from bot.texts import Texts
from handlers.records.desk import Form
from handlers.slack import ui
from handlers.slack.request import Fields, See

NO_HINTS: Mapping[str, str] = MappingProxyType({})
LENGTHS = (15, 30, 45, 60, 90, 120, 180, 240, 480)
"""Minutes, to choose from."""
OURSELVES, PROJECT, MOST_PROJECTS = "Spil", "project", 100
MORE = "form_more"
"""The button that shows all fields, and in what a form is about that it does."""


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
    number, more = about.get("number"), about.get(MORE, False)
    asked = inputs(desk, values, texts, number, turn, hints, more=more)
    rest = [] if more or _first_fields(desk, values) == desk.noun.typed else [_more(desk, texts)]
    blocks = [*above, *_which_project(projects, texts), *asked, *rest]
    return ui.form(
        texts, texts.record_form(desk.noun, number), blocks, callback=desk.action("form"), about=about
    )


def inputs(
    desk: Form[R],
    values: Mapping[str, Any],
    texts: Texts,
    number: int | None = None,
    turn: int = 0,
    hints: Mapping[str, str] = NO_HINTS,
    *,
    more: bool = True,
) -> list[Block]:
    """A field each, without `more` the first ones; another `turn` lets them show what they are given in place
    of what was typed in them before."""
    blocks: list[Block] = []
    for each in desk.noun.typed if more else _first_fields(desk, values):
        if not each.when({**values, "number": number}):
            continue
        element = _input(each, values.get(each.name), texts)
        element.action_id = f"value/{turn}"
        hint = hints.get(each.name) or (texts.both(each.hint) if each.hint else None)
        label = texts.record_field(desk.noun, each.name)
        blocks.append(ui.field(label, element, block_id=each.name, hint=hint, optional=not each.required))
    return blocks


def _first_fields(desk: Form[R], values: Mapping[str, Any]) -> tuple[Field, ...]:
    """Those before what is seldom filled in; all of them where some of that is."""
    fields = desk.noun.typed
    at = next((at for at, each in enumerate(fields) if each.name == desk.rest), len(fields))
    return fields if any(values.get(each.name) for each in fields[at:]) else fields[:at]


def _more(desk: Form[R], texts: Texts) -> Block:
    return ui.actions(ui.button(texts.record_form_more(), action=desk.action(MORE)), block_id=MORE)


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
    seen, now = (each.model_dump(mode="json") for each in (found.seen, found.now))
    changes = texts.record_changes(desk.noun, seen, now, see.today, see.name_of)
    who = OURSELVES if found.who == CLOCK else see.name_of(found.who)
    told = ui.clip_marked(texts.record_overtaken(who, local(found.at, zone), changes), ui.SECTION)
    before, present = (shown(desk, each, texts) for each in (found.seen, found.now))
    merged = {name: present[name] if value == before[name] else value for name, value in typed.items()}
    above, hints = [ui.section(told), ui.divider()], desk.hints(see.ctx, found.now, texts)
    return form(desk, merged, texts, {**about, "version": version}, above, turn=version, hints=hints)


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
