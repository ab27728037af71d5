"""Somebody opens Home; the clock says good morning."""

from bot.domain.jobs import Job
from bot.usecases import morning
from handlers.home import notices, views
from handlers.registry import Registry
from handlers.request import Happening


def register(registry: Registry) -> None:
    registry.home = views.home
    registry.event("app_home_opened", opened)
    registry.notice(morning.KIND, notices.morning)


def opened(happening: Happening) -> None:
    """Drawn by a job, so that Slack's pace and refusals are the sender's care."""
    if happening.event.get("tab", "home") != "home":
        return
    who = happening.who
    happening.uow.jobs.add(
        Job(
            key=f"home:{who.team}:{who.user}:{happening.event['event_ts']}",
            kind="home",
            lane=f"home:{who.team}:{who.user}",
            payload={"team": who.team, "user": who.user},
            due_at=happening.now,
        )
    )
