"""The question how something comes back."""

from collections.abc import Sequence

from bot.action_items.model import ActionItem
from bot.action_items.set_dependencies import repeat
from bot.dates.rrule import Recurrence
from bot.texts import Texts
from handlers.action_items import views
from handlers.records.desk import See, ref, referred
from handlers.slack import ui
from handlers.slack.reply import Message, Replace, Reply
from handlers.slack.request import Click

REPEATING = "action_items.repeating"


def which_repetition(item: ActionItem, ways: Sequence[Recurrence], texts: Texts) -> Message:
    """Ask how it comes back; the item is there already, without."""
    buttons = [
        ui.button(
            texts.repetition_choice(way.rrule, way.first),
            action=f"{REPEATING}/{number}",
            value=f"{ref(item)}:{way.rrule}",
        )
        for number, way in enumerate(ways[:5])
    ]
    sentence = texts.which_repetition(item.number)
    return Message(sentence, [ui.section(sentence), ui.actions(*buttons)])


def repetition_chosen(request: Click) -> Reply:
    ref, _, rule = request.value.rpartition(":")
    ctx, number, _version = referred(request, ref)
    item = repeat(ctx, number, rule)
    return Replace(views.said(item, See(ctx, request.texts)))
