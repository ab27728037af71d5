"""Somebody says when they are away, and takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.context import PersonContext, excluded
from bot.core.errors import InThePast, NothingToUndo, TooFar
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.dates.reader import read_span
from bot.dates.values import Unreadable
from bot.people import delegation
from bot.people.delegation import Elsewhere
from bot.people.errors import AwayTooLong
from bot.people.preferences import Absence, Absences, AbsencesChanged, merged

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
    """Read the first and the last day, in the person's language or else another; raise Unreadable or
    Ambiguous."""
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
        delegation.check_deputy(ctx, deputy)
    typed = Absence(team=who.team, user=who.user, first=first, last=last, deputy=deputy)
    absence, replaced = merged(typed, mine(ctx))
    same = [each for each in replaced if each.model_copy(update={"id": 0}) == absence]
    if same:
        kept, replaced = same[0], []
    else:
        [kept] = _replace(ctx, replaced, [absence])
    return Taken(kept, replaced, delegation.elsewhere(ctx, kept.deputy), delegation.away_too(ctx, kept))


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
        delegation.tell(ctx, absence)
    for absence in old:
        delegation.tell_again(ctx, absence)
    deputies = frozenset(absence.deputy for absence in kept if absence.deputy)
    ctx.publish(AbsencesChanged(deputies))
    return kept
