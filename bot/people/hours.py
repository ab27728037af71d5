"""A person's preferences, as they say them, and by them and by their absences when they may be sent
something."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, timedelta

from bot.core.calendar import PublicHolidays, country_of, local
from bot.core.context import PersonContext, excluded
from bot.core.errors import Misfilled
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.people.contact_hours import ContactHours
from bot.people.errors import MorningIsQuiet
from bot.people.preferences import (
    BY_ZONE,
    Absence,
    Absences,
    Preferences,
    PreferencesBook,
    Profile,
    Rule,
    WishesChanged,
    last_day_away,
    switched,
    with_profile,
)

DAY = timedelta(days=1)


def preferences_of(uow: UnitOfWork, person: Person) -> Preferences:
    """The person's own, or those of everybody who never chose any."""
    return uow.of(PreferencesBook).get(person.team, person.user) or Preferences(
        team=person.team, user=person.user
    )


def wants(uow: UnitOfWork, person: Person, rule: Rule) -> bool:
    return preferences_of(uow, person).wants(rule)


def country_for(preferences: Preferences, zone: str) -> str:
    """ISO code of the country whose public holidays are the person's days off; empty for none."""
    return country_of(zone) if preferences.country == BY_ZONE else preferences.country


def contact_hours_of(uow: UnitOfWork, person: Person, since: datetime) -> ContactHours:
    """All that decides when the person is sent something unasked, from `since` on."""
    first = local(since, person.zone).date() - DAY
    absences = uow.of(Absences).of_people(person.team, [person.user], first)
    return _hours(person, preferences_of(uow, person), absences)


def contact_hours_of_all(uow: UnitOfWork, them: Sequence[Person], since: datetime) -> dict[str, ContactHours]:
    """By user id; of one team."""
    if not them:
        return {}
    team, users = them[0].team, [each.user for each in them]
    chosen = uow.of(PreferencesBook).get_many(team, users)
    absences = uow.of(Absences).of_people(team, users, since.date() - 2 * DAY)
    return {
        each.user: _hours(
            each,
            chosen.get(each.user) or Preferences(team=team, user=each.user),
            [absence for absence in absences if absence.user == each.user],
        )
        for each in them
    }


def _hours(person: Person, preferences: Preferences, absences: Sequence[Absence]) -> ContactHours:
    holidays = PublicHolidays(country_for(preferences, person.zone))
    return ContactHours(preferences, holidays, absences, person.zone)


def next_moment(uow: UnitOfWork, person: Person, after: datetime) -> datetime:
    """The first moment, from `after` on, at which the person may be sent something unasked."""
    return contact_hours_of(uow, person, after).next_moment(after)


def absences_of(uow: UnitOfWork, team: str, users: Iterable[str | None], since: date) -> list[Absence]:
    """Those of these people that end on `since` or later."""
    wanted = {user for user in users if user}
    return uow.of(Absences).of_people(team, wanted, since) if wanted else []


def away_until(uow: UnitOfWork, team: str, users: Iterable[str], day: date) -> dict[str, date]:
    """Return the last day away of each of `users` who is away on `day`; the others are left out."""
    absences = absences_of(uow, team, users, day)
    last = {
        user: last_day_away((each for each in absences if each.user == user), day)
        for user in {absence.user for absence in absences}
    }
    return {user: until for user, until in last.items() if until is not None}


def to_change(ctx: PersonContext) -> Preferences:
    """The person's own, to be changed; raise NotAllowed for those who are reminded of nothing."""
    if ctx.who.kind is not Kind.member:
        raise excluded(ctx.who)
    return preferences_of(ctx.uow, ctx.who)


def save(ctx: PersonContext, wanted: Preferences) -> Preferences:
    """Keep them as the person's own; raise Misfilled for a morning that their quiet hours would put off."""
    to_change(ctx)
    if not wanted.awake(wanted.morning):
        raise Misfilled({"morning": MorningIsQuiet(wanted.quiet_from, wanted.quiet_until)})
    kept = wanted.evolve(team=ctx.who.team, user=ctx.who.user)
    ctx.uow.of(PreferencesBook).put(kept)
    ctx.publish(WishesChanged())
    return kept


def choose_profile(ctx: PersonContext, profile: Profile) -> Preferences:
    return save(ctx, with_profile(preferences_of(ctx.uow, ctx.who), profile))


def switch(ctx: PersonContext, rules: Iterable[Rule], *, on: bool) -> Preferences:
    """Turn rules off or on again; those that are the message itself stay on."""
    return save(ctx, switched(preferences_of(ctx.uow, ctx.who), rules, on=on))
