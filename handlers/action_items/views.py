"""Views of one action item: its line, its card, and what stands beneath a card's facts."""

from collections.abc import Iterable, Sequence
from datetime import date

from slack_sdk.models.blocks import Block, InteractiveElement, OverflowMenuElement

from bot.action_items.facts import closing_of, next_of
from bot.action_items.model import ActionItem, ActionItems, SourceNews, Status
from bot.action_items.snooze import Snooze
from bot.core.calendar import local
from bot.core.errors import REASON_LIMIT
from bot.core.events import CLOCK
from bot.core.nouns import NameOf
from bot.dates.rrule import Recurrence, passed_over
from bot.people.hours import absences_of
from bot.people.preferences import Absence, last_day_away
from bot.projects.days_off import unseen_day_off
from bot.text.formats import near_day
from bot.texts import Texts
from handlers.people.why import WHY_ITEM
from handlers.records.views import FALLBACK
from handlers.slack import ui
from handlers.slack.registry import Detail
from handlers.slack.reply import Message, sentence
from handlers.slack.request import See

DONE = "action_items.done"
REOPEN = "action_items.reopen"
DROP = "action_items.drop"
EDIT = "action_items.edit"
HISTORY = "action_items.history"
UNDO, UNDO_BATCH = "action_items.undo", "action_items.undo_batch"
OWNER = "action_items.owner"
DUE = "action_items.due"
READING = "action_items.reading"
ACCEPT = "action_items.accept"
OTHER_DATE = "action_items.other_date"
NOT_MINE = "action_items.not_mine"
TAKE_BACK = "action_items.take_back"
SNOOZE = "action_items.snooze"
REPEATING = "action_items.repeating"
MORE = "action_items.more"
"""The menu of what is seldom needed; each option names the action that it stands for."""
MOST_DAYS = 3
"""Buttons of days that one date can be."""
LINE, NAME = 100, 30
"""Characters of a text and of a name in a list."""


def short(item: ActionItem) -> ActionItem:
    """With texts that fit on a line."""
    text, outside = ui.clip(" ".join(item.text.split()), LINE), item.outside and ui.clip(item.outside, NAME)
    return item.evolve(text=text, outside=outside)


def card(item: ActionItem, see: See, notes: Sequence[str] = (), *, elsewhere: bool = False) -> Message:
    """For all. `notes` stand beneath its facts; `elsewhere`: in person, with its channel and no buttons."""
    texts, channel = see.texts, see.ctx.project.channel if elsewhere else ""
    if item.open:
        names = see.name_of(item.owner), see.name_of(item.raised_by)
        facts = texts.item_facts(item, see.today, *names, channel)
    else:
        facts = _closed(item, see, channel)
    if elsewhere:
        return _shown(texts.item_title(item), facts, notes, ())
    elements = _missing(item, texts) if item.open else ()
    return _shown(texts.item_title(item), facts, notes, elements, _menu(item, texts))


def owners_card(
    item: ActionItem,
    see: See,
    notes: Sequence[str],
    elements: Sequence[InteractiveElement],
    origin: str = "",
) -> Message:
    """In person, for whom it is asked of; `elements`: while it is open; `origin`: what it comes from."""
    texts, channel = see.texts, see.ctx.project.channel
    if not item.open:
        reopen = ui.button(texts.reopen(), action=REOPEN, value=item.ref)
        return _shown(texts.item_title(item), _closed(item, see, channel), notes, [reopen])
    by = see.name_of(item.raised_by)
    facts = texts.owner_facts(item, see.today, by, origin, channel)
    return _shown(texts.owner_asked(item, by), facts, notes, elements)


def _shown(
    title: str,
    facts: str,
    notes: Sequence[str],
    elements: Sequence[InteractiveElement],
    menu: OverflowMenuElement | None = None,
) -> Message:
    beneath = [ui.context("\n".join(notes))] if notes else []
    buttons = [ui.actions(*elements)] if elements else []
    blocks: list[Block] = [ui.section(title, accessory=menu), ui.context(facts), *beneath, *buttons]
    # A notification shows marks as they are: what is over is not struck through there.
    words = "\n".join((f"{title.replace('~', '')} · {facts}", *notes))
    return Message(ui.clip_marked(words, FALLBACK), blocks)


def _closed(item: ActionItem, see: See, channel: str) -> str:
    closing = closing_of(see.ctx.uow, item)
    who = see.name_of(closing.who) if closing and closing.who != CLOCK else ""
    on = local(closing.at, see.ctx.project.zone).date() if closing else None
    return see.texts.item_closed(item, see.today, who, on, channel)


def notes(item: ActionItem, see: See, more: Sequence[Detail] = ()) -> list[str]:
    """The lines that apply to the item just now: its own, then `more`."""
    return [line for detail in (*OWN, *more) if (line := detail(item, see))]


def _source(item: ActionItem, see: See) -> str:
    """The way back to the message that it was made from, and what became of that."""
    if item.source_message is None:
        return ""
    if item.source_news:
        edited = item.source_news == SourceNews.edited
        return see.texts.action_source_edited() if edited else see.texts.action_source_deleted()
    return see.texts.action_source(item.source) if item.source else ""


def _moved(item: ActionItem, see: See) -> str:
    """The first date, how often it moved, and why the last time."""
    if item.original_due is None or not (item.times_postponed or item.due != item.original_due):
        return ""
    times, because = item.times_postponed, item.postponed_because or ""
    return see.texts.offer_moved(item.original_due, times, because, see.today)


def offered(item: ActionItem, see: See) -> str:
    """The owner's request that who raised it has not answered."""
    offer = item.offered
    if offer is None:
        return ""
    return see.texts.offer_waits(offer, see.name_of(offer.by), see.name_of(offer.owner), see.today)


def _waits(item: ActionItem, see: See) -> str:
    if not item.waiting:
        return ""
    items = see.ctx.uow.of(ActionItems)
    first = items.get(item.project_id, item.waits_for) if item.waits_for else None
    lines = [see.texts.item_waits_for(first)] if first else []
    return "\n".join([*lines, *([see.texts.item_waits_on(item.waits_on)] if item.waits_on else [])])


def _starts(item: ActionItem, see: See) -> str:
    begun = item.begun(see.today) or not item.open or item.starts is None
    return "" if begun or item.starts is None else see.texts.item_starts(item.starts, see.today)


def _repeats(item: ActionItem, see: See) -> str:
    if item.repeats is None:
        return ""
    if item.open:
        without = passed_over(item.repeats, item.original_due or item.due)
        return see.texts.item_repeats(item.repeats, without)
    next_one = next_of(see.ctx, item) if item.status == Status.done else None
    return see.texts.item_next(next_one, see.today) if next_one else see.texts.item_ends()


def _helpers(item: ActionItem, see: See) -> str:
    return see.texts.item_helpers([*map(see.name_of, item.helpers)]) if item.helpers else ""


def owner_away(item: ActionItem, see: See) -> str:
    """Away now, or on its date; empty when they are there or nobody owns it."""
    if not item.open or item.owner is None:
        return ""
    absences = absences_of(see.ctx.uow, see.ctx.project.team, [item.owner], see.today)
    return away_line(item, absences, see.today, see.name_of, see.texts)


def away_line(item: ActionItem, away: Iterable[Absence], today: date, name_of: NameOf, texts: Texts) -> str:
    """As `owner_away`, by the absences from `today` on of people among whom its owner is."""
    theirs = [each for each in away if each.user == item.owner and item.open]
    for day, said in ((today, texts.away_note), (item.due, texts.away_note_due)):
        until = last_day_away(theirs, day) if day and day >= today else None
        if until:
            return said(name_of(item.owner), until, today)
    return ""


def _day_off(item: ActionItem, see: See) -> str:
    """What its weekday does not tell of a date to come."""
    due = item.due if item.open and item.due and item.due >= see.today else None
    off = unseen_day_off(see.ctx.project, due) if due else None
    return see.texts.falls_on(due, off, see.today) if due and off else ""


OWN: tuple[Detail, ...] = (_source, _moved, _day_off, owner_away, _waits, _starts, _repeats, _helpers)


def passed_on(item: ActionItem, see: See) -> Message:
    """The rest of a card at somebody who is not the owner any more."""
    owner = see.name_of(item.owner)
    title, facts = see.texts.owner_passed_on(item, owner, see.ctx.project.channel)
    return _shown(title, facts, (), ())


def done_button(item: ActionItem, texts: Texts, *, style: str | None = "primary") -> InteractiveElement:
    return ui.button(texts.done(), action=DONE, value=item.ref, style=style)


def edit_button(item: ActionItem, texts: Texts) -> InteractiveElement:
    return ui.button(texts.edit(), action=EDIT, value=item.ref)


def _missing(item: ActionItem, texts: Texts) -> list[InteractiveElement]:
    """On the card of an open item: Done once somebody owns it, and what it lacks."""
    nobody = item.owner is None and item.outside is None
    elements: list[InteractiveElement] = [] if nobody else [done_button(item, texts, style=None)]
    if nobody:
        elements.append(ui.person_picker(texts.choose_owner(), action=f"{OWNER}/{item.ref}"))
    if item.due is None:
        elements.append(ui.date_picker(texts.choose_date(), action=f"{DUE}/{item.ref}"))
    return elements


def _menu(item: ActionItem, texts: Texts) -> OverflowMenuElement:
    history = (HISTORY, texts.history())
    if item.open:
        return menu_of(item, [(EDIT, texts.edit()), history, (DROP, texts.drop())])
    return menu_of(item, [(REOPEN, texts.reopen()), history])


def menu_of(item: ActionItem, options: Sequence[tuple[str, str]]) -> OverflowMenuElement:
    """⋯; `options`: actions and their labels."""
    return ui.overflow([ui.option(label, f"{item.ref}:{action}") for action, label in options], action=MORE)


def owner_elements(item: ActionItem, texts: Texts, me: str, snoozed: object = "") -> list[InteractiveElement]:
    """Of an open item, five at most. A choice of the menu is forgotten when `snoozed` changes."""
    own, value = item.owner == me, item.ref
    asks = own and not item.accepted and item.offered is None
    moves: InteractiveElement = ui.button(texts.other_date(), action=OTHER_DATE, value=value)
    if item.due is None:
        moves = ui.date_picker(texts.choose_date(), action=f"{DUE}/{value}")
    choices = [
        ui.option(texts.snooze_choice(choice), f"{item.project_id}:{item.number}:{choice}")
        for choice in Snooze
    ]
    rest = [(EDIT, texts.edit()), (WHY_ITEM, texts.why())]
    return [
        *([ui.button(texts.accept(), action=ACCEPT, value=value, style="primary")] if asks else []),
        done_button(item, texts, style=None if asks else "primary"),
        moves,
        ui.menu(texts.snooze(), choices, action=f"{SNOOZE}/{value}:{snoozed}"),
        menu_of(item, [(NOT_MINE, texts.not_mine()), *rest] if own else rest),
    ]


def which_due(item: ActionItem, days: Sequence[date], texts: Texts, today: date, why: str = "") -> Message:
    """Ask which day was meant; the item is there already. `because`: why it moves, if that was typed."""
    why = ui.clip(why, REASON_LIMIT)
    buttons = [
        ui.button(
            near_day(day, today, texts.language),
            action=f"{READING}/{day}",
            value=f"{item.ref}:{day}:{why}",
        )
        for day in days[:MOST_DAYS]
    ]
    return _which(texts.action_item_which_due(item), buttons)


def which_repetition(item: ActionItem, ways: Sequence[Recurrence], texts: Texts, today: date) -> Message:
    """Ask how it comes back; the item is there already, without."""
    buttons = [
        ui.button(
            texts.repetition_choice(way.rrule, way.first, today),
            action=f"{REPEATING}/{number}",
            value=f"{item.ref}:{way.rrule}",
        )
        for number, way in enumerate(ways[:MOST_DAYS])
    ]
    return _which(texts.which_repetition(item), buttons)


def _which(question: str, buttons: Sequence[InteractiveElement]) -> Message:
    return sentence(ui.clip_marked(question, ui.SECTION), *buttons)
