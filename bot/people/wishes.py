"""A person says how they want to be reminded; their next morning is by it at once."""

from collections.abc import Iterable

from bot.core.context import PersonContext, excluded
from bot.core.errors import Misfilled
from bot.core.people import Kind
from bot.people.errors import MorningIsQuiet
from bot.people.hours import preferences_of
from bot.people.ports import PreferencesBook
from bot.people.preferences import Preferences, Profile, Rule, WishesChanged, switched, with_profile


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
    kept = wanted.model_copy(update={"team": ctx.who.team, "user": ctx.who.user})
    ctx.uow.of(PreferencesBook).put(kept)
    ctx.publish(WishesChanged())
    return kept


def choose_profile(ctx: PersonContext, profile: Profile) -> Preferences:
    return save(ctx, with_profile(preferences_of(ctx.uow, ctx.who), profile))


def switch(ctx: PersonContext, rules: Iterable[Rule], *, on: bool) -> Preferences:
    """Turn rules off or on again; those that are the message itself stay on."""
    return save(ctx, switched(preferences_of(ctx.uow, ctx.who), rules, on=on))
