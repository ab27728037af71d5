"""Who is asked instead of somebody who is away: his deputy, or else the project manager."""

from collections.abc import Sequence
from datetime import date

from bot.domain.people import Person, may_see
from bot.domain.preferences import Absence
from bot.domain.projects import Project
from bot.usecases.absences import away_until
from bot.usecases.ports import UnitOfWork


def charges_of(
    uow: UnitOfWork, person: Person, projects: Sequence[Project], day: date
) -> list[tuple[Person, list[Project]]]:
    """Who is away on `day` and whose items of which `projects` are this person's to look after."""
    absences = {each.id: each for each in _named(uow, person, day)}
    managed = [project for project in projects if project.manager == person.user]
    for project in managed:
        members = uow.people.members(project.team, project.channel)
        absences |= {each.id: each for each in uow.absences.of_people(person.team, members, day)}
    found = []
    for absence in absences.values():
        absent = uow.people.get(absence.team, absence.user)
        if absent is None or absent.gone or not absence.holds(day):
            continue
        entrusted = [each for each in projects if stand_in(uow, absence, each, day) == person.user]
        if entrusted:
            found.append((absent, entrusted))
    return found


def stand_in(uow: UnitOfWork, absence: Absence, project: Project, day: date) -> str | None:
    """Who is asked on `day` for what the absent one owns in `project`.

    Nobody, when he named no deputy, or when neither the deputy nor the project manager is there.
    """
    if absence.deputy is None:
        return None
    either = (absence.deputy, project.manager)
    away = away_until(uow, absence.team, either, day)
    return next(
        (
            user
            for user in either
            if user != absence.user and user not in away and _present(uow, user, project)
        ),
        None,
    )


def _named(uow: UnitOfWork, person: Person, day: date) -> list[Absence]:
    return uow.absences.of_deputy(person.team, person.user, day)


def _present(uow: UnitOfWork, user: str, project: Project) -> bool:
    person = uow.people.get(project.team, user)
    return person is not None and may_see(person, uow.people.members(project.team, project.channel))
