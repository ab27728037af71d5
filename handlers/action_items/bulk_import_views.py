"""Views of several action items: gone through line by line before they are raised, with a table's columns."""

import json
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement
from slack_sdk.models.views import View

from bot.action_items.bulk_import import MOST_AT_ONCE
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.sheets import Sheet
from bot.core.errors import TEXT_LIMIT
from bot.core.nouns import NameOf
from bot.notes.columns import PARTS
from bot.notes.headers import Role
from bot.notes.pasted_lines import Line
from bot.notes.tables import Table
from bot.projects.days_off import day_off
from bot.text.formats import near_day
from bot.texts import Texts
from handlers.slack import ui

FORM, LINE_FORM = "action_items.lines", "action_items.line"
TICK, OWNER, DUE = "action_items.line_tick", "action_items.line_owner", "action_items.line_due"
ALL_OWNER, ALL_DUE = "action_items.lines_owner", "action_items.lines_due"
READING = "action_items.line_reading"
CHANGE, PAGES, DROP = "action_items.line_change", "action_items.line_pages", "action_items.line_drop"
GO_ON = "action_items.lines_go_on"
PAGE = 40
"""Lines in a form, each in at most two of its hundred blocks."""
TEXT = 1000
"""Characters of a line."""
YES = "yes"

Like = Callable[[Line], str]
"""The item that says the same as a line, in words."""


def block_of(number: int) -> str:
    """The `block_id` of a line's tick."""
    return f"line_{number}"


def page_of(sheet: Sheet, page: int) -> list[Line]:
    return sheet.lines[page * PAGE : (page + 1) * PAGE]


def preview(
    sheet: Sheet,
    page: int,
    name_of: NameOf,
    like: Like,
    texts: Texts,
    today: date,
    *,
    channel: str,
    command: str,
) -> View:
    """`today` is the project's; `command` is what brings the lines back when the form is closed."""
    ticked, shown = sheet.ticked, page_of(sheet, page)
    unclear = sum(line.unclear for line in sheet.lines)
    blocks: list[Block] = [
        ui.section(texts.lines_intro(len(sheet.lines), len(ticked), unclear)),
        ui.context(texts.lines_wait(command)),
    ]
    if sheet.table and sheet.table.guessed:
        blocks += columns_asked(sheet.table, texts)
    blocks += _for_all(sheet, texts)
    for line in shown:
        blocks += _line(sheet, line, name_of, like, texts, today)
    return ui.modal(
        texts.lines_title(len(sheet.lines)),
        [*blocks, *_below(sheet, page, shown, texts)],
        callback=FORM,
        submit=texts.lines_raise(min(len(ticked), MOST_AT_ONCE)),
        close=texts.close(),
        metadata=_about(sheet, page, channel, command),
    )


def _for_all(sheet: Sheet, texts: Texts) -> Iterator[Block]:
    """One choice for many lines, where many lack the same."""
    elements: list[InteractiveElement] = []
    if (owners := len(sheet.ownerless)) > 1:
        elements.append(ui.person_picker(texts.owner_for_all(owners), action=f"{ALL_OWNER}/{owners}"))
    if (dates := len(sheet.dateless)) > 1:
        elements.append(ui.date_picker(texts.date_for_all(dates), action=f"{ALL_DUE}/{dates}"))
    if elements:
        yield ui.actions(*elements, block_id="for_all")


def _about(sheet: Sheet, page: int, channel: str, command: str, number: int | None = None) -> str:
    about = {"project": sheet.project.id, "sheet": sheet.key, "page": page}
    return json.dumps({**about, "channel": channel, "command": command, "line": number})


def _line(sheet: Sheet, line: Line, name_of: NameOf, like: Like, texts: Texts, day: date) -> Iterator[Block]:
    text = line.evolve(text=ui.clip(line.text, TEXT))
    off = day_off(sheet.project, line.due) if line.due else None
    said = texts.line_text(text, name_of(line.owner), like(line), day, off)
    tick = ui.ticks([ui.option(texts.line_tick(), YES)], initial=[YES] if line.ticked else [], action=TICK)
    yield ui.section(ui.clip_marked(said, ui.SECTION), accessory=tick, block_id=block_of(line.number))
    missing = _missing(line, texts, day)
    if missing:
        yield ui.actions(*missing, block_id=f"more_{line.number}")


def _missing(line: Line, texts: Texts, today: date) -> list[InteractiveElement]:
    """Elements to choose in place: an owner or a day that is not known."""
    if not line.ticked:
        return []
    elements: list[InteractiveElement] = [
        ui.button(
            near_day(day, today, texts.language), action=f"{READING}/{line.number}:{day}", value=str(day)
        )
        for day in line.readings[:3]
    ]
    if line.owner is None:
        elements.append(ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{line.number}"))
    if line.due is None:
        elements.append(ui.date_picker(texts.choose_date(), action=f"{DUE}/{line.number}"))
    return elements


def _below(sheet: Sheet, page: int, shown: Sequence[Line], texts: Texts) -> Iterator[Block]:
    options = [ui.option(f"{line.number} · {line.text or '…'}", str(line.number)) for line in shown]
    drop = ui.confirm(
        texts.lines_drop(),
        texts.lines_drop_really(len(sheet.lines)),
        yes=texts.lines_drop(),
        no=texts.cancel(),
    )
    change = ui.menu(texts.line_change(), options, action=f"{CHANGE}/{page}")
    again = [ui.button(texts.columns_change(), action=CHANGE_COLUMNS)] if sheet.table else []
    dropping = ui.button(texts.lines_drop(), action=DROP, confirm=drop)
    yield ui.actions(change, *again, dropping, block_id="below")
    pages = (len(sheet.lines) - 1) // PAGE + 1
    if pages > 1:
        turns = ((texts.list_previous(), page - 1), (texts.list_next(), page + 1))
        yield ui.context(texts.lines_page(page + 1, pages))
        yield ui.actions(
            *(
                ui.button(label, action=f"{PAGES}/{to}", value=str(to))
                for label, to in turns
                if 0 <= to < pages
            )
        )


def line_form(sheet: Sheet, number: int, page: int, texts: Texts, *, channel: str, command: str) -> View:
    line = sheet.line(number)
    inputs = {
        "text": ui.text_input(initial=line.text, multiline=True, limit=TEXT_LIMIT),
        "owner": ui.person_input(line.owner),
        "due": ui.date_input(line.due),
    }
    for element in inputs.values():
        element.action_id = f"value/{number}"  # or Slack shows what was typed for another line
    return ui.modal(
        texts.line_form(number),
        [
            ui.field(
                texts.record_field(ACTION_ITEM, name),
                element,
                block_id=name,
                optional=name != "text",
            )
            for name, element in inputs.items()
        ]
        + [ui.actions(ui.button(texts.lines_back(), action=f"{PAGES}/{page}", value=str(page)))],
        callback=LINE_FORM,
        submit=texts.save(),
        close=texts.close(),
        metadata=_about(sheet, page, channel, command, number),
    )


def sentence(title: str, text: str, texts: Texts) -> View:
    """A sentence in place of the form."""
    return ui.modal(title, [ui.section(text)], callback="said", submit=None, close=texts.close())


COLUMN, CHANGE_COLUMNS = "action_items.column", "action_items.columns"
NONE = "none"
MOST = 99
"""Columns that a menu offers, beside none at all."""


def columns_asked(table: Table, texts: Texts) -> Iterator[Block]:
    """A menu for each part; what is chosen stands in its place."""
    yield ui.section(texts.columns_asked())
    named = [ui.option(name or str(at + 1), str(at)) for at, name in enumerate(table.head[:MOST])]
    menus = []
    for role in reversed(PARTS):
        at = table.columns.place_of(role)
        options = named if role is Role.text else [*named, ui.option(texts.column_none(), NONE)]
        name = "" if at is None else table.head[at] if at < len(table.head) else str(at + 1)
        menus.append(ui.menu(texts.column_of(role, name), options, action=f"{COLUMN}/{role}:{at}"))
    yield ui.actions(*menus, block_id="columns")


def column_chosen(subject: str, value: str) -> tuple[Role, int | None]:
    """The part and its column, by what the menu is about and the option that was taken."""
    return Role(subject.partition(":")[0]), None if value == NONE else int(value)
