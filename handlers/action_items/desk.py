"""The desk of action items: their form, a row of a list, and the heading above it."""

from functools import partial

from bot.action_items import typed
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM, by_owner, closed_only
from bot.action_items.typed import Look, change_filled, raise_filled
from bot.action_items.verbs import VERBS
from bot.core.record_lists import Wanted
from bot.text.sentences import esc
from handlers.action_items.typed import READERS
from handlers.action_items.views import NAME, notes, short
from handlers.records.desk import FormDesk
from handlers.records.form_views import filled
from handlers.records.form_views import form as form_of
from handlers.records.forms import made, new_form, new_pressed, register_form, submitted_in
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Message, Open, Reply, Update, sentence
from handlers.slack.request import Command, See, Submission

WORD = CommandName(
    "action",
    "actie",
    "Action items: add, list, done",
    "[@who] what [when] | list | done 12 | help",
    also=("aktie", "actiepunt", "task", "taak", "todo"),
)


def row(item: ActionItem, see: See) -> str:
    return told(short(item), see)


def listed(item: ActionItem, wanted: Wanted, see: See) -> str:
    """Without its owner, where the list is theirs or they head a part of it."""
    return told(short(item), see, headed=by_owner(wanted) or len(wanted.values.get("owner", ())) == 1)


def told(item: ActionItem, see: See, *, headed: bool = False) -> str:
    """With all of its text."""
    brief = item.evolve(outside=item.outside and ui.clip(item.outside, NAME))
    away = see.away_until(item.owner) if item.open and item.owner else None
    owner = ui.clip(see.name_of(item.owner), NAME)
    return see.texts.action_item_row(brief, see.today, see.ctx.project.zone, owner, away, headed=headed)


def said(item: ActionItem, see: See) -> Message:
    """As an answer."""
    return sentence(ui.clip_marked(told(item, see), ui.SECTION))


def group(item: ActionItem, wanted: Wanted, see: See) -> str:
    """The heading under which it stands."""
    if by_owner(wanted):
        owner = ui.clip(see.name_of(item.owner) or item.outside or "", NAME)
        return esc(owner) or see.texts.action_items_of_nobody()
    return "" if closed_only(wanted) else see.texts.action_list_group(item.group(see.today))


DESK = FormDesk(
    ACTION_ITEM, WORD, VERBS, row, READERS, notes, group, listed, edits=change_filled, rest="helpers"
)
NEW = DESK.action("new")


def register(registry: Registry, known: KnownTexts) -> None:
    register_form(registry, DESK, partial(filled_in, known), prepare=partial(look, known))
    registry.click(NEW, partial(new_pressed, DESK))


def new(request: Command) -> Reply:
    """For the channel's project, or one that is chosen where no channel is meant."""
    project = request.here.project if has_members(request.channel) else None
    return Open(new_form(request, DESK, project, said=request.said))


def look(known: KnownTexts, request: Submission) -> Look | None:
    """For an item that says the same as a new one."""
    return None if request.about.get("number") else _look(known, request)


def _look(known: KnownTexts, request: Submission) -> Look:
    return typed.look(submitted_in(request), known, request.fields.text("text") or "")


def filled_in(known: KnownTexts, request: Submission) -> Reply:
    """An item that says the same is shown first: saved once more it is another."""
    ctx, about, typed = submitted_in(request), request.about, filled(DESK, request.fields)
    looked = request.prepared or _look(known, request)
    raised = raise_filled(ctx, typed, looked, seen=about.get("twin"))
    if isinstance(raised, ActionItem):
        return made(request, DESK, ctx, raised)
    alike = request.texts.action_form_alike(told(raised.item, See(ctx, request.texts)))
    about = {**about, "project": ctx.project.id, "twin": raised.item.number}
    above = [ui.section(ui.clip_marked(alike, ui.SECTION)), ui.divider()]
    return Update(form_of(DESK, typed, request.texts, about, above))
