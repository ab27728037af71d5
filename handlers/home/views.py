"""How Home looks: one section after another, each a function that may be added to the list."""

from collections.abc import Callable
from datetime import datetime

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.domain.people import Person
from bot.text.texts import Texts
from bot.usecases.home import Mine, my_action_items
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import projects_of
from handlers import ui
from handlers.action_items.filling import NEW
from handlers.action_items.lists import short
from handlers.action_items.views import done_button, edit_button
from handlers.meetings.home import section as meetings
from handlers.reminders.settings import home_section as reminders

Section = Callable[[UnitOfWork, Person, Texts, datetime], list[Block]]

MOST_ITEMS = 25


def home(uow: UnitOfWork, person: Person, texts: Texts, now: datetime) -> View:
    if not projects_of(uow, person):
        return ui.home([ui.section(texts.home_no_project())])
    return ui.home([block for section in SECTIONS for block in section(uow, person, texts, now)])


def new_action_item(uow: UnitOfWork, person: Person, texts: Texts, now: datetime) -> list[Block]:
    return [ui.actions(ui.button(texts.action_form_new(), action=NEW, style="primary"))]


def action_items(uow: UnitOfWork, person: Person, texts: Texts, now: datetime) -> list[Block]:
    """His open ones, overdue first, each with its buttons."""
    blocks: list[Block] = [ui.header(texts.my_action_items())]
    groups, left = my_action_items(uow, now, person), MOST_ITEMS
    if not groups:
        return [*blocks, ui.section(texts.no_action_items())]
    for group, mine in groups.items():
        if left:
            blocks.append(ui.context(f"*{texts.action_list_group(group)}*"))
        for each in mine[:left]:
            blocks += _item(each, texts)
        left -= len(mine[:left])
    more = sum(map(len, groups.values())) - MOST_ITEMS
    return [*blocks, *([ui.context(texts.home_more(more))] if more > 0 else [])]


def _item(mine: Mine, texts: Texts) -> list[Block]:
    line = texts.action_item_of_mine(short(mine.item), mine.today, mine.project.channel)
    return [
        ui.section(line),
        ui.actions(done_button(mine.item, texts), edit_button(mine.item, texts)),
    ]


SECTIONS: tuple[Section, ...] = (new_action_item, action_items, meetings, reminders)
