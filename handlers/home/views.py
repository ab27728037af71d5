"""Home: what concerns somebody in all their projects."""

from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from bot.action_items.noun import ACTION_ITEM
from bot.core import records
from bot.core.calendar import local
from bot.core.context import PersonContext
from bot.core.jobs import job_of
from bot.core.nouns import NameOf
from bot.core.record_lists import Wanted
from bot.home.overview import Mine, Overview, Part, Standing, in_groups, look
from bot.texts import Texts
from handlers.action_items import views
from handlers.action_items.answers import answers
from handlers.action_items.desk import DESK, NEW
from handlers.availability.listeners import home_section as calendars
from handlers.decisions.listeners import in_home as decisions
from handlers.escalations.listeners import decision
from handlers.meetings import home as meetings
from handlers.people.preferences import home_section as reminders
from handlers.people.why import SETTINGS
from handlers.polls import views as polls
from handlers.records.lists import listing
from handlers.slack import ui
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply, Say
from handlers.slack.request import Click, See, SlackEvent, names

LIST = "home.list"
"""Its button's value is the project's id."""
MOST_PROJECTS = 6
MOST_DECIDED, MOST_INVITED, MOST_POLLS = 3, 3, 2
REASON = 150
"""Characters of a reason within a line."""


def register(registry: Registry) -> None:
    registry.home, registry.home_channels = home, channels
    registry.event("app_home_opened", opened)
    registry.click(LIST, list_pressed)


def list_pressed(request: Click) -> Reply:
    """The open items of a project, in a view of their own."""
    ctx = request.of(int(request.value))
    page = records.listed(ctx, ACTION_ITEM, Wanted())
    typed = f"/spil {DESK.command.in_language(request.who.language)}"
    return Say(listing(DESK, page, See(ctx, request.texts), typed))


def opened(request: SlackEvent) -> None:
    """Drawn by a job, so that Slack's pace and refusals are the sender's care."""
    if request.event.get("tab", "home") != "home":
        return
    who = request.who
    lane, about = f"home:{who.team}:{who.user}", {"team": who.team, "user": who.user}
    request.uow.jobs.add(job_of("home", f"{lane}:{request.event['event_ts']}", lane, about, request.now))


def home(ctx: PersonContext, texts: Texts) -> View:
    """Of the 100 blocks that Slack takes, 100 at most."""
    found = look(ctx)
    if not found.projects:
        return ui.home([ui.section(texts.home_no_project())])
    return ui.home(
        [
            *_head(found, texts),
            *answers_wanted(ctx, found, texts),
            ui.header(texts.my_action_items()),
            *mine(found.mine, texts),
            *waiting(ctx, found.awaited, texts),
            *added(ctx, found.late, texts),
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
        *(each.project.id for each in found.decide[:MOST_DECIDED]),
        *(each.project.id for each in found.standings[:MOST_PROJECTS]),
        *(each.project_id for each in found.invited[:MOST_INVITED]),
        *(each.project_id for each in found.polls[:MOST_POLLS]),
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


def answers_wanted(ctx: PersonContext, found: Overview, texts: Texts) -> list[Block]:
    """What owners ask, what a manager has to decide, invitations and polls; nothing when nobody waits."""
    name_of = names(ctx.uow, ctx.who.team)
    blocks: list[Block] = []
    for each in found.asked.items:
        blocks += _asked(each, name_of, texts)
    for index, question in enumerate(found.decide[:MOST_DECIDED]):
        blocks += decision(ctx.uow, question, texts, ctx.now, index)
    blocks += meetings.rows(ctx, found.invited[:MOST_INVITED], texts)
    blocks += polls.rows(ctx, found.polls[:MOST_POLLS], texts)
    more = found.asked.more + len(found.decide[MOST_DECIDED:]) + len(found.invited[MOST_INVITED:])
    more += len(found.polls[MOST_POLLS:])
    return _headed(texts.home_answers(), blocks, texts.and_more(more) if more else "")


def mine(part: Part, texts: Texts) -> list[Block]:
    """The person's open ones, late first, each with its buttons."""
    if not part.items:
        return [ui.section(texts.no_action_items())]
    blocks: list[Block] = []
    for group, items in in_groups(part.items).items():
        blocks.append(ui.context(f"*{texts.action_list_group(group)}*"))
        for each in items:
            blocks += _mine(each, texts)
    return [*blocks, *([ui.context(texts.home_more(part.more))] if part.more else [])]


def waiting(ctx: PersonContext, part: Part, texts: Texts) -> list[Block]:
    """Others' items that wait for one of the person's; nothing when there are none."""
    name_of = names(ctx.uow, ctx.who.team)
    rows: list[Block] = [
        ui.section(
            texts.home_awaited(
                views.short(each.item), ui.clip(name_of(each.item.owner), views.NAME), each.project.channel
            )
        )
        for each in part.items
    ]
    return _headed(texts.home_waiting(), rows, texts.and_more(part.more) if part.more else "")


def added(ctx: PersonContext, part: Part, texts: Texts) -> list[Block]:
    """What the person added for others and is late; nothing when nothing is."""
    name_of = names(ctx.uow, ctx.who.team)
    rows: list[Block] = []
    for each in part.items:
        owner = ui.clip(name_of(each.item.owner), views.NAME)
        told = texts.home_added_row(views.short(each.item), each.today, owner, each.project.channel)
        rows.append(ui.section(told, accessory=views.edit_button(each.item, texts)))
    return _headed(texts.home_added(), rows, texts.home_added_more(part.more) if part.more else "")


def _headed(title: str, rows: list[Block], more: str) -> list[Block]:
    return [ui.header(title), *rows, *([ui.context(more)] if more else [])] if rows else []


def _mine(each: Mine, texts: Texts) -> list[Block]:
    item = each.item
    rare = [
        ui.option(label, f"{item.ref}:{action}")
        for action, label in (
            (views.OTHER_DATE, texts.other_date()),
            (views.EDIT, texts.edit()),
            (views.NOT_MINE, texts.not_mine()),
        )
    ]
    return [
        ui.section(texts.home_row(views.short(item), each.today, each.project.channel)),
        ui.actions(views.done_button(item, texts, style=None), ui.overflow(rare, action=views.MORE)),
    ]


def _asked(each: Mine, name_of: NameOf, texts: Texts) -> list[Block]:
    """The question, with the answers that stand in its direct message too."""
    offer = each.item.offered
    assert offer is not None
    brief = offer.evolve(reason=ui.clip(offer.reason, REASON))
    names = name_of(offer.by), name_of(offer.owner)
    question = texts.offer_question(each.item, brief, *names, each.today)
    about = texts.offer_about(views.short(each.item), each.project.channel)
    buttons = answers(each.item, offer, texts, names[0], each.today)
    return [ui.section(f"{question}\n{about}"), ui.actions(*buttons)]
