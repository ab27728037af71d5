"""Somebody opens Home."""

from bot.core.jobs import Job
from handlers.home import views
from handlers.slack.registry import Registry
from handlers.slack.request import SlackEvent


def register(registry: Registry) -> None:
    registry.home, registry.home_channels = views.home, views.channels
    registry.event("app_home_opened", opened)


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
