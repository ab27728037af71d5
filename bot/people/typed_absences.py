"""Somebody says when he is away, and takes it back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.core.calendar import local
from bot.core.errors import InThePast, NotAllowed, NothingToUndo, TooFar
from bot.core.language import Language
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.dates.reader import read_span
from bot.dates.values import Unreadable
from bot.people import delegation
from bot.people.delegation import Elsewhere
from bot.people.errors import AwayTooLong
from bot.people.facts import AbsencesChanged
from bot.people.ports import Absences
from bot.people.preferences import Absence, merged

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
    """The first and the last day, in his own language or else another; raise Unreadable or Ambiguous."""
    for language in dict.fromkeys([who.language, *Language]):
        try:
            return read_span(phrase, now, who.zone, language)
        except Unreadable:
            continue
    raise Unreadable(phrase)


def go_away(
    uow: UnitOfWork, now: datetime, who: Person, first: date, last: date, deputy: str | None
) -> Taken:
    """Keep it, and tell the deputy once; raise what is wrong with the days or the deputy."""
    if who.kind is not Kind.member:
        raise NotAllowed
    today = local(now, who.zone).date()
    if last < today:
        raise InThePast(last)
    if last - first > MOST:
        raise AwayTooLong(MOST.days)
    if last > today + AHEAD:
        raise TooFar(last, today + AHEAD)
    if deputy is not None:
        delegation.check_deputy(uow, who, deputy)
    typed = Absence(team=who.team, user=who.user, first=first, last=last, deputy=deputy)
    absence, replaced = merged(typed, mine(uow, now, who))
    same = [each for each in replaced if each.model_copy(update={"id": 0}) == absence]
    if same:
        kept, replaced = same[0], []
    else:
        [kept] = _replace(uow, now, who, replaced, [absence])
    missing = delegation.elsewhere(uow, who, kept.deputy)
    return Taken(kept, replaced, missing, delegation.away_too(uow, kept, today))


def take_back(
    uow: UnitOfWork, now: datetime, who: Person, absence: Absence, again: Sequence[Absence] = ()
) -> None:
    """As if he had not said it, `again` as it was before; raise NothingToUndo when it is gone or changed."""
    if (absence.team, absence.user) != (who.team, who.user) or uow.of(Absences).get(absence.id) != absence:
        raise NothingToUndo
    _replace(uow, now, who, [absence], again)


def mine(uow: UnitOfWork, now: datetime, who: Person) -> list[Absence]:
    """Those that are not over, by their first day."""
    return uow.of(Absences).of_people(who.team, [who.user], local(now, who.zone).date())


def entrusted_to(uow: UnitOfWork, now: datetime, who: Person) -> list[Absence]:
    """Those of others, not over, for which he is the deputy."""
    return uow.of(Absences).of_deputy(who.team, who.user, local(now, who.zone).date())


def _replace(
    uow: UnitOfWork, now: datetime, who: Person, old: Sequence[Absence], new: Sequence[Absence]
) -> list[Absence]:
    """These instead of those; deputies are told, and everybody's mornings are by it."""
    for absence in old:
        uow.of(Absences).remove(absence.id)
    kept = [uow.of(Absences).add(absence) for absence in new]
    for absence in kept:
        delegation.tell(uow, now, absence)
    for absence in old:
        delegation.tell_again(uow, now, absence)
    deputies = frozenset(absence.deputy for absence in kept if absence.deputy)
    uow.publish(now, AbsencesChanged(who, deputies))
    return kept
