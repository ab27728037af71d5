"""Absences of several people at once."""

from collections.abc import Iterable
from datetime import date

from bot.core.ports import UnitOfWork
from bot.people.ports import Absences
from bot.people.preferences import last_day_away


def away_until(uow: UnitOfWork, team: str, users: Iterable[str], day: date) -> dict[str, date]:
    """Return the last day away of each of `users` who is away on `day`; the others are left out."""
    wanted = set(users)
    absences = uow.of(Absences).of_people(team, wanted, day) if wanted else []
    last = {
        user: last_day_away((each for each in absences if each.user == user), day)
        for user in {absence.user for absence in absences}
    }
    return {user: until for user, until in last.items() if until is not None}
