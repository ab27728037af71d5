"""A person's preferences, and by them when they may be sent something."""

from datetime import datetime, timedelta

from bot.core.calendar import local
from bot.core.holidays import PublicHolidays, country_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.people.contact_hours import ContactHours
from bot.people.ports import Absences, PreferencesBook
from bot.people.preferences import BY_ZONE, Preferences, Rule

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
    preferences = preferences_of(uow, person)
    first = local(since, person.zone).date() - DAY
    absences = uow.of(Absences).of_people(person.team, [person.user], first)
    holidays = PublicHolidays(country_for(preferences, person.zone))
    return ContactHours(preferences, holidays, absences, person.zone)


def next_moment(uow: UnitOfWork, person: Person, after: datetime) -> datetime:
    """The first moment, from `after` on, at which the person may be sent something unasked."""
    return contact_hours_of(uow, person, after).next_moment(after)
