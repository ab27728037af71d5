"""How Home looks: one section after another, each a function that may be added to the list."""

from collections.abc import Callable
from datetime import datetime

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.core.access import projects_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.texts import Texts
from handlers.action_items.form_listeners import NEW
from handlers.home import items
from handlers.meetings.home import section as meetings
from handlers.people.preferences import home_section as reminders
from handlers.slack import ui

Section = Callable[[UnitOfWork, Person, Texts, datetime], list[Block]]


def home(uow: UnitOfWork, person: Person, texts: Texts, now: datetime) -> View:
    if not projects_of(uow, person):
        return ui.home([ui.section(texts.home_no_project())])
    return ui.home([block for section in SECTIONS for block in section(uow, person, texts, now)])


def new_action_item(uow: UnitOfWork, person: Person, texts: Texts, now: datetime) -> list[Block]:
    return [ui.actions(ui.button(texts.action_form_new(), action=NEW, style="primary"))]


SECTIONS: tuple[Section, ...] = (
    new_action_item,
    items.waiting,
    items.mine,
    items.raised,
    meetings,
    reminders,
)
