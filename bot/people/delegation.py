"""The deputy of somebody who will be away: who can be it, where they cannot help, and that they are told."""

from dataclasses import dataclass

from bot.core.calendar import local
from bot.core.changes import show_again
from bot.core.context import PersonContext, projects_of, sees
from bot.core.errors import UnknownPerson
from bot.core.jobs import Notice, absence_subject
from bot.core.people import check_can_own
from bot.core.project import Project
from bot.people.errors import DeputyElsewhere, OwnDeputy
from bot.people.ports import Absences
from bot.people.preferences import Absence
from bot.people.quiet_hours import notify, waits_until

NAMED = "absences.deputy"
"""Kind of the notice to who was named."""


@dataclass(frozen=True)
class Elsewhere:
    """A project that the deputy is not in, and who is asked there; None for nobody."""

    project: Project
    manager: str | None


def check_deputy(ctx: PersonContext, deputy: str) -> None:
    """Raise why this colleague cannot stand in for the person."""
    person = ctx.uow.people.get(ctx.who.team, deputy)
    if person is None:
        raise UnknownPerson(deputy)
    if person.user == ctx.who.user:
        raise OwnDeputy
    check_can_own(person, [person.user])
    if not any(sees(ctx.uow, person, project) for project in projects_of(ctx.uow, ctx.who)):
        raise DeputyElsewhere(person.name)


def elsewhere(ctx: PersonContext, deputy: str | None) -> list[Elsewhere]:
    """The person's projects that their deputy may not see."""
    person = ctx.uow.people.get(ctx.who.team, deputy) if deputy else None
    if person is None:
        return []
    return [
        Elsewhere(project, project.manager if _managed_by_another(ctx, project) else None)
        for project in projects_of(ctx.uow, ctx.who)
        if not sees(ctx.uow, person, project)
    ]


def away_too(ctx: PersonContext, absence: Absence) -> list[Absence]:
    """The deputy's own absences during this one."""
    if absence.deputy is None:
        return []
    theirs = ctx.uow.of(Absences).of_people(absence.team, [absence.deputy], ctx.own_today)
    return [each for each in theirs if each.overlaps(absence)]


def tell(ctx: PersonContext, absence: Absence) -> None:
    """Tell the deputy once, in their own hours, as long as it is of use."""
    deputy = ctx.uow.people.get(absence.team, absence.deputy) if absence.deputy else None
    if deputy is None or deputy.gone:
        return
    at = waits_until(ctx, deputy)
    if at is None or local(at, deputy.zone).date() <= absence.last:
        notify(ctx, _named(absence), ctx.now.isoformat())


def tell_again(ctx: PersonContext, absence: Absence) -> None:
    """Bring what the deputy was told up to date."""
    if absence.deputy:
        show_again(ctx, _named(absence), f"again:{ctx.now.isoformat()}")


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


def _managed_by_another(ctx: PersonContext, project: Project) -> bool:
    """Whether somebody else manages it, and sees it."""
    manager = ctx.uow.people.get(project.team, project.manager)
    return manager is not None and manager.user != ctx.who.user and sees(ctx.uow, manager, project)
