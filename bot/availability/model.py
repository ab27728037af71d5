"""A calendar that somebody linked, as busy times alone: how it was last read, and when it is read again."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any, Protocol
from urllib.parse import urlsplit
from zlib import crc32

from pydantic import AwareDatetime
from sqlalchemy import JSON, String
from sqlmodel import Field

from bot.availability.reading import Access, Problem, Reading
from bot.core.errors import Rejected
from bot.core.values import StoredValue

BEFORE, AHEAD = timedelta(days=1), timedelta(weeks=8)
"""The times that are read, from now."""
SOON = timedelta(weeks=4)
"""The times that are told of."""
HOUR = timedelta(hours=1)
JITTER = 600
"""Seconds, so that calendars that were linked together are not read together for ever."""
WHOLE = timedelta(days=1)
"""For so long "unchanged since" will do: then all of it is read, since there are new weeks ahead."""
FIRST_REST, LONGEST_REST = timedelta(minutes=5), timedelta(hours=4)
"""After a failure; rests double."""
STALE = timedelta(hours=3)
"""Not read for so long, what is known of it may be wrong."""
DEAD = timedelta(days=1)
"""Not read for so long, its owner is told."""


class NoCalendarAddress(Rejected):
    """What was given is no address; `command` as it was typed, empty for a form."""

    command: str = ""


class PasswordMissing(Rejected):
    """A user's name without its password, or the other way round."""


class TooManyCalendars(Rejected):
    most: int


class CalendarGone(Rejected):
    """It isn't linked any more."""


class CalendarLink(StoredValue):
    id: int = 0
    """0 until it is stored."""
    team: str
    user: str
    address: str = Field(repr=False)
    """A secret, as whoever has it can read all that stands in the calendar."""
    account: str | None = Field(default=None, repr=False)
    """The user's name of a CalDAV account; None for a feed."""
    password: str | None = Field(default=None, repr=False)
    linked_at: AwareDatetime
    """The moment at which it was given as it is now."""
    tried_at: AwareDatetime | None = None
    read_at: AwareDatetime | None = None
    whole_at: AwareDatetime | None = None
    """Last read without being told that nothing changed."""
    problem: Problem | None = Field(default=None, sa_type=String(32))
    """Of the last attempt."""
    failing_since: AwareDatetime | None = None
    failures: int = 0
    told_at: AwareDatetime | None = None
    """The moment at which its owner was told, in this failing."""
    etag: str | None = Field(default=None, repr=False)
    modified: str | None = Field(default=None, repr=False)
    unread: int = 0
    """Events whose time can't be read."""
    busy: list[tuple[int, int]] = Field(default_factory=list, sa_type=JSON, repr=False)
    """Seconds since 1970, in order, none touching the next."""

    @property
    def host(self) -> str:
        """All that is ever shown of its address."""
        return urlsplit(self.address).hostname or "?"

    @property
    def stale(self) -> bool:
        """What is known of it may be wrong: it was never read, or not for hours."""
        if self.read_at is None:
            return True
        return self.tried_at is not None and self.tried_at - self.read_at >= STALE

    @property
    def next_try(self) -> datetime:
        """Of one that was tried. After a refusal not soon: too many of them may lock an account."""
        assert self.tried_at is not None
        if self.problem is None:
            return self.tried_at + HOUR + timedelta(seconds=crc32(b"%d" % self.id) % JITTER)
        first = HOUR if self.problem is Problem.refused else FIRST_REST
        rest: timedelta = first * 2 ** min(self.failures - 1, 10)
        return self.tried_at + min(rest, LONGEST_REST)

    def access(self, now: datetime) -> Access:
        whole = self.whole_at is None or now - self.whole_at >= WHOLE
        marks = (None, None) if whole else (self.etag, self.modified)
        return Access(self.address, self.account, self.password, *marks)

    def after(self, reading: Reading, now: datetime) -> "CalendarLink":
        """As it is once it was tried; what was read before stays known while it can't be read."""
        if reading.problem:
            failing = {"problem": reading.problem, "failing_since": self.failing_since or now}
            return self.evolve(**failing, failures=self.failures + 1, tried_at=now)
        read: dict[str, Any] = {"problem": None, "failing_since": None, "failures": 0, "told_at": None}
        if not reading.unchanged:
            read |= {"busy": reading.busy, "unread": reading.unread, "whole_at": now}
            read |= {"etag": reading.etag, "modified": reading.modified}
        return self.evolve(**read, read_at=now, tried_at=now)

    def dead(self, now: datetime) -> bool:
        """It was read once, and can't be any more for a day."""
        since = self.failing_since
        return self.read_at is not None and since is not None and now - since >= DEAD

    def times_ahead(self, now: datetime) -> int:
        """How often its owner is busy in the coming weeks."""
        begin, end = now.timestamp(), (now + SOON).timestamp()
        return sum(starts < end and ends > begin for starts, ends in self.busy)


class CalendarLinks(Protocol):
    def add(self, link: CalendarLink) -> CalendarLink: ...
    def get(self, link_id: int) -> CalendarLink | None: ...
    def put(self, link: CalendarLink) -> None: ...
    def remove(self, link_id: int) -> None: ...
    def untried_since(self, moment: datetime) -> list[CalendarLink]:
        """Linked before it, and not tried since."""

    def of_people(self, team: str, users: Iterable[str]) -> list[CalendarLink]:
        """In the order in which they were linked."""
