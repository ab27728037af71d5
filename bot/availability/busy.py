"""When people are busy, by the calendars that they linked."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from bot.availability.model import CalendarLink
from bot.availability.ports import CalendarLinks
from bot.core.ports import UnitOfWork

Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class Diary:
    busy: Sequence[Span] = ()
    """UTC, cut to what was asked, in order, none touching the next."""
    linked: bool = False
    """They linked a calendar; of who didn't, nothing is known."""
    stale: bool = False
    """One of their calendars can't be read: they may be busy at other times too."""
    since: datetime | None = None
    """Of one that is stale: what happened later is not known."""


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
    if not links:
        return Diary()
    found: list[tuple[int, int]] = []
    for starts, ends in sorted(span for link in links for span in link.busy):
        starts, ends = max(starts, first), min(ends, last)
        if starts >= ends:
            continue
        if found and starts <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], ends))
        else:
            found.append((starts, ends))
    stale = [link.read_at or link.linked_at for link in links if link.stale]
    busy = [
        (datetime.fromtimestamp(starts, UTC), datetime.fromtimestamp(ends, UTC)) for starts, ends in found
    ]
    return Diary(busy, True, bool(stale), min(stale, default=None))
