"""Action items that were raised together: in the channel, its thread, and with each owner; and what is done
with all of them at once."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items import notifications
from bot.action_items import propose as use
from bot.action_items.model import ActionItem, Status
from bot.core.events import Event
from bot.core.jobs import Notice
from bot.core.record_lists import Wanted
from bot.people.preferences import Rule
from handlers.action_items import views
from handlers.action_items.desk import DESK, row
from handlers.action_items.notices import introduced
from handlers.people.why import with_why
from handlers.records import lists
from handlers.records.desk import pressed
from handlers.records.notices import of_project
from handlers.records.views import lines
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply, say
from handlers.slack.request import Click, See

OWNER, TAKE_ON, GO_THROUGH = (f"action_items.batch_{act}" for act in ("owner", "accept", "through"))
CARD_OF = "action_items.card_of"
FIRST = 5
"""Rows of an owner's message."""
LISTED, LEAST = 40, 10
"""Rows of all that is an owner's, and characters of a text that are always left."""
CHANNEL_ROOM, OWNER_ROOM, IN_MENU = 10_000, 5_500, 40
"""Characters for all rows of a message, marks and escapes among them, and for each in a menu."""


def register(registry: Registry) -> None:
    registry.notice(notifications.RAISED, of_project(raised))
    registry.notice(notifications.RAISED_LIST, of_project(page))
    registry.notice(notifications.RAISED_MINE, with_why(of_project(raised_mine), Rule.item))
    registry.notice(notifications.RAISED_ALL_MINE, of_project(all_mine))
    registry.click(OWNER, owner_chosen)
    registry.click(TAKE_ON, taken_on)
    registry.click(GO_THROUGH, gone_through)
    registry.click(CARD_OF, pressed(notifications.show_card))


# what is pressed
def owner_chosen(request: Click) -> Reply:
    """For all that nobody has."""
    batch = request.subject.rpartition(":")[0]
    ctx = request.of(int(batch.partition(":")[0]))
    if not request.value:
        return Reply()
    given, texts = use.give_nobodys(ctx, batch, request.value), request.texts
    if not given.changed:
        return say(texts.together_all_owned())
    undo = ui.button(texts.undo(), action=views.UNDO_BATCH, value=given.batch)
    who = See(ctx, texts).name_of(request.value)
    return say(texts.together_given(who, len(given.changed)), undo)


def taken_on(request: Click) -> None:
    """It shows by itself."""
    use.take_on(request.of(int(request.value.partition(":")[0])), request.value)


def gone_through(request: Click) -> None:
    notifications.show_all_mine(request.of(int(request.value.partition(":")[0])), request.value)


# what is shown
def raised(see: See, notice: Notice) -> Message | None:
    made, batch = _raised_in(see, notice), notice.about["batch"]
    return headline([item for _event, item in made], made[0][0].who, batch, see) if made else None


def page(see: See, notice: Notice) -> Message | None:
    made = _raised_in(see, notice)
    items = [item for _event, item in made if notifications.page_of(item.number) == notice.about["page"]]
    return listed(items, see) if items else None


def raised_mine(see: See, notice: Notice) -> Message | None:
    found, by = _theirs(see, notice)
    return introduced(mine(found, notice.to, by, see, notice.about["batch"]), see, notice) if found else None


def all_mine(see: See, notice: Notice) -> Message | None:
    found, by = _theirs(see, notice)
    return everything(found, notice.to, by, see) if found else None


def _raised_in(see: See, notice: Notice) -> list[tuple[Event, ActionItem]]:
    return notifications.raised_in(see.ctx.uow, see.ctx.project, notice.about["batch"])


def _theirs(see: See, notice: Notice) -> tuple[list[ActionItem], str]:
    """Items that were theirs when they were raised, also where they are another's now; who raised them."""
    made, zone = _raised_in(see, notice), see.ctx.project.zone
    items = [item for event, item in made if notifications.told_of(event, notice.to, zone)]
    return items, made[0][0].who if made else ""


def headline(items: Sequence[ActionItem], by: str, batch: str, see: See) -> Message:
    """In the channel: how many, whose, and by when; the items themselves stand in its thread."""
    texts, stand = see.texts, [*filter(_stands, items)]
    owned = Counter(item.outside or see.name_of(item.owner) for item in stand if item.owner or item.outside)
    free = sum(map(use.nobodys, stand))
    done = sum(item.status is Status.done for item in stand)
    owners = [(ui.clip(name, ui.TITLE), count) for name, count in owned.most_common()]
    title = texts.together_headline(see.name_of(by), len(stand), owners, free, done, _days(stand), see.today)
    elements: list[InteractiveElement] = []
    if free:
        elements.append(ui.person_picker(texts.together_who_takes(free), action=f"{OWNER}/{batch}:{free}"))
    if stand:
        wanted = Wanted(values={"source": [f"{notifications.SOURCE}{batch}"], "status": [*map(str, Status)]})
        elements.append(lists.beside(DESK, texts.together_show_all(), see, texts.action_word(), wanted))
    return Message(title, [ui.section(title), *([ui.actions(*elements)] if elements else [])])


def listed(items: Sequence[ActionItem], see: See) -> Message:
    """In the thread, as they are now."""
    room = CHANNEL_ROOM // len(items)
    rows = [f"• {_within(room, item, lambda each: row(each, see))}" for item in items]
    return Message("\n".join(rows[:10]), lines(rows))


def mine(items: Sequence[ActionItem], user: str, by: str, see: See, batch: str) -> Message:
    """To their owner: those that are due first, and one answer for all."""
    texts = see.texts
    own = [item for item in items if item.owner == user and _stands(item)]
    left = sorted((item for item in own if item.open), key=_first_due)
    title = texts.together_for_you(see.name_of(by), len(own), len(own) - len(left))
    about = texts.together_about(_days(left), see.today, see.ctx.project.channel)
    blocks: list[Block] = [ui.section(title), ui.context(about)]
    if not left:
        return Message(title, blocks)
    room = OWNER_ROOM // FIRST
    shown = [_within(room, item, lambda each: texts.action_item_short_row(each, see.today)) for item in left]
    blocks += lines([f"• {text}" for text in shown[:FIRST]])
    asked = any(use.asked_of(item, user) for item in left)
    notes = [texts.and_more(len(left) - FIRST)] if len(left) > FIRST else []
    notes += [] if asked else [texts.together_taken()]
    take = ui.button(texts.together_take(), action=TAKE_ON, value=batch, style="primary")
    through = ui.button(texts.together_go_through(), action=GO_THROUGH, value=batch)
    blocks += [ui.context("\n".join(notes))] if notes else []
    return Message(title, [*blocks, ui.actions(*([take] if asked else []), through)])


def everything(items: Sequence[ActionItem], user: str, by: str, see: See) -> Message:
    """Each with a button, and one menu for all else that can be done with one of them."""
    texts, shown = see.texts, sorted(items, key=_first_due)[:LISTED]
    title = texts.together_all_yours(see.name_of(by))
    room = OWNER_ROOM // len(shown)
    blocks: list[Block] = [ui.section(title)]
    for item in shown:
        own = item.owner == user
        text = _within(
            room,
            item,
            lambda each: (
                texts.action_item_short_row(each, see.today)
                if each.owner == user
                else texts.together_for_other(each, see.name_of(each.owner))
            ),
        )
        button = views.done_button(item, texts, style=None) if own and item.open else None
        blocks.append(ui.section(text, accessory=button))
    if len(items) > LISTED:
        blocks.append(ui.context(texts.together_more(len(items) - LISTED)))
    options = [
        ui.option(f"{ui.clip(item.text, IN_MENU)} · A-{item.number}", item.ref)
        for item in shown
        if item.open and item.owner == user
    ]
    menu = [ui.actions(ui.menu(texts.together_card(), options, action=CARD_OF))] if options else []
    return Message(title, [*blocks, *menu])


def _within(room: int, item: ActionItem, tell: Callable[[ActionItem], str]) -> str:
    """The item in a row of at most `room` characters: its text gives way, its owner and date stay."""
    short = item.evolve(text=" ".join(item.text.split()))
    told = tell(short)
    while len(told) > room and len(short.text) > LEAST:
        fitting = len(short.text) * room // len(told) - 1
        short = short.evolve(text=ui.clip(short.text, max(LEAST, fitting)))
        told = tell(short)
    return ui.clip_marked(told, room)


def _stands(item: ActionItem) -> bool:
    return item.status is not Status.cancelled


def _first_due(item: ActionItem) -> tuple[date, int]:
    return item.due or date.max, item.number


def _days(items: Sequence[ActionItem]) -> tuple[date, date] | None:
    """The first and the last by which one of them is due."""
    days = [item.due for item in items if item.due]
    return (min(days), max(days)) if days else None
