"""`history 12`: who changed what, and when."""

from slack_sdk.models.blocks import Block

from bot.action_items.history import PAGE, History, history
from bot.texts import Texts
from handlers.action_items.lists import packed, turns
from handlers.slack import subcommands, ui
from handlers.slack.names import NameOf, names
from handlers.slack.reply import Message, Replace, Reply, Say
from handlers.slack.request import Click, Command

PAGES = "action_items.history"
STEP = 900
"""Characters of one step: a page of them fits in a message."""


def asked(request: Command, rest: str) -> Reply:
    found = history(request.here, subcommands.number(rest))
    return Say(view(found, request.who.zone, names(request.uow, request.who.team), request.texts))


def page_chosen(request: Click) -> Reply:
    project_id, number, first = map(int, request.value.split(":"))
    found = history(request.of(project_id), number, first)
    return Replace(view(found, request.who.zone, names(request.uow, request.who.team), request.texts))


def view(found: History, zone: str, name_of: NameOf, texts: Texts) -> Message:
    """On the clock of `zone`, the newest last."""
    end = found.first + len(found.events)
    title = texts.history_title(found.item, found.first + 1, end, found.total)
    steps = [
        "• " + texts.history_step(event, zone, name_of, event.id in found.undone) for event in found.events
    ]
    lots = packed([ui.clip_marked(step, STEP) for step in steps], ui.SECTION)
    blocks: list[Block] = [ui.section(title), *(ui.section("\n".join(lot)) for lot in lots)]
    before = max(0, found.first - PAGE) if found.first > 0 else None
    behind = end if found.after > 0 else None
    about = f"{found.item.project_id}:{found.item.number}"
    return Message(title, [*blocks, *turns(before, behind, PAGES, lambda first: f"{about}:{first}", texts)])
