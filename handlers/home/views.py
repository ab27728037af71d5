"""The view of Home: how much there is, then one section after another."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.home.overview import Overview, Standing, look
from bot.texts import Texts
from handlers.action_items.form import NEW
from handlers.availability.listeners import home_section as calendars
from handlers.decisions.listeners import in_home as decisions
from handlers.home import items
from handlers.meetings import home as meetings
from handlers.people.preferences import home_section as reminders
from handlers.people.why_views import SETTINGS
from handlers.slack import ui

LIST = "home.list"
"""Its button's value is the project's id."""
MOST_PROJECTS = 6


def home(ctx: PersonContext, texts: Texts) -> View:
    """Of the 100 blocks that Slack takes, 100 at most."""
    found = look(ctx)
    if not found.projects:
        return ui.home([ui.section(texts.home_no_project())])
    return ui.home(
        [
            *_head(found, texts),
            *items.answers_wanted(ctx, found, texts),
            ui.header(texts.my_action_items()),
            *items.mine(found.mine, texts),
            *items.waiting(ctx, found.awaited, texts),
            *items.added(ctx, found.late, texts),
            *_projects(ctx, found.standings, texts),
            *meetings.section(ctx, found.meetings, texts),
            *calendars(ctx, texts, meets=bool(found.meetings or found.invited)),
            *decisions(ctx, found.projects, texts),
            *reminders(ctx, texts),
        ]
    )


def channels(ctx: PersonContext) -> set[str]:
    """Those of all projects that Home shows something of."""
    found = look(ctx)
    of_items = [each for part in (found.asked, found.mine, found.awaited, found.late) for each in part.items]
    shown = {
        *(each.project.id for each in of_items),
        *(each.project.id for each in found.decide[: items.MOST_DECIDED]),
        *(each.project.id for each in found.standings[:MOST_PROJECTS]),
        *(each.project_id for each in found.invited[: items.MOST_INVITED]),
        *(each.project_id for each in found.polls[: items.MOST_POLLS]),
        *(each.project_id for each in meetings.coming_week(ctx, found.meetings)[: meetings.MOST]),
    }
    return {project.channel for project in found.projects if project.id in shown}


def _head(found: Overview, texts: Texts) -> list[Block]:
    new = ui.button(texts.home_new(), action=NEW, style="primary")
    settings = ui.button(texts.home_settings(), action=SETTINGS)
    return [ui.section(texts.home_counts(found.groups)), ui.actions(new, settings)]


def _projects(ctx: PersonContext, standings: list[Standing], texts: Texts) -> list[Block]:
    rows: list[Block] = []
    for each in standings[:MOST_PROJECTS]:
        told = texts.home_project(each, local(ctx.now, ctx.who.zone).date(), ctx.who.zone)
        button = ui.button(texts.home_open_list(), action=LIST, value=str(each.project.id))
        rows.append(ui.section(told, accessory=button))
    more = len(standings) - MOST_PROJECTS
    title = [ui.header(texts.home_projects())] if rows else []
    return [*title, *rows, *([ui.context(texts.and_more(more))] if more > 0 else [])]
