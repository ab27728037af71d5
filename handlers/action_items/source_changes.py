"""Changes of a message that an action item was made from: edited or deleted, its new text taken."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from slack_sdk.models.blocks import Block

from bot.action_items import from_messages
from bot.action_items.model import ActionItem
from bot.action_items.ports import ActionItems
from bot.core.limits import TEXT_LIMIT
from bot.core.ports import OpenUnitOfWork
from bot.texts import Texts
from handlers.records.desk import ref, referred
from handlers.records.listeners import seen
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Click, SlackEvent

EVENTS = ("message.channels", "message.groups")
WordsOf = Callable[[SlackEvent, str, datetime], str]
"""The part of a message's text, said at that time, that is an item's."""
TAKE = "action_items.take_text"
TOMBSTONE = "tombstone"
"""The subtype of what is left of a deleted message with a thread."""


def register(registry: Registry) -> None:
    registry.click(TAKE, take_pressed)


def is_source(reading: OpenUnitOfWork, team: str, event: Mapping[str, Any]) -> bool:
    """A message that reads otherwise than before, and that an item was made from."""
    source = changed_source(event)
    if source is None:
        return False
    with reading() as uow:
        return bool(uow.of(ActionItems).of_source(source))


def changed_source(event: Mapping[str, Any]) -> str | None:
    """`channel:ts` of a message that was deleted or now says something else; a preview of a link that
    Slack added is no news."""
    subtype = event.get("subtype")
    if subtype == "message_deleted":
        return f"{event['channel']}:{event.get('deleted_ts', '')}"
    if subtype != "message_changed":
        return None
    before, now = event.get("previous_message") or {}, event.get("message") or {}
    if "ts" not in now or (now.get("subtype") != TOMBSTONE and before.get("text") == now.get("text")):
        return None
    return f"{event['channel']}:{now['ts']}"


def source_changed(words_of: WordsOf, request: SlackEvent) -> Reply:
    source, message = changed_source(request.event), request.event.get("message") or {}
    text: str | None = None
    if message and message.get("subtype") != TOMBSTONE:
        said_at = datetime.fromtimestamp(float(message["ts"]), UTC)
        text = words_of(request, str(message.get("text", "")), said_at)
    if source is not None and text != "":
        from_messages.source_changed(request.anywhere, source, text and ui.clip(text, TEXT_LIMIT))
    return Reply()


def with_news(message: Message, item: ActionItem, texts: Texts) -> Message:
    """The owner's card, with the new text beneath and the button that takes it over."""
    if item.source_text is None:
        return message
    told = ui.clip_marked(texts.action_new_text(item.source_text), ui.SECTION)
    take = ui.button(texts.action_take_new_text(), action=TAKE, value=ref(item))
    block: Block = ui.section(told, accessory=take)
    return Message(ui.clip_marked(f"{message.text}\n{told}", FALLBACK), [*message.blocks, block])


def take_pressed(request: Click) -> Reply:
    ctx, number, _version = referred(request, request.value)
    from_messages.take_new_text(ctx, number)
    return seen(request)
