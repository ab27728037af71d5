"""Absences as they are typed; and deputies: who can be one, where they cannot help, that they are told, and
who covers for somebody who is away."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.calendar import local
from bot.core.context import PersonContext, excluded, may_see, projects_of, sees, show_again
from bot.core.errors import InThePast, NothingToUndo, TooFar, UnknownPerson
from bot.core.jobs import Notice, absence_subject
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.project import Project, check_can_own
from bot.dates.reader import read_span
from bot.dates.values import Unreadable
from bot.people.errors import AwayTooLong, DeputyElsewhere, OwnDeputy
from bot.people.preferences import (
    Absence,
    Absences,
    AbsencesChanged,
    Preferences,
    PreferencesBook,
    Profile,
    Rule,
    last_day_away,
    merged,
)
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
    """By day, the people away whose items they look after in `projects`; without a deputy nobody does."""
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


MOST = timedelta(days=730)
AHEAD = timedelta(days=3653)
"""Ten years."""


@dataclass(frozen=True)
class Taken:
    """An absence as it is kept, and all that its owner should know of it."""

    absence: Absence
    replaced: list[Absence]
    elsewhere: list[Elsewhere]
    deputy_away: list[Absence]


def read_days(phrase: str, now: datetime, who: Person) -> tuple[date, date]:
    """Read the first and last day, in any language; raise Unreadable or Ambiguous."""
    for language in dict.fromkeys([who.language, *Language]):
        try:
            return read_span(phrase, now, who.zone, language)
        except Unreadable:
            continue
    raise Unreadable(phrase)


def go_away(ctx: PersonContext, first: date, last: date, deputy: str | None) -> Taken:
    """Keep it, and tell the deputy once; raise what is wrong with the days or the deputy."""
    who, today = ctx.who, ctx.own_today
    if who.kind is not Kind.member:
        raise excluded(who)
    if last < today:
        raise InThePast(last, today)
    if last - first > MOST:
        raise AwayTooLong(MOST.days)
    if last > today + AHEAD:
        raise TooFar(last, today + AHEAD, today)
    if deputy is not None:
        check_deputy(ctx, deputy)
    typed = Absence(team=who.team, user=who.user, first=first, last=last, deputy=deputy)
    absence, replaced = merged(typed, mine(ctx))
    same = [each for each in replaced if each.evolve(id=0) == absence]
    if same:
        kept, replaced = same[0], []
    else:
        [kept] = _replace(ctx, replaced, [absence])
    return Taken(kept, replaced, elsewhere(ctx, kept.deputy), away_too(ctx, kept))


def take_back(ctx: PersonContext, absence: Absence, again: Sequence[Absence] = ()) -> None:
    """Remove it and keep `again`, which it replaced; raise NothingToUndo when it is gone or changed."""
    own = (absence.team, absence.user) == (ctx.who.team, ctx.who.user)
    if not own or ctx.uow.of(Absences).get(absence.id) != absence:
        raise NothingToUndo
    _replace(ctx, [absence], again)


def mine(ctx: PersonContext) -> list[Absence]:
    """The person's own that are not over, by their first day."""
    return ctx.uow.of(Absences).of_people(ctx.who.team, [ctx.who.user], ctx.own_today)


def entrusted_to(ctx: PersonContext) -> list[Absence]:
    """Those of others, not over, for which the person is the deputy."""
    return ctx.uow.of(Absences).of_deputy(ctx.who.team, ctx.who.user, ctx.own_today)


def _replace(ctx: PersonContext, old: Sequence[Absence], new: Sequence[Absence]) -> list[Absence]:
    """Keep `new` instead of `old`; tell deputies, and whoever's mornings depend on it."""
    for absence in old:
        ctx.uow.of(Absences).remove(absence.id)
    kept = [ctx.uow.of(Absences).add(absence) for absence in new]
    for absence in kept:
        tell(ctx, absence)
    for absence in old:
        tell_again(ctx, absence)
    deputies = frozenset(absence.deputy for absence in kept if absence.deputy)
    ctx.publish(AbsencesChanged(deputies))
    return kept
