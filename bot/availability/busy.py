"""When people are busy, by the calendars that they linked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from bot.availability.model import CalendarLink
from bot.availability.ports import CalendarLinks
from bot.calendars.busy import merged
from bot.calendars.series import Span
from bot.core.ports import UnitOfWork


@dataclass(frozen=True)
class Diary:
    """Of one person."""

    busy: list[Span] = field(default_factory=list)
    """UTC, cut to what was asked, in order, none touching the next."""
    linked: bool = False
    """They linked a calendar; of who didn't, nothing is known."""
    since: datetime | None = None
    """From when on one of their calendars can't be read: they may be busy at other times too."""

    def within(self, begin: datetime, end: datetime) -> bool:
        """Whether they are busy at any moment between two instants."""
        return any(starts < end and ends > begin for starts, ends in self.busy)


def diaries(
    uow: UnitOfWork, team: str, users: Iterable[str], begin: datetime, end: datetime
) -> dict[str, Diary]:
    """Of each of `users` between two instants, at most 8 weeks ahead."""
    wanted = list(dict.fromkeys(users))
    theirs: dict[str, list[CalendarLink]] = {user: [] for user in wanted}
    for link in uow.of(CalendarLinks).of_people(team, wanted):
        theirs[link.user].append(link)
    first, last = int(begin.timestamp()), int(end.timestamp())
    return {user: _diary(links, first, last) for user, links in theirs.items()}


def _diary(links: Sequence[CalendarLink], first: int, last: int) -> Diary:
    found = merged((span for link in links for span in link.busy), first, last)
    busy = [
        (datetime.fromtimestamp(starts, UTC), datetime.fromtimestamp(ends, UTC)) for starts, ends in found
    ]
    stale = [link.read_at or link.linked_at for link in links if link.stale]
    return Diary(busy, bool(links), min(stale, default=None))
