"""Ports to the outside world, as Protocols that storage and adapters fulfil."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol, Self, TypeVar
from urllib.parse import unquote, urlsplit

from bot.core.calendar_event import CalendarEvent
from bot.core.events import Event
from bot.core.jobs import Job, JobResult, SentMessage
from bot.core.nouns import Noun
from bot.core.people import Person
from bot.core.project import Project


class People(Protocol):
    """People and members of channels, as Slack told us of them."""

    def get(self, team: str, user: str) -> Person | None: ...
    def get_many(self, team: str, users: Iterable[str]) -> dict[str, Person]:
        """Those that we know, by user id."""

    def named(self, team: str, *names: str) -> list[Person]:
        """All whose name or e-mail is one of `names`, case ignored."""

    def put(self, person: Person) -> None: ...
    def members(self, team: str, channel: str) -> frozenset[str]: ...
    def members_of(self, team: str, channels: Iterable[str]) -> dict[str, frozenset[str]]:
        """By channel, each of which is there."""

    def members_known_at(self, team: str, channel: str) -> datetime | None: ...
    def put_members(self, team: str, channel: str, users: Iterable[str], known_at: datetime) -> None: ...
    def add_member(self, team: str, channel: str, user: str) -> None: ...
    def remove_member(self, team: str, channel: str, user: str) -> None: ...


class Projects(Protocol):
    def get(self, project_id: int) -> Project | None: ...
    def of_channel(self, team: str, channel: str) -> Project | None: ...
    def with_member(self, team: str, user: str) -> list[Project]:
        """Those in whose channel `user` is present, by name."""

    def all(self) -> list[Project]: ...
    def add(self, project: Project) -> Project: ...
    def put(self, project: Project) -> None: ...


class Log(Protocol):
    def add(self, event: Event) -> int:
        """Keep it and return its id."""

    def get(self, event_id: int) -> Event | None: ...
    def newest(self) -> int:
        """The highest id of any event; 0 before the first."""

    def numbers_after(self, event_id: int, project_id: int, noun: str, limit: int) -> dict[int, int]:
        """Of the records that changed since: id of the event to number of the record."""

    def of_item(self, project_id: int, noun: str, number: int) -> list[Event]:
        """In order of time."""

    def of_items(self, items: Iterable[tuple[int, int]], noun: str, what: str) -> list[Event]:
        """All events of those of `items`, by project and number, to which `what` happened, in order."""

    def since(self, project_id: int, at: datetime, until: datetime | None = None) -> list[Event]:
        """Later than `at`, up to and with `until`, in order of time."""

    def last_of(self, project_id: int, who: str, noun: str) -> Event | None: ...
    def of_who(self, project_id: int, who: str, noun: str, before: int | None, limit: int) -> list[Event]:
        """The newest first; `before`: only events older than the one of this id."""

    def of_batch(self, batch: str, after: int = 0, limit: int | None = None) -> list[Event]:
        """In order of time; `after`: only events later than the one of this id."""


class Jobs(Protocol):
    """Rows of the job table, written in the transaction of what they are about."""

    def add(self, job: Job) -> bool:
        """True when it is new; False when one of its key is there already."""

    def withdraw(self, key_prefix: str) -> int:
        """Drop open jobs whose key starts so, as the reminders of a moved meeting."""

    def next_of(self, key_prefix: str) -> Job | None:
        """The open job that is due first."""

    def starting(self, key_prefix: str) -> list[Job]:
        """All open ones, by when they are due."""

    def kept(self, key_prefix: str) -> list[Job]:
        """Open and ended ones, by when they were due; ended ones are kept for weeks."""

    def hasten(self, job: Job, due_at: datetime) -> None:
        """Make it due then, unless it is due earlier already."""

    def in_lanes(self, lanes: Iterable[str]) -> list[Job]:
        """All open ones, by when they are due."""


class SentMessages(Protocol):
    def get(self, key: str) -> SentMessage | None: ...
    def standing(self, keys: Iterable[str]) -> set[str]:
        """Those of `keys` whose message was sent."""

    def of_message(self, channel: str, ts: str) -> SentMessage | None: ...
    def starting(self, key_prefix: str) -> list[SentMessage]: ...
    def put(self, sent_message: SentMessage) -> None: ...
    def remove(self, key: str) -> None: ...


class PendingRequests(Protocol):
    """Requests that wait for something else first: nothing that somebody typed is ever lost."""

    def put(self, key: str, who: str, content: dict[str, Any], at: datetime) -> None: ...
    def get(self, key: str, who: str) -> dict[str, Any] | None: ...
    def remove(self, key: str) -> None: ...


class Retention(Protocol):
    def untouched_since(self, project_id: int, since: datetime) -> int:
        """Records of a project that are over and untouched since: at most so many go by retention."""


Port = TypeVar("Port")
Subscriber = tuple[type, Callable[[Any, Any], None]]
"""A type of fact, and what is called with the context and the fact."""


@dataclass(frozen=True, slots=True)
class ToTell:
    """A logged change that people are to hear of, once it is committed."""

    project_id: int
    event: int
    in_batch: bool
    """Told as a part of its batch, not as a single change."""
    at: datetime


class UnitOfWork(Protocol):
    """One transaction: state, its log and its jobs are kept together or not at all."""

    def of(self, port: type[Port]) -> Port:
        """A capability's port to storage: `uow.of(ActionItems).get(project_id, number)`."""

    @property
    def subscribers(self) -> Sequence[Subscriber]: ...
    @property
    def nouns(self) -> Mapping[str, Noun[Any]]:
        """All there are, by name."""

    @property
    def people(self) -> People: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def log(self) -> Log: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def sent_messages(self) -> SentMessages: ...
    @property
    def pending_requests(self) -> PendingRequests: ...

    @property
    def to_tell(self) -> list[ToTell]:
        """Changes of this transaction; they become a job when it is committed."""

    def next_number(self, project_id: int, noun: str) -> int:
        """The next number of this noun in this project, from 1, given to nobody else."""

    def claim_key(self, key: str, at: datetime) -> bool:
        """True the first time that `key` is seen; the same click or event again gives False."""


OpenUnitOfWork = Callable[[], AbstractContextManager[UnitOfWork]]
"""Enter for one transaction; leaving commits, leaving by an exception rolls back."""


CalendarFile = Callable[[CalendarEvent, datetime], bytes]
"""An iCalendar file of the event, as made at the moment given."""


class JobQueue(Protocol):
    """The job table as workers see it; each call is a transaction of its own."""

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> list[Job]: ...
    def note(self, outcomes: Sequence[JobResult]) -> list[JobResult]:
        """Returns those whose job another had taken over."""

    def renew(self, jobs: Sequence[Job], lease_until: datetime) -> list[Job]: ...
    def release(self, jobs: Sequence[Job]) -> None: ...


IMPLICIT_TLS, SUBMISSION, LOCAL = 465, 587, 25
"""Ports, where none is given."""


@dataclass(frozen=True)
class Mail:
    name: str
    address: str
    subject: str
    text: str
    calendar: bytes
    method: str
    """Of `calendar`, as RFC 5546 names it."""
    mark: str
    """Its name: sent twice, it is the same mail."""
    at: datetime
    reply_to: str | None = None
    """An address."""


SendMail = Callable[[Mail], None]
"""Raise Temporary or Permanent."""


@dataclass(frozen=True)
class MailServer:
    host: str
    port: int
    user: str
    password: str
    secure: bool
    """Encrypted from the first byte; else from STARTTLS on, but on this machine."""

    @property
    def on_this_machine(self) -> bool:
        return self.host in ("localhost", "::1") or self.host.startswith("127.")

    @classmethod
    def of(cls, url: str) -> Self:
        """Of `smtp://user:password@host:port` or `smtps://…`; raise ValueError, which shows no value."""
        try:
            parts = urlsplit(url)
            host, port = parts.hostname or "", parts.port
        except ValueError:
            parts, host, port = urlsplit(""), "", None
        if parts.scheme not in ("smtp", "smtps") or not host or parts.path.strip("/") or parts.query:
            raise ValueError("use smtp://user:password@host:port, or smtps://… where all of it is encrypted")
        user, password = unquote(parts.username or ""), unquote(parts.password or "")
        server = cls(host, port or 0, user, password, parts.scheme == "smtps")
        usual = IMPLICIT_TLS if server.secure else LOCAL if server.on_this_machine else SUBMISSION
        return cls(host, port or usual, user, password, server.secure)
