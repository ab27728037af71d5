"""Messages about action items, rendered as they are when they are sent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial

from slack_sdk.models.blocks import Block, ButtonElement

from bot.action_items import change
from bot.action_items.dependencies import responsible_for
from bot.action_items.facts import CARD, MINE
from bot.action_items.model import ActionItem, ActionItems, Status
from bot.action_items.notices import FREED, HELPING, agreed, answerer
from bot.action_items.notifications import GIVEN, REMINDER, given_to
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.snooze import until
from bot.core.calendar import local
from bot.core.context import by_clock
from bot.core.events import CLOCK
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.action_items import views
from handlers.people.why import with_why
from handlers.records.desk import pressed
from handlers.records.notices import of_project, of_record
from handlers.records.views import several
from handlers.slack import ui
from handlers.slack.registry import Detail, Registry
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

TAKE = "action_items.take_text"


@dataclass(frozen=True)
class More:
    """What later capabilities add to what an owner reads: lines beneath the facts, and what it is from."""

    details: Sequence[Detail] = ()
    origins: Sequence[Detail] = ()


def register(registry: Registry) -> None:
    details = registry.details.setdefault(ACTION_ITEM.name, [])
    more = More(details, registry.origins.setdefault(ACTION_ITEM.name, []))
    registry.notice(CARD, of_record(ACTION_ITEM, on_card))
    registry.notice(MINE, of_record(ACTION_ITEM, partial(mine, more)))
    registry.notice(REMINDER, of_record(ACTION_ITEM, partial(reminder, more)))
    registry.notice(HELPING, with_why(of_record(ACTION_ITEM, helping), Rule.helper))
    registry.notice(FREED, with_why(of_record(ACTION_ITEM, freed), Rule.item))
    registry.notice(GIVEN, with_why(of_project(given), Rule.item))
    registry.click(TAKE, pressed(change.take_new_text))
    registry.rows[MINE] = new_row


def on_card(item: ActionItem, see: See, _notice: Notice) -> Message:
    """In the project's channel."""
    return views.card(item, see, views.notes(item, see, (views.offered,)))


def mine(more: More, item: ActionItem, see: See, notice: Notice) -> Message | None:
    """To whom it is asked of, in person; who was told so before is told when it is not any more."""
    uow, texts = see.ctx.uow, see.texts
    if responsible_for(item) != notice.to:
        return views.passed_on(item, see) if _stands(uow, notice) else None
    snoozed = until(uow, see.ctx.now, item, notice.team, notice.to)
    beneath = views.notes(item, see, more.details)
    answered = agreed(uow, item) if item.open and item.owner == notice.to else None
    if answered and item.due:
        beneath.append(texts.offer_agreed_by(item.due, see.name_of(answered.who), see.today))
    if snoozed is not None:
        beneath.append(texts.snooze_stands_until(_on_their_clock(uow, notice, snoozed), see.today))
    origin = next(filter(None, (each(item, see) for each in more.origins)), "")
    elements = views.owner_elements(item, texts, notice.to, snoozed.timestamp() if snoozed else "")
    shown = views.owners_card(item, see, beneath, elements, origin)
    return introduced(with_news(with_question(shown, item, see), item, texts), see, notice)


def introduced(message: Message, see: See, notice: Notice) -> Message:
    """The first message that somebody ever gets says who writes."""
    person = see.ctx.uow.people.get(notice.team, notice.to)
    if person is None or person.dm is not None:
        return message
    who = ui.context(see.texts.first_message(see.ctx.project.channel))
    return Message(message.text, [*message.blocks, who])


def with_question(message: Message, item: ActionItem, see: See) -> Message:
    """The owner's card, with what they asked about it while that waits for an answer."""
    offer = item.offered
    if offer is None:
        return message
    decider = see.name_of(answerer(see.ctx, item))
    told = see.texts.offer_asked(offer, decider, see.name_of(offer.owner), see.today)
    seen = f"{item.project_id}:{item.number}:{offer.made}"
    button = ui.button(see.texts.take_back(), action=views.TAKE_BACK, value=seen)
    *above, buttons = message.blocks
    block = ui.section(told, accessory=button)
    return Message(message.text, [*above, block, buttons])


def new_row(
    uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime, open_it: ButtonElement | None
) -> list[Block]:
    """In its owner's morning, where it reached them outside their hours: taken on or opened there."""
    project = uow.projects.get(notice.about["project"])
    item = uow.of(ActionItems).get(notice.about["project"], notice.about["number"])
    if project is None or item is None or item.owner != notice.to or item.status is Status.cancelled:
        return []
    see = See(by_clock(uow, now, project), texts)
    told = texts.bundle_new(views.short(item), see.name_of(item.raised_by), see.today, project.channel)
    if not item.open:
        return [ui.section(told, accessory=ui.button(texts.undo(), action=views.UNDO, value=item.ref))]
    if item.accepted:
        return [ui.section(told, accessory=views.done_button(item, texts, style=None))]
    accept = ui.button(texts.accept(), action=views.ACCEPT, value=item.ref)
    return [ui.section(told), ui.actions(accept, *([open_it] if open_it else []))]


def reminder(more: More, item: ActionItem, see: See, notice: Notice) -> Message | None:
    """The same card once more, and why; what is over before it is shown, is not shown."""
    shown, uow = mine(more, item, see, notice), see.ctx.uow
    if shown is None or not (item.open or _stands(uow, notice)):
        return None
    if responsible_for(item) != notice.to:
        return shown
    since = datetime.fromtimestamp(notice.about["since"], UTC)
    return _beneath(see.texts.snoozed_since(_on_their_clock(uow, notice, since), see.today), shown)


def helping(item: ActionItem, see: See, notice: Notice) -> Message | None:
    """To a helper: the card with nothing to press. Who helps no more is told, if they knew they did."""
    if notice.to not in item.helpers:
        return sentence(see.texts.helps_no_more(item)) if _stands(see.ctx.uow, notice) else None
    head = see.texts.helping(item.outside or see.name_of(item.owner))
    return _beneath(head, views.card(item, see, views.notes(item, see, (views.offered,)), elsewhere=True))


def freed(item: ActionItem, see: See, notice: Notice) -> Message | None:
    """To an owner: what their item waited for is closed, or open again and waited for as before."""
    uow = see.ctx.uow
    first = uow.of(ActionItems).get(item.project_id, notice.about["first"])
    if first is None:
        return None
    if first.open or item.waits_for == first.number:
        return sentence(see.texts.waits_again(item, first)) if _stands(uow, notice) else None
    return sentence(see.texts.freed(item, first, see.ctx.project.channel))


def given(see: See, notice: Notice) -> Message | None:
    """To who got several at once, above their cards; a single one needs no more than its card."""
    uow, project, texts = see.ctx.uow, see.ctx.project, see.texts
    events = [event for event in uow.log.of_batch(notice.about["batch"]) if given_to(event) == notice.to]
    found = [uow.of(ActionItems).get(project.id, event.number) for event in events]
    items = [item for item in found if item and item.begun(see.today)]
    if len(items) < 2:
        return None
    still = [item for item in items if item.owner == notice.to and item.status is not Status.cancelled]
    who = see.name_of(events[0].who) if events[0].who != CLOCK else "Spil"
    told = texts.given_together(who, len(still), project.channel)
    titles = [texts.action_item_short_row(views.short(item), see.today) for item in still]
    return Message(told, several(told, titles, len(titles), texts))


def _stands(uow: UnitOfWork, notice: Notice) -> bool:
    return uow.sent_messages.get(notice.key) is not None


def _beneath(head: str, shown: Message) -> Message:
    """The message beneath a line that says why it comes."""
    return Message(head, [ui.context(head), *shown.blocks])


def _on_their_clock(uow: UnitOfWork, notice: Notice, moment: datetime) -> datetime:
    person = uow.people.get(notice.team, notice.to)
    return local(moment, person.zone if person else "UTC")


def with_news(message: Message, item: ActionItem, texts: Texts) -> Message:
    """The owner's card, with the new text beneath and the button that takes it over."""
    if item.source_text is None:
        return message
    told = ui.clip_marked(texts.action_new_text(item.source_text), ui.SECTION)
    take = ui.button(texts.action_take_new_text(), action=TAKE, value=item.ref)
    block: Block = ui.section(told, accessory=take)
    return Message(message.text, [*message.blocks, block])
