"""Covering for somebody who is away: their deputy, or else the project manager."""

from collections.abc import Iterable, Sequence
from datetime import date

from bot.core.access import sees
from bot.core.context import PersonContext
from bot.core.people import Person
from bot.core.project import Project
from bot.people.absences import away_until
from bot.people.hours import wants
from bot.people.ports import Absences
from bot.people.preferences import Absence, Rule


def covered_by(
    ctx: PersonContext, projects: Sequence[Project], day: date
) -> list[tuple[Person, list[Project]]]:
    """The people away on `day` whose items the person looks after, each with those of `projects`, which the
    person sees, that this is about. For somebody who named no deputy nobody is asked."""
    who = ctx.who
    if away_until(ctx.uow, who.team, [who.user], day):
        return []
    managed = [project for project in projects if project.manager == who.user]
    named = ctx.uow.of(Absences).of_deputy(who.team, who.user, day)
    found = [
        *((absence, list(projects)) for absence in named),
        *((absence, _left_over(ctx, absence, managed, day)) for absence in _of_teams(ctx, managed, day)),
    ]
    return [
        (absent, entrusted)
        for absence, entrusted in found
        if entrusted and absence.holds(day) and (absent := _working_here(ctx, absence))
    ]


def _of_teams(ctx: PersonContext, managed: Sequence[Project], day: date) -> Iterable[Absence]:
    """Absences of people in projects that one person manages, for whom somebody else is the deputy."""
    if not managed:
        return []
    teams = (ctx.uow.people.members(project.team, project.channel) for project in managed)
    absences = ctx.uow.of(Absences).of_people(managed[0].team, set[str]().union(*teams), day)
    return [each for each in absences if each.deputy not in (None, managed[0].manager)]


def _left_over(ctx: PersonContext, absence: Absence, managed: Sequence[Project], day: date) -> list[Project]:
    """Those that the deputy, away too, gone, not in it or without bundles, cannot look after on `day`."""
    deputy = ctx.uow.people.get(absence.team, absence.deputy or "")
    if deputy is None or away_until(ctx.uow, deputy.team, [deputy.user], day):
        return list(managed)
    if not wants(ctx.uow, deputy, Rule.bundle):
        return list(managed)
    return [each for each in managed if not sees(ctx.uow, deputy, each)]


def _working_here(ctx: PersonContext, absence: Absence) -> Person | None:
    absent = ctx.uow.people.get(absence.team, absence.user)
    return None if absent is None or absent.gone else absent
