"""How the action list looks: a page of lines, in groups, only for who asks."""

from slack_sdk.models.blocks import Block

from bot.domain.action_items import ActionItem, in_groups
from bot.text.texts import Texts
from bot.usecases.action_items_list import PAGE, Listed, Which
from handlers import ui
from handlers.names import NameOf
from handlers.reply import Message

PAGES = "action_items.list"
LINE, NAME = 100, 30
"""Characters of a text and of a name: also if escaping makes five of each, a page fits in a message."""


def listing(listed: Listed, name_of: NameOf, texts: Texts, command: str) -> Message:
    """`command` is as the person typed it, for the examples."""
    if not listed.items:
        empty = texts.action_list_empty(listed.which, command)
        return Message(empty, [ui.section(empty)])
    title = texts.action_list_title(listed.project.name, listed.which, name_of(listed.owner), listed.total)
    blocks: list[Block] = [ui.section(title)]
    if listed.which is Which.done:
        blocks += _lines(listed.items, listed, name_of, texts)
    else:
        for group, items in in_groups(listed.items, listed.today).items():
            blocks += [
                ui.context(f"*{texts.action_list_group(group)}*"),
                *_lines(items, listed, name_of, texts),
            ]
    if listed.after:
        blocks.append(ui.context(texts.action_list_more(listed.after)))
    return Message(title, [*blocks, *_pages(listed, texts, command)])


def short(item: ActionItem) -> ActionItem:
    """With a text that fits on a line."""
    return item.model_copy(update={"text": ui.clip(" ".join(item.text.split()), LINE)})


def _lines(items: list[ActionItem], listed: Listed, name_of: NameOf, texts: Texts) -> list[Block]:
    lines = [
        texts.action_item_line(short(item), listed.today, ui.clip(name_of(item.owner), NAME))
        for item in items
    ]
    return [ui.section("\n".join(some)) for some in packed(lines, ui.SECTION)]


def packed(lines: list[str], limit: int) -> list[list[str]]:
    """Lines in as few lots as stay within `limit` characters each."""
    lots: list[list[str]] = []
    length = limit
    for line in lines:
        length += len(line) + 1
        if length > limit:
            lots.append([])
            length = len(line)
        lots[-1].append(line)
    return lots


def _pages(listed: Listed, texts: Texts, command: str) -> list[Block]:
    starts = (
        (texts.list_previous(), listed.first - PAGE, listed.first > 0),
        (texts.list_next(), listed.first + PAGE, listed.after > 0),
    )
    buttons = [
        ui.button(label, action=f"{PAGES}/{first}", value=_value(listed, first, command))
        for label, first, there in starts
        if there
    ]
    return [ui.actions(*buttons)] if buttons else []


def _value(listed: Listed, first: int, command: str) -> str:
    return f"{listed.project.id}:{listed.which}:{listed.owner or ''}:{first}:{command}"
