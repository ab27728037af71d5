"""What an action item that minutes made is from."""

from bot.action_items.facts import MINUTES as SOURCE
from bot.action_items.model import ActionItem
from bot.minutes.ports import MinutesBook
from handlers.records.desk import See


def origin(item: ActionItem, see: See) -> str:
    source = item.source or ""
    if not source.startswith(SOURCE):
        return ""
    number = int(source.split(":")[1])
    minutes = see.ctx.uow.of(MinutesBook).get(item.project_id, number)
    return see.texts.item_from(minutes.title) if minutes else ""
