"""Somebody opens Home."""

from bot.action_items.noun import ACTION_ITEM
from bot.core import records
from bot.core.jobs import Job
from bot.core.record_lists import Wanted
from handlers.action_items.form import DESK
from handlers.home import views
from handlers.records.desk import See
from handlers.records.lists import listing
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply, Say
from handlers.slack.request import Click, SlackEvent


def register(registry: Registry) -> None:
    registry.home, registry.home_channels = views.home, views.channels
    registry.event("app_home_opened", opened)
    registry.click(views.LIST, list_pressed)


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
    request.uow.jobs.add(
        Job(
            key=f"home:{who.team}:{who.user}:{request.event['event_ts']}",
            kind="home",
            lane=f"home:{who.team}:{who.user}",
            payload={"team": who.team, "user": who.user},
            due_at=request.now,
        )
    )
