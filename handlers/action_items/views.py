"""How action items look."""

from datetime import date

from slack_sdk.models.blocks import Block

from bot.domain.action_items import ActionItem
from bot.text.texts import Texts
from handlers import ui
from handlers.reply import Message

DONE = "action_items.done"


def card(item: ActionItem, today: date, texts: Texts) -> Message:
    line = texts.action_item_line(item, today)
    blocks: list[Block] = [ui.section(line)]
    if item.open:
        blocks.append(ui.actions(ui.button(texts.done(), action=DONE, value=ref(item), style="primary")))
    return Message(line, blocks)


def ref(item: ActionItem) -> str:
    """A button's value: `project:number`."""
    return f"{item.project_id}:{item.number}"
