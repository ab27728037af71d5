"""Covering for somebody who is away: their deputy, or else the project manager."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.core.context import PersonContext
from bot.core.people import Person, may_see
from bot.core.project import Project
from bot.people.ports import Absences, PreferencesBook
from bot.people.preferences import Absence, Preferences, Profile, Rule, last_day_away


@dataclass(frozen=True)
class Cover:
    """Somebody who is away on a day, and the projects in which another looks after their items."""

    absent: Person
    profile: Profile
    until: date
    projects: list[Project]


@dataclass(frozen=True)
class _Known:
    """All that covering depends on, read once for several days."""

    people: Mapping[str, Person]
    preferences: Mapping[str, Preferences]
    absences: Sequence[Absence]
    members: Mapping[str, Collection[str]]

    def away_until(self, user: str, day: date) -> date | None:
        return last_day_away((each for each in self.absences if each.user == user), day)

    def profile_of(self, person: Person) -> Profile:
        wishes = self.preferences.get(person.user)
        return Profile(wishes.profile) if wishes else Profile.standard


def covered(ctx: PersonContext, projects: Sequence[Project], days: Sequence[date]) -> dict[date, list[Cover]]:
    """By day, the people away whose items the person looks after in `projects`, which the person sees.

    For somebody who named no deputy nobody is asked."""
    who, since, book = ctx.who, min(days), ctx.uow.of(Absences)
    channels = {project.channel for project in projects if project.manager == who.user}
    members = ctx.uow.people.members_of(who.team, channels) if channels else {}
    named = book.of_deputy(who.team, who.user, since)
    absences = book.of_people(who.team, {who.user}.union(*members.values()), since)
    of_teams = [each for each in absences if each.deputy not in (None, who.user)]
    if not named and not of_teams:
        return {}
    others = {user for each in (*named, *of_teams) for user in (each.user, each.deputy) if user}
    known = _Known(
        ctx.uow.people.get_many(who.team, others),
        ctx.uow.of(PreferencesBook).get_many(who.team, others),
        book.of_people(who.team, others | {who.user}, since),
        members,
    )
    return {
        day: _on(day, who, [each for each in projects if each.works(day)], (named, of_teams), known)
        for day in days
        if not known.away_until(who.user, day)
    }


def _on(
    day: date,
    who: Person,
    projects: list[Project],
    absences: tuple[Sequence[Absence], Sequence[Absence]],
    known: _Known,
) -> list[Cover]:
    """`absences`: for which they are the deputy, and those of teams for which somebody else is."""
    managed = [project for project in projects if project.manager == who.user]
    team = set[str]().union(*(known.members[project.channel] for project in managed))
    named, of_teams = ([each for each in some if each.holds(day)] for some in absences)
    found = [
        *((absence, projects) for absence in named),
        *((each, _left_over(each, managed, day, known)) for each in of_teams if each.user in team),
    ]
    return [
        Cover(absent, known.profile_of(absent), known.away_until(absent.user, day) or absence.last, entrusted)
        for absence, entrusted in found
        if entrusted and (absent := known.people.get(absence.user)) and not absent.gone
    ]


def _left_over(absence: Absence, managed: list[Project], day: date, known: _Known) -> list[Project]:
    """Those that the deputy, away too, gone, not in it or without bundles, cannot look after on `day`."""
    deputy = known.people.get(absence.deputy or "")
    if deputy is None or known.away_until(deputy.user, day):
        return managed
    wishes = known.preferences.get(deputy.user)
    if wishes and not wishes.wants(Rule.bundle):
        return managed
    return [each for each in managed if not may_see(deputy, known.members[each.channel])]
