"""The form of an action item, new or to be changed: the three main fields, then all the others."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from slack_sdk.models.blocks import Block, InputInteractiveElement
from slack_sdk.models.views import View

from bot.action_items.dependencies import WAITS_ON_LIMIT
from bot.action_items.fields import BECAUSE, Filled, differing, filled_from, merged
from bot.action_items.form import Overtaken
from bot.action_items.model import ActionItem
from bot.core.events import CLOCK
from bot.core.language import Language
from bot.core.limits import REASON_LIMIT, TEXT_LIMIT
from bot.core.project import Project
from bot.dates.text import recurrence
from bot.text.formats import day as day_text
from bot.texts import Texts
from handlers.slack import ui
from handlers.slack.fields import Fields
from handlers.slack.names import NameOf

FORM = "action_items.form"
PROJECT = "project"
MAIN = ("text", "owner", "due", BECAUSE)
LINE = 200
"""Characters of a text, an address or a phrase."""
MOST_PROJECTS = 100
OURSELVES = "Spil"
OLD = 150
"""Characters of what a field held."""


def view(
    filled: Filled,
    texts: Texts,
    about: dict[str, Any],
    *,
    projects: Sequence[Project] = (),
    above: Sequence[Block] = (),
    turn: int = 0,
) -> View:
    """`about` comes back when it is submitted; one of `projects` is asked for where none is meant. Another
    `turn` lets fields show what they are given in place of what was typed in them before."""
    inputs = _inputs(filled, texts)
    if not (about.get("number") and filled.due):
        del inputs[BECAUSE]
    for element in inputs.values():
        element.action_id = f"value/{turn}"
    fields: list[Block] = [
        ui.field(
            texts.action_field(name),
            element,
            block_id=name,
            hint=texts.action_hint(name) or None,
            optional=name != "text",
        )
        for name, element in inputs.items()
    ]
    number, main = about.get("number"), sum(name in MAIN for name in inputs)
    return ui.modal(
        texts.action_form(number) if number else texts.action_form_new(),
        [
            *above,
            *_which_project(projects, texts),
            *fields[:main],
            ui.context(texts.action_form_rest()),
            *fields[main:],
        ],
        callback=FORM,
        submit=texts.save(),
        close=texts.cancel(),
        metadata=json.dumps(about),
    )


def _inputs(filled: Filled, texts: Texts) -> dict[str, InputInteractiveElement]:
    return {
        "text": ui.text_input(initial=filled.text, multiline=True, limit=TEXT_LIMIT),
        "owner": ui.person_input(filled.owner),
        "due": ui.date_input(filled.due),
        BECAUSE: ui.text_input(initial=filled.because, limit=REASON_LIMIT),
        "helpers": ui.people_input(filled.helpers),
        "starts": ui.date_input(filled.starts),
        "repeats": ui.text_input(initial=in_words(filled.repeats, texts.language), limit=LINE),
        "waits_for": ui.text_input(initial=filled.waits_for, limit=LINE),
        "waits_on": ui.text_input(initial=filled.waits_on, limit=WAITS_ON_LIMIT),
        "outside": ui.text_input(initial=filled.outside, limit=LINE),
        "outside_email": ui.text_input(initial=filled.outside_email, limit=LINE),
    }


def _which_project(projects: Sequence[Project], texts: Texts) -> list[Block]:
    """Of a single one there is no question; of several none is guessed."""
    options = [ui.option(project.name, str(project.id)) for project in projects[:MOST_PROJECTS]]
    chosen = options[0].value if len(options) == 1 else None
    choice = ui.choice(options, initial=chosen)
    return [ui.field(texts.action_form_project(), choice, block_id=PROJECT)] if options else []


def in_words(rule: str, language: Language) -> str:
    """A rule as people say it; words as they are."""
    return recurrence(rule, language) if rule.startswith("FREQ=") else rule


def read(fields: Fields, item: ActionItem | None = None, language: Language = Language.en) -> Filled:
    """The form as it was filled in; a rule of `item` that was left as it was shown is that rule."""
    filled = Filled(
        text=fields.text("text") or "",
        owner=fields.text("owner"),
        due=fields.date("due"),
        helpers=tuple(fields.many("helpers")),
        starts=fields.date("starts"),
        repeats=fields.text("repeats") or "",
        waits_for=fields.text("waits_for") or "",
        waits_on=fields.text("waits_on") or "",
        outside=fields.text("outside") or "",
        outside_email=fields.text("outside_email") or "",
        because=fields.text(BECAUSE) or "",
    )
    rule = item.repeats if item else None
    return replace(filled, repeats=rule) if rule and filled.repeats == in_words(rule, language) else filled


def overtaken(
    found: Overtaken, typed: Filled, at: datetime, name_of: NameOf, texts: Texts, about: dict[str, Any]
) -> View:
    """The form once more, with what the other changed above it and what was typed in it. `at` is local."""
    changes = [
        texts.action_form_change(
            field, _shown(found.seen, field, name_of, texts), _shown(found.item, field, name_of, texts)
        )
        for field in differing(found.seen, found.item)
    ]
    who = OURSELVES if found.who == CLOCK else name_of(found.who)
    told = texts.action_form_overtaken(who, at, changes)
    return view(
        merged(found.seen, found.item, typed),
        texts,
        {**about, "version": found.item.version},
        above=[ui.section(told), ui.divider()],
        turn=found.item.version,
    )


def _shown(item: ActionItem, field: str, name_of: NameOf, texts: Texts) -> str:
    value = getattr(filled_from(item), field)
    if isinstance(value, date):
        return day_text(value, texts.language)
    if field in ("owner", "helpers"):
        return ", ".join(map(name_of, [value] if field == "owner" else value))
    return ui.clip(in_words(value or "", texts.language), OLD)
