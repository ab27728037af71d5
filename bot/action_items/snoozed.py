"""Until when somebody snoozed an item; it only reads, so that whatever shows items may ask."""

from datetime import UTC, date, datetime

from bot.action_items.dependencies import responsible_for
from bot.action_items.model import ActionItem
from bot.core.calendar import local
from bot.core.people import Person
from bot.core.ports import UnitOfWork

KIND = "action_snooze"
"""Of the job by which it comes back; `payload` has team, user, project, number and since when."""


def key(team: str, user: str, item: ActionItem) -> str:
    """The beginning of that job's key; the instant follows."""
    return f"{KIND}:{team}:{user}:{item.project_id}:{item.number}:"


def asleep(uow: UnitOfWork, person: Person, day: date) -> set[tuple[int, int]]:
    """Project and number of what they snoozed on a day before `day` until one after it."""
    asleep = set()
    for job in uow.jobs.starting(f"{KIND}:{person.team}:{person.user}:"):
        since = datetime.fromtimestamp(job.payload["since"], UTC)
        if local(since, person.zone).date() < day < local(job.due_at, person.zone).date():
            asleep.add((int(job.payload["project"]), int(job.payload["number"])))
    return asleep


def until(uow: UnitOfWork, now: datetime, item: ActionItem, team: str, user: str) -> datetime | None:
    """The moment it comes back to them; None when they did not snooze it, or need not see it any more."""
    if not item.open or responsible_for(item) != user:
        return None
    job = uow.jobs.next_of(key(team, user, item))
    # A job at work is open until it is noted: what it shows is not snoozed any more.
    return job.due_at if job is not None and job.due_at > now else None
