"""The morning message: at 9:00 on each person's own clock, what is his and due; silent when nothing is."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from bot.domain.action_items import ActionItem
from bot.domain.calendar import instant, local, next_daily
from bot.domain.jobs import Job, Notice, post
from bot.domain.people import Person
from bot.domain.projects import Project
from bot.usecases.changes import show_again
from bot.usecases.ports import UnitOfWork
from bot.usecases.rights import projects_of

KIND = "morning"
AT, UNTIL = time(9), time(18)
"""His own hours: never before, and after a standstill or a journey not in the evening."""
STAYS_CURRENT = 4
"""Days for which a morning message is kept up to date: over a weekend, until the next one."""


@dataclass(frozen=True)
class Bundle:
    """What is somebody's on one day."""

    overdue: list[ActionItem] = field(default_factory=list)
    today: list[ActionItem] = field(default_factory=list)
    tomorrow: list[ActionItem] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.overdue or self.today or self.tomorrow)


def ensure(uow: UnitOfWork, now: datetime, person: Person) -> None:
    """Plan his next morning, once: its key is the instant, so a changed zone makes a new fact."""
    due_at = next_daily(now, AT, person.zone)
    uow.jobs.add(
        Job(
            key=f"{KIND}:{person.team}:{person.user}:{due_at:%Y-%m-%dT%H:%M}Z",
            kind=KIND,
            lane=f"{KIND}:{person.team}:{person.user}",
            payload={"team": person.team, "user": person.user},
            due_at=due_at,
        )
    )


def item_changed(uow: UnitOfWork, now: datetime, person: Person, occasion: object) -> None:
    """He has items: he has mornings, and the last of them shows the change."""
    ensure(uow, now, person)
    today = local(now, person.zone).date()
    for notice in (_notice(person, today - timedelta(days=ago)) for ago in range(STAYS_CURRENT)):
        if show_again(uow, now, notice, occasion):
            return


def run(uow: UnitOfWork, now: datetime, job: Job) -> None:
    """Show today's bundle and plan the next morning.

    The job itself never expires, or a weekend of standstill would end all mornings to come; what it
    shows is the day on which it runs, and that message expires when his working day is over.
    """
    person = uow.people.get(job.payload["team"], job.payload["user"])
    if person is None or person.gone:
        return
    here = local(now, person.zone)
    if AT <= here.time() < UNTIL and bundle(uow, person, here.date()):
        evening = instant(datetime.combine(here.date(), UNTIL), person.zone)
        uow.jobs.add(post(_notice(person, here.date()), job.key, now, expires_at=evening))
    # Also for what he may not see just now: we, or he, may be outside the channel for a day.
    if _owned(uow, person, [project for project in uow.projects.all() if project.team == person.team]):
        ensure(uow, now, person)


def bundle(uow: UnitOfWork, person: Person, day: date) -> Bundle:
    """His open items of the projects that he may see and that work on `day`, by due date."""
    working = [project for project in projects_of(uow, person) if day.weekday() in project.working_days]
    items = [item for item in _owned(uow, person, working) if item.due is not None]
    return Bundle(
        overdue=[item for item in items if item.overdue(day)],
        today=[item for item in items if item.due == day],
        tomorrow=[item for item in items if item.due == day + timedelta(days=1)],
    )


def _owned(uow: UnitOfWork, person: Person, projects: list[Project]) -> list[ActionItem]:
    return uow.action_items.open_of_owner([project.id for project in projects], person.user)


def _notice(person: Person, day: date) -> Notice:
    return Notice(kind=KIND, team=person.team, to=person.user, about={"day": day.isoformat()})
