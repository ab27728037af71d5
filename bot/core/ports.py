"""What use cases ask of the outside world, as Protocols that storage and adapters fulfil."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import AbstractContextManager
from datetime import date, datetime
from typing import Any, Protocol

from bot.domain.action_item_lists import Own, Search
from bot.domain.action_items import ActionItem
from bot.domain.calendar_event import CalendarEvent
from bot.domain.jobs import Job, Posting
from bot.domain.log import Event
from bot.domain.meetings import Meeting
from bot.domain.minutes import Decision, Minutes
from bot.domain.people import Person
from bot.domain.preferences import Absence, Preferences
from bot.domain.projects import Project
from bot.usecases.outcomes import Outcome


class People(Protocol):
    """What Slack told us of people and of who is present where."""

    def get(self, team: str, user: str) -> Person | None: ...
    def named(self, team: str, name: str) -> list[Person]:
        """All whose name or e-mail is `name`, case ignored."""

    def put(self, person: Person) -> None: ...
    def members(self, team: str, channel: str) -> frozenset[str]: ...
    def members_known_at(self, team: str, channel: str) -> datetime | None: ...
    def put_members(self, team: str, channel: str, users: Iterable[str], known_at: datetime) -> None: ...
    def add_member(self, team: str, channel: str, user: str) -> None: ...
    def remove_member(self, team: str, channel: str, user: str) -> None: ...


class PreferencesBook(Protocol):
    def get(self, team: str, user: str) -> Preferences | None:
        """None for who never said how he wants it."""

    def put(self, preferences: Preferences) -> None: ...


class Absences(Protocol):
    def add(self, absence: Absence) -> Absence: ...
    def get(self, absence_id: int) -> Absence | None: ...
    def remove(self, absence_id: int) -> None: ...
    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        """Those that end on `since` or later, by their first day."""

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]: ...


class Projects(Protocol):
    def get(self, project_id: int) -> Project | None: ...
    def of_channel(self, team: str, channel: str) -> Project | None: ...
    def with_member(self, team: str, user: str) -> list[Project]:
        """Those in whose channel `user` is present, by name."""

    def all(self) -> list[Project]: ...
    def untouched_since(self, project_id: int, since: datetime) -> int:
        """How many things of it are over and untouched since: at most so many go by retention."""

    def add(self, project: Project) -> Project: ...
    def put(self, project: Project) -> None: ...


class ActionItems(Protocol):
    def get(self, project_id: int, number: int) -> ActionItem | None: ...
    def add(self, item: ActionItem) -> None: ...
    def put(self, item: ActionItem) -> None: ...
    def of_project(
        self,
        project_id: int,
        *,
        owner: str | None = None,
        open: bool | None = None,
        due_before: date | None = None,
        limit: int | None = None,
    ) -> list[ActionItem]:
        """By due date (without one last), then number."""

    def climbing(self, project_id: int, due_before: date, postponed: int) -> list[ActionItem]:
        """Open ones due before that day, or postponed at least so often; in the same order."""

    def page(self, search: Search, first: int, limit: int) -> list[ActionItem]:
        """In the search's order, from `first` on, which counts from 0."""

    def how_many(self, search: Search) -> int: ...
    def own(self, own: Own, project_ids: Sequence[int], user: str, limit: int) -> list[ActionItem]:
        """Open ones of these projects, by due date."""

    def count_own(self, own: Own, project_ids: Sequence[int], user: str) -> int: ...
    def asked_in(self, project_ids: Sequence[int]) -> list[ActionItem]:
        """Open ones whose owner asks for another date or owner, whoever raised them."""

    def count(self, project_id: int, *, owner: str | None = None, open: bool | None = None) -> int: ...
    def open_of_owner(self, project_ids: Sequence[int], owner: str) -> list[ActionItem]: ...
    def of_source(self, source_message: str) -> list[ActionItem]:
        """Those made from this message, given as `channel:ts`."""

    def open_raised_by(
        self,
        project_ids: Sequence[int],
        raised_by: str,
        *,
        outside: bool = False,
        due_before: date | None = None,
    ) -> list[ActionItem]:
        """By due date; `outside`: only those whose owner is from outside the workspace."""

    def open_texts(self, project_id: int) -> dict[int, str]:
        """By number, in order: of very many, nothing but what they say."""

    def chased_in(self, project_id: int) -> set[str]:
        """User ids of who is asked for something open: its owner, or who raised it for somebody outside."""

    def waiting_for(self, project_id: int, number: int) -> list[ActionItem]:
        """By number, closed ones too."""


class Meetings(Protocol):
    def get(self, project_id: int, number: int) -> Meeting | None: ...
    def add(self, meeting: Meeting) -> None: ...
    def put(self, meeting: Meeting) -> None: ...
    def of_projects(self, project_ids: Sequence[int], starts_from: datetime) -> list[Meeting]:
        """Not cancelled, from the naive wall-clock time `starts_from` on, by start."""


class MinutesBook(Protocol):
    def get(self, project_id: int, number: int) -> Minutes | None: ...
    def add(self, minutes: Minutes) -> None: ...
    def put(self, minutes: Minutes) -> None: ...
    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        """The newest first."""


class Decisions(Protocol):
    def get(self, project_id: int, number: int) -> Decision | None: ...
    def add(self, decision: Decision) -> None: ...
    def put(self, decision: Decision) -> None: ...
    def of_minutes(self, project_id: int, minutes: int) -> list[Decision]: ...


class Log(Protocol):
    def add(self, event: Event) -> int:
        """Keep it and return its id."""

    def get(self, event_id: int) -> Event | None: ...
    def of_item(self, project_id: int, noun: str, number: int) -> list[Event]:
        """In order of time."""

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

    def hasten(self, job: Job, due_at: datetime) -> None:
        """Make it due then, unless it is due earlier already."""

    def in_lane(self, lane: str) -> list[Job]:
        """All open ones, by when they are due."""


class Postings(Protocol):
    def get(self, key: str) -> Posting | None: ...
    def of_message(self, channel: str, ts: str) -> Posting | None: ...
    def starting(self, key_prefix: str) -> list[Posting]: ...
    def put(self, posting: Posting) -> None: ...
    def remove(self, key: str) -> None: ...


class Drafts(Protocol):
    """What somebody typed and that waits for something else first: nothing typed is ever lost."""

    def put(self, key: str, who: str, content: dict[str, Any], at: datetime) -> None: ...
    def get(self, key: str, who: str) -> dict[str, Any] | None: ...
    def remove(self, key: str) -> None: ...


class UnitOfWork(Protocol):
    """One transaction: state, its log and its jobs are kept together or not at all."""

    @property
    def people(self) -> People: ...
    @property
    def preferences(self) -> PreferencesBook: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def action_items(self) -> ActionItems: ...
    @property
    def meetings(self) -> Meetings: ...
    @property
    def minutes(self) -> MinutesBook: ...
    @property
    def decisions(self) -> Decisions: ...
    @property
    def log(self) -> Log: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def postings(self) -> Postings: ...
    @property
    def drafts(self) -> Drafts: ...

    def next_number(self, project_id: int, noun: str) -> int:
        """The next number of this noun in this project, from 1, given to nobody else."""

    def once(self, key: str, at: datetime) -> bool:
        """True the first time that `key` is seen; the same click or event again gives False."""


OpenUnitOfWork = Callable[[], AbstractContextManager[UnitOfWork]]
"""Enter for one transaction; leaving commits, leaving by an exception rolls back."""


CalendarFile = Callable[[CalendarEvent, datetime], bytes]
"""An iCalendar file of the event, as made at the moment given."""


class JobQueue(Protocol):
    """The job table as workers see it; each call is a transaction of its own."""

    def claim(self, now: datetime, lease_until: datetime, limit: int) -> list[Job]: ...
    def note(self, outcomes: Sequence[Outcome]) -> list[Outcome]:
        """Returns those whose job another had taken over."""

    def renew(self, jobs: Sequence[Job], lease_until: datetime) -> list[Job]: ...
    def release(self, jobs: Sequence[Job]) -> None: ...
    def expire(self, now: datetime) -> list[Job]: ...
