"""What the reading of a calendar is asked, and answers.

No database is imported here: each calendar is read by a process of its own, which starts in a quarter of the
time without.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

LIMIT = 10
"""Seconds after which no calendar is waited for any more, whatever it does."""


class Problem(StrEnum):
    """Why a calendar can't be read; stored."""

    certificate = "certificate"
    cut_off = "cut_off"
    empty = "empty"
    fault = "fault"
    """Of our own."""
    no_calendars = "no_calendars"
    """An account without any."""
    no_host = "no_host"
    not_a_calendar = "not_a_calendar"
    not_found = "not_found"
    not_https = "not_https"
    page = "page"
    """A web page, as of a login."""
    private = "private"
    redirects = "redirects"
    refused = "refused"
    server = "server"
    slow = "slow"
    too_large = "too_large"
    unreachable = "unreachable"


@dataclass(frozen=True)
class Access:
    """`user` makes it a CalDAV account. What is secret stands in no text of it."""

    address: str = field(repr=False)
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)
    etag: str | None = None
    """As the last answer had it: then the same again is not sent."""
    modified: str | None = None


@dataclass(frozen=True)
class Reading:
    busy: list[tuple[int, int]] = field(default_factory=list)
    """Seconds since 1970, in order, none touching the next."""
    unread: int = 0
    """Events whose time can't be read."""
    etag: str | None = None
    modified: str | None = None
    unchanged: bool = False
    """Since the answer with that `etag`: nothing else is said."""
    problem: Problem | None = None


ReadCalendar = Callable[[Access, datetime, datetime, str], Reading]
"""Between two instants, of an owner in a zone; back within LIMIT; raises Temporary when it was stopped."""
