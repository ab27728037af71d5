"""The view of Home: one section after another, each a function that may be added to the list."""

from collections.abc import Callable

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items.noun import ACTION_ITEM
from bot.core.access import projects_of
from bot.core.context import PersonContext
from bot.texts import Texts
from handlers.action_items.form import NEW
from handlers.decisions.home import section as decisions
from handlers.home import items
from handlers.meetings import home as meetings
from handlers.people.preferences import home_section as reminders
from handlers.slack import ui

Section = Callable[[PersonContext, Texts], list[Block]]


def home(ctx: PersonContext, texts: Texts) -> View:
    if not projects_of(ctx.uow, ctx.who):
        return ui.home([ui.section(texts.home_no_project())])
    return ui.home([block for section in SECTIONS for block in section(ctx, texts)])


def channels(ctx: PersonContext) -> set[str]:
    """Those of all projects that Home shows something of."""
    return items.channels(ctx) | meetings.channels(ctx)


def new_action_item(ctx: PersonContext, texts: Texts) -> list[Block]:
    return [ui.actions(ui.button(texts.record_form(ACTION_ITEM, None), action=NEW, style="primary"))]


SECTIONS: tuple[Section, ...] = (
    new_action_item,
    items.waiting,
    items.mine,
    items.raised,
    meetings.section,
    decisions,
    reminders,
)
