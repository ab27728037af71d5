"""The columns of a pasted table: which one is the text, the owner, the date, asked above its rows."""

from collections.abc import Iterator

from slack_sdk.models.blocks import Block

from bot.notes.columns import PARTS
from bot.notes.headers import Role
from bot.notes.tables import Table
from bot.texts import Texts
from handlers.slack import ui

COLUMN, CHANGE = "action_items.column", "action_items.columns"
NONE = "none"
MOST = 99
"""Columns that a menu offers, beside none at all."""


def asked(table: Table, texts: Texts) -> Iterator[Block]:
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


def chosen(subject: str, value: str) -> tuple[Role, int | None]:
    """The part and its column, by what the menu is about and the option that was taken."""
    return Role(subject.partition(":")[0]), None if value == NONE else int(value)
