"""The desk of action items, and the form of a new one."""

from functools import partial

from bot.action_items import typed
from bot.action_items.form import change_filled, raise_filled
from bot.action_items.known_texts import KnownTexts
from bot.action_items.model import ActionItem
from bot.action_items.noun import ACTION_ITEM
from bot.action_items.typed import Look
from bot.action_items.verbs import VERBS
from handlers.action_items.rows import group, row, told
from handlers.action_items.typed import READERS
from handlers.action_items.views import notes
from handlers.records.desk import FormDesk, See
from handlers.records.form_views import filled
from handlers.records.form_views import form as form_of
from handlers.records.forms import made, new_form, new_pressed, register_form, submitted_in
from handlers.slack import ui
from handlers.slack.directory import has_members
from handlers.slack.registry import CommandName, Registry
from handlers.slack.reply import Open, Reply, Update
from handlers.slack.request import Command, Submission

WORD = CommandName(
    "action", "actie", "Action items: add, list, done", "[@who] what [when] | list | done 12 | help"
)


DESK = FormDesk(ACTION_ITEM, WORD, VERBS, row, READERS, notes, group, edits=change_filled, rest="helpers")
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
