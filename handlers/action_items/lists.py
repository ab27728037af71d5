"""The view of the action list: a page of lines, in groups, only for who asks."""

from itertools import groupby

from slack_sdk.models.blocks import Block

from bot.action_items.lists import Order, Wanted
from bot.action_items.model import ActionItem, in_groups
from bot.action_items.show_list import PAGE, Listed, listed
from bot.text.marks import esc
from bot.texts import Texts
from handlers.action_items.list_filters import meant, wanted
from handlers.records.views import packed, turns
from handlers.slack import ui
from handlers.slack.names import NameOf, names
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command

PAGES = "action_items.list"
LINE, NAME = 100, 30
"""Characters of a text and of a name."""
WHOLE = 500
"""Characters of a line: also if escaping makes five of each, a page fits in a message."""


def asked(request: Command, rest: str) -> Reply:
    page = listed(request.here, wanted(request, rest))
    guess = "" if page.items else meant(request, page.wanted)
    return Say(listing(page, names(request.uow, request.who.team), request.texts, request.typed, guess))


def page_chosen(request: Click) -> Reply:
    project_id, first, command, filters = request.value.split(":", 3)
    asked_for = Wanted.model_validate_json(filters)
    page = listed(request.of(int(project_id)), asked_for, int(first))
    return Replace(listing(page, names(request.uow, request.who.team), request.texts, command))


def listing(page: Listed, name_of: NameOf, texts: Texts, command: str, guess: str = "") -> Message:
    """`command` is as the person typed it, for the examples; `guess`: what they may have meant."""
    if not page.items:
        empty = texts.action_list_empty(page.wanted, name_of, command, guess)
        return Message(empty, [ui.section(empty)])
    title = texts.action_list_title(page.project.name, page.wanted, page.total, name_of)
    blocks: list[Block] = [ui.section(title)]
    for group, items in _groups(page, name_of, texts):
        blocks += [ui.context(f"*{group}*")] if group else []
        blocks += _lines(items, page, name_of, texts)
    if page.after:
        blocks.append(ui.context(texts.and_more(page.after)))
    return Message(title, [*blocks, *_pages(page, texts, command)])


def short(item: ActionItem) -> ActionItem:
    """With a text that fits on a line."""
    return item.model_copy(update={"text": ui.clip(" ".join(item.text.split()), LINE)})


def _groups(page: Listed, name_of: NameOf, texts: Texts) -> list[tuple[str, list[ActionItem]]]:
    match page.wanted.order:
        case Order.done:
            return [("", page.items)]
        case Order.due:
            groups = in_groups(page.items, page.today)
            return [(texts.action_list_group(group), items) for group, items in groups.items()]

    def owner(item: ActionItem) -> str:
        return ui.clip(name_of(item.owner) or item.outside or "", NAME)

    nobody = texts.action_list_nobody()
    return [(esc(name) if name else nobody, list(items)) for name, items in groupby(page.items, owner)]


def _lines(items: list[ActionItem], page: Listed, name_of: NameOf, texts: Texts) -> list[Block]:
    lines = [_line(item, page, name_of, texts) for item in items]
    return [ui.section("\n".join(some)) for some in packed(lines, ui.SECTION)]


def _line(item: ActionItem, page: Listed, name_of: NameOf, texts: Texts) -> str:
    brief = short(item).model_copy(update={"outside": item.outside and ui.clip(item.outside, NAME)})
    owner = ui.clip(name_of(item.owner), NAME)
    away = page.away.get(item.owner or "") if item.open else None
    return ui.clip_marked(texts.action_list_line(brief, page.today, page.project.zone, owner, away), WHOLE)


def _pages(page: Listed, texts: Texts, command: str) -> list[Block]:
    before = page.first - PAGE if page.first > 0 else None
    behind = page.first + PAGE if page.after > 0 else None

    def value(first: int) -> str:
        return f"{page.project.id}:{first}:{command}:{page.wanted.model_dump_json(exclude_defaults=True)}"

    return turns(before, behind, PAGES, value, texts)
