"""A person says how he wants to be reminded; his next morning is by it at once."""

from collections.abc import Iterable
from datetime import datetime

from bot.core.errors import Misfilled, NotAllowed
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.people.errors import MorningIsQuiet
from bot.people.facts import WishesChanged
from bot.people.hours import preferences_of
from bot.people.ports import PreferencesBook
from bot.people.preferences import Preferences, Profile, Rule, switched, with_profile


def to_change(uow: UnitOfWork, who: Person) -> Preferences:
    """His, which he may change; raise NotAllowed for who is reminded of nothing."""
    if who.kind is not Kind.member:
        raise NotAllowed
    return preferences_of(uow, who)


def save(uow: UnitOfWork, now: datetime, who: Person, wanted: Preferences) -> Preferences:
    """Keep them as his; raise Misfilled for a morning that his quiet hours would put off."""
    to_change(uow, who)
    if not wanted.awake(wanted.morning):
        raise Misfilled({"morning": MorningIsQuiet(wanted.quiet_from, wanted.quiet_until)})
    kept = wanted.model_copy(update={"team": who.team, "user": who.user})
    uow.of(PreferencesBook).put(kept)
    uow.publish(now, WishesChanged(who))
    return kept


def choose_profile(uow: UnitOfWork, now: datetime, who: Person, profile: Profile) -> Preferences:
    return save(uow, now, who, with_profile(preferences_of(uow, who), profile))


def switch(uow: UnitOfWork, now: datetime, who: Person, rules: Iterable[Rule], *, on: bool) -> Preferences:
    """Turn rules off or on again; those that are the message itself stay on."""
    return save(uow, now, who, switched(preferences_of(uow, who), rules, on=on))
