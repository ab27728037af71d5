"""Action items among others: a row of a list, and the heading above it."""

from bot.action_items.model import ActionItem
from bot.action_items.noun import by_owner, closed_only
from bot.core.record_lists import Wanted
from bot.text.marks import esc
from handlers.action_items.views import NAME, short
from handlers.records.desk import See
from handlers.slack import ui
from handlers.slack.reply import Message, sentence


def row(item: ActionItem, see: See) -> str:
    return told(short(item), see)


def told(item: ActionItem, see: See) -> str:
    """With all of its text."""
    brief = item.model_copy(update={"outside": item.outside and ui.clip(item.outside, NAME)})
    away = see.away_until(item.owner) if item.open and item.owner else None
    owner = ui.clip(see.name_of(item.owner), NAME)
    return see.texts.action_item_row(brief, see.today, see.ctx.project.zone, owner, away)


def said(item: ActionItem, see: See) -> Message:
    """As an answer."""
    return sentence(ui.clip_marked(told(item, see), ui.SECTION))


def group(item: ActionItem, wanted: Wanted, see: See) -> str:
    """The heading under which it stands."""
    if by_owner(wanted):
        owner = ui.clip(see.name_of(item.owner) or item.outside or "", NAME)
        return esc(owner) or see.texts.action_items_of_nobody()
    return "" if closed_only(wanted) else see.texts.action_list_group(item.group(see.today))
