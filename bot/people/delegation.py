"""The deputy of somebody who will be away: who can be it, where he cannot help, and that he is told."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from bot.core.access import projects_of, sees
from bot.core.calendar import instant
from bot.core.changes import show_again
from bot.core.errors import PersonGone, PersonIsBot, PersonIsGuest, UnknownPerson
from bot.core.jobs import Notice, absence_subject, post
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.people.errors import DeputyElsewhere, OwnDeputy
from bot.people.hours import next_moment
from bot.people.ports import Absences
from bot.people.preferences import Absence

NAMED = "absences.deputy"
"""Kind of the notice to who was named."""
DAY = timedelta(days=1)


@dataclass(frozen=True)
class Elsewhere:
    """A project that the deputy is not in, and who is asked there; None for nobody."""

    project: Project
    manager: str | None


def check_deputy(uow: UnitOfWork, who: Person, deputy: str) -> None:
    """Raise why this colleague cannot stand in for `who`."""
    person = uow.people.get(who.team, deputy)
    if person is None:
        raise UnknownPerson(deputy)
    if person.user == who.user:
        raise OwnDeputy
    if person.gone:
        raise PersonGone(person.name)
    if person.kind is Kind.bot:
        raise PersonIsBot(person.name)
    if person.kind is not Kind.member:
        raise PersonIsGuest(person.name)
    if not any(sees(uow, person, project) for project in projects_of(uow, who)):
        raise DeputyElsewhere(person.name)


def elsewhere(uow: UnitOfWork, who: Person, deputy: str | None) -> list[Elsewhere]:
    """The projects of `who` that his deputy may not see."""
    person = uow.people.get(who.team, deputy) if deputy else None
    if person is None:
        return []
    return [
        Elsewhere(project, project.manager if _manages(uow, who, project) else None)
        for project in projects_of(uow, who)
        if not sees(uow, person, project)
    ]


def away_too(uow: UnitOfWork, absence: Absence, today: date) -> list[Absence]:
    """When the deputy is away himself."""
    if absence.deputy is None:
        return []
    theirs = uow.of(Absences).of_people(absence.team, [absence.deputy], today)
    return [each for each in theirs if each.overlaps(absence)]


def tell(uow: UnitOfWork, now: datetime, absence: Absence) -> None:
    """Once, in his own hours, as long as it is of use."""
    deputy = uow.people.get(absence.team, absence.deputy) if absence.deputy else None
    if deputy is None or deputy.gone:
        return
    over = instant(datetime.combine(absence.last + DAY, time()), deputy.zone)
    at = next_moment(uow, deputy, now)
    uow.jobs.add(post(_named(absence), now.isoformat(), at, expires_at=over))


def tell_again(uow: UnitOfWork, now: datetime, absence: Absence) -> None:
    """Where he was told, he reads how it is now."""
    if absence.deputy:
        show_again(uow, now, _named(absence), f"again:{now.isoformat()}")


def _named(absence: Absence) -> Notice:
    """With its days, as ids of what is gone are given anew."""
    days = {"first": absence.first.isoformat(), "last": absence.last.isoformat()}
    about = {"absence": absence.id, "user": absence.user, **days}
    return Notice(
        kind=NAMED,
        team=absence.team,
        to=absence.deputy or "",
        about=about,
        goes_with=absence_subject(absence.id),
    )


def _manages(uow: UnitOfWork, who: Person, project: Project) -> bool:
    manager = uow.people.get(project.team, project.manager)
    return manager is not None and manager.user != who.user and sees(uow, manager, project)
