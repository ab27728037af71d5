"""Views of one action item: its card and its line."""

from collections.abc import Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement

from bot.action_items.model import ActionItem
from bot.action_items.snoozes import Snooze
from bot.core.context import Context
from bot.core.limits import REASON_LIMIT
from bot.core.project import Project
from bot.text.formats import day as day_text
from bot.texts import Texts
from handlers.people.why_views import WHY_ITEM
from handlers.slack import ui
from handlers.slack.names import NameOf
from handlers.slack.reply import Message
from handlers.slack.request import Request

DONE = "action_items.done"
REOPEN = "action_items.reopen"
EDIT = "action_items.edit"
UNDO, UNDO_BATCH = "action_items.undo", "action_items.undo_batch"
OWNER = "action_items.owner"
DUE = "action_items.due"
READING = "action_items.reading"
ACCEPT = "action_items.accept"
OTHER_DATE = "action_items.other_date"
NOT_MINE = "action_items.not_mine"
SNOOZE = "action_items.snooze"
MORE = "action_items.more"
"""The menu of what is seldom needed; each option names the action that it stands for."""
FALLBACK = 3000
"""Characters of a message's text beside its blocks."""


def ref(item: ActionItem) -> str:
    """A button's value: `project:number:version`."""
    return f"{item.project_id}:{item.number}:{item.version}"


def referred(request: Request, value: str) -> tuple[Context, int, int]:
    """The context, number and version of what `ref` made; raise BotOutside or NotAllowed."""
    project_id, number, version = map(int, value.split(":"))
    return request.of(project_id), number, version


def line(item: ActionItem, today: date, name_of: NameOf, texts: Texts) -> Message:
    text = ui.clip_marked(texts.action_item_line(item, today, name_of(item.owner)), ui.SECTION)
    return Message(text, [ui.section(text)])


def card(
    item: ActionItem,
    today: date,
    name_of: NameOf,
    texts: Texts,
    project: Project | None = None,
    notes: Sequence[str] = (),
    elements: Sequence[InteractiveElement] | None = None,
) -> Message:
    """`project` is named where the card does not stand in its channel; `notes` stand beneath its facts;
    `elements`: while it is open, those of a channel's card if not given."""
    title = texts.action_item_title(item)
    people = name_of(item.owner), name_of(item.raised_by)
    facts = texts.action_item_facts(item, today, *people, project.channel if project else "")
    shown = (elements or _open_elements(item, texts)) if item.open else [_reopen(item, texts)]
    beneath = [ui.context("\n".join(notes))] if notes else []
    blocks: list[Block] = [ui.section(title), ui.context(facts), *beneath, ui.actions(*shown)]
    return Message(ui.clip_marked("\n".join((f"{title} · {facts}", *notes)), FALLBACK), blocks)


def passed_on(item: ActionItem, name_of: NameOf, texts: Texts) -> Message:
    """The rest of a card at somebody who is not the owner any more."""
    text = texts.action_item_passed_on(item, name_of(item.owner))
    return Message(ui.clip_marked(text, FALLBACK), [ui.section(text)])


def _reopen(item: ActionItem, texts: Texts) -> InteractiveElement:
    return ui.button(texts.reopen(), action=REOPEN, value=ref(item))


def done_button(item: ActionItem, texts: Texts, *, style: str | None = "primary") -> InteractiveElement:
    return ui.button(texts.done(), action=DONE, value=ref(item), style=style)


def edit_button(item: ActionItem, texts: Texts) -> InteractiveElement:
    return ui.button(texts.edit(), action=EDIT, value=ref(item))


def _open_elements(item: ActionItem, texts: Texts) -> list[InteractiveElement]:
    elements: list[InteractiveElement] = [
        done_button(item, texts),
        edit_button(item, texts),
        ui.button(texts.undo(), action=UNDO, value=ref(item)),
    ]
    if item.owner is None and item.outside is None:
        elements.append(ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{ref(item)}"))
    if item.due is None:
        elements.append(ui.date_picker(texts.choose_date(), action=f"{DUE}/{ref(item)}"))
    return elements


def owner_elements(
    item: ActionItem, texts: Texts, user: str, snoozed: object = ""
) -> list[InteractiveElement]:
    """Of an open item, for whom it is asked of: five at most. A choice of the menu is forgotten when
    `snoozed` changes."""
    own, value = item.owner == user, ref(item)
    asks = own and not item.accepted
    moves: InteractiveElement = ui.button(texts.other_date(), action=OTHER_DATE, value=value)
    if item.due is None:
        moves = ui.date_picker(texts.choose_date(), action=f"{DUE}/{value}")
    choices = [
        ui.option(texts.snooze_choice(choice), f"{item.project_id}:{item.number}:{choice}")
        for choice in Snooze
    ]
    rest = [(EDIT, texts.edit()), (UNDO, texts.undo()), (WHY_ITEM, texts.why())]
    more = [(NOT_MINE, texts.not_mine()), *rest] if own else rest
    return [
        *([ui.button(texts.accept(), action=ACCEPT, value=value, style="primary")] if asks else []),
        done_button(item, texts, style=None if asks else "primary"),
        moves,
        ui.menu(texts.snooze(), choices, action=f"{SNOOZE}/{value}:{snoozed}"),
        ui.overflow([ui.option(label, f"{value}:{action}") for action, label in more], action=MORE),
    ]


def which_due(item: ActionItem, days: Sequence[date], texts: Texts, because: str = "") -> Message:
    """Ask which day was meant; the item is there already. `because`: why it moves, if that was typed."""
    because = ui.clip(because, REASON_LIMIT)
    buttons = [
        ui.button(
            day_text(day, texts.language), action=f"{READING}/{day}", value=f"{ref(item)}:{day}:{because}"
        )
        for day in days[:5]
    ]
    sentence = texts.action_item_which_due(item.number)
    return Message(sentence, [ui.section(sentence), *([ui.actions(*buttons)] if buttons else [])])
