"""How rows end: what is over goes when nobody touched it for as long as its project's form says, and what
nobody needs any more goes a fixed time after its use.

With what is over goes all that tells of it: its history, and by which message it is edited where it stands.
Open items, coming meetings, concepts and decisions that hold stay however old they are, with their whole
history. What others need outlasts them: an item those that wait for it, minutes the items that they made, a
meeting its minutes, which say by it who was absent. How far somebody is with a concept lasts as long as the
minutes."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from time import perf_counter, sleep
from typing import Any, TypeVar

import sqlalchemy as sa

from bot.action_items.model import ActionItems
from bot.core.events import Event
from bot.core.jobs import State, batch_subject, event_subject, record_subject
from storage.closed_records import EVENT, LOGGED_AS, OVER, removable
from storage.core.job_claims import OPEN
from storage.core.repository import starts
from storage.tables import metadata
from storage.unit_of_work import Storage, UnitOfWork

T = TypeVar("T")
AT_ONCE = 200
"""Rows that go in one transaction."""


class Removal:
    """Of the rows of a table that are old. Its statements are made once."""

    def __init__(self, table: sa.Table, *old: sa.ColumnElement[bool]) -> None:
        self.table = table
        self._find = sa.select(*table.primary_key).where(*old)
        these = sa.tuple_(*table.primary_key).in_(sa.bindparam("these", expanding=True))
        self._delete = sa.delete(table).where(these, *old)

    def run(self, storage: Storage, about: Mapping[str, Any]) -> int:
        """Remove them and return how many. `about` are the parameters of what is old.

        They are looked for beside whoever writes, and go by their keys in short transactions, each of which
        asks again whether they are old: somebody may have needed one meanwhile.
        """
        with storage.reading() as uow:
            keys = [tuple(row) for row in uow.session.connection().execute(self._find, about)]
        removed = 0
        for some in parts(keys, AT_ONCE):
            with storage.unit_of_work() as uow:
                removed += uow.session.connection().execute(self._delete, {**about, "these": some}).rowcount
        return removed


def parts(rows: Sequence[T], at_once: int) -> Iterator[Sequence[T]]:
    """In turns with whoever else writes, who gets as long between two parts as the last one took."""
    for first in range(0, len(rows), at_once):
        began = perf_counter()
        yield rows[first : first + at_once]
        if first + at_once < len(rows):
            sleep(perf_counter() - began)


def forget_of_project(storage: Storage, project_id: int, before: datetime) -> None:
    with storage.reading() as uow:
        settings, digests, leavers = (
            uow.log.of_item(project_id, noun, 0) for noun in ("projects", "digests", "leavers")
        )
        # The first of the settings says who set it up, the last is their version; by the last of the digests
        # the next one knows what is new.
        unread = [*settings[1:-1], *digests[:-1], *_closed(uow, project_id, leavers, before)]
    for some in parts([event.id for event in unread if event.at < before], AT_ONCE):
        with storage.unit_of_work() as uow:
            connection = uow.session.connection()
            connection.execute(sa.delete(EVENT).where(EVENT.c.id.in_(some)))
            connection.execute(sa.delete(POSTING).where(POSTING.c.subject.in_(map(event_subject, some))))


def _closed(uow: UnitOfWork, project_id: int, leavers: Iterable[Event], before: datetime) -> Iterator[Event]:
    """Of people who left and whose items are all forgotten, from their first event on."""
    kept: set[str] = set()
    for event in leavers:
        numbers = (event.after or {}).get("numbers", ())
        if event.at >= before or any(uow.of(ActionItems).get(project_id, number) for number in numbers):
            kept.add(event.who)
        elif event.who not in kept:
            yield event


DRAFT, POSTING, VOTE = (metadata.tables[name] for name in ("draft", "posting", "poll_vote"))
DAY = timedelta(days=1)
MOST_AT_ONCE = 20
"""Records that go in one transaction, each with a dozen events and messages."""


def forget(storage: Storage, now: datetime) -> int:
    """Remove what is older than its project keeps, with its events; returns how many rows of nouns."""
    with storage.reading() as uow:
        projects = [project.id for project in uow.projects.all()]
    return sum(forget_project(storage, now, project_id) for project_id in projects)


def forget_project(storage: Storage, now: datetime, project_id: int) -> int:
    forgotten = sum(_forget_noun(storage, now, project_id, noun) for noun in OVER)
    with storage.reading() as uow:
        before = _kept_since(uow, now, project_id)
    forget_of_project(storage, project_id, before)
    return forgotten


def _forget_noun(storage: Storage, now: datetime, project_id: int, noun: str) -> int:
    """Found beside whoever writes; gone in short transactions, so that nobody waits long behind one."""
    with storage.reading() as uow:
        before = _kept_since(uow, now, project_id)
        numbers = removable(uow.session.connection(), noun, project_id, before)
    forgotten = 0
    for some in parts(numbers, MOST_AT_ONCE):
        with storage.unit_of_work() as uow:
            # Asked again: meanwhile one may have been reopened, or the project may keep all for longer.
            before, connection = _kept_since(uow, now, project_id), uow.session.connection()
            found = removable(connection, noun, project_id, before, some)
            forgotten += len(_remove(connection, noun, project_id, found))
    return forgotten


def _kept_since(uow: UnitOfWork, now: datetime, project_id: int) -> datetime:
    """A shorter term holds a day after it was chosen: until then it can be taken back."""
    changes = uow.log.of_item(project_id, "projects", 0)
    lately = [event.before for event in changes if event.before and event.at > now - DAY]
    project = uow.projects.get(project_id)
    assert project is not None
    return now - DAY * max([project.retention_days, *(int(before["retention_days"]) for before in lately)])


def _remove(connection: sa.Connection, noun: str, project_id: int, numbers: Sequence[int]) -> Sequence[int]:
    """The records, those that are over still, with all that tells of them; returns their numbers."""
    table, over = OVER[noun]
    these = (table.c.project_id == project_id, table.c.number.in_(numbers), over)
    gone = connection.execute(sa.delete(table).where(*these).returning(table.c.number)).scalars().all()
    nouns = EVENT.c.noun.in_(LOGGED_AS.get(noun, (noun,)))
    told = (EVENT.c.project_id == project_id, nouns, EVENT.c.number.in_(gone))
    batches = _batches(connection, *told)
    connection.execute(sa.delete(EVENT).where(*told))
    forgotten = batches - _batches(connection, EVENT.c.batch.in_(batches))
    subjects = [record_subject(noun, project_id, number) for number in gone]
    subjects += map(batch_subject, forgotten)
    connection.execute(sa.delete(POSTING).where(POSTING.c.subject.in_(subjects)))
    if noun == "polls":
        theirs = (VOTE.c.project_id == project_id, VOTE.c.number.in_(gone))
        connection.execute(sa.delete(VOTE).where(*theirs))
    if noun == "minutes":
        for number in gone:
            connection.execute(sa.delete(DRAFT).where(starts(DRAFT.c.key, f"minutes:{project_id}:{number}:")))
    return gone


def _batches(connection: sa.Connection, *events: sa.ColumnElement[bool]) -> set[str]:
    """The acts that these events are of."""
    found = sa.select(EVENT.c.batch).where(*events, EVENT.c.batch.is_not(None)).distinct()
    return set(connection.execute(found).scalars())


JOB, SEEN = (metadata.tables[name] for name in ("job", "seen"))
PERSON, PREFERENCES, ABSENCE = (metadata.tables[name] for name in ("person", "preferences", "absence"))
SUBSCRIPTION = metadata.tables["calendar_subscription"]
MEMBER, CHANNEL, PROJECT = (metadata.tables[name] for name in ("member", "channel", "project"))
LINK = metadata.tables["calendar_link"]
COLUMN, OTHER_NAME = metadata.tables["list_column"], metadata.tables["other_name"]
ITEM, MEETING, MINUTES = (metadata.tables[name] for name in ("action_item", "meeting", "minutes"))

ENDED = (State.done, State.expired, State.failed)
KEEP = timedelta(days=30)
KEEP_SEEN = timedelta(hours=25)
"""Slack sends an event again for minutes; a day more is for a bot that was down."""
OPEN_WORK = sa.select(sa.literal("worked:") + JOB.c.key).where(OPEN)
"""Keys of what may have been worked without our having noted it, however long we were down since."""
AT_WORK = sa.exists().where(PROJECT.c.team == CHANNEL.c.team, PROJECT.c.channel == CHANNEL.c.channel)
SOMEBODY_THERE = sa.exists().where(MEMBER.c.team == CHANNEL.c.team, MEMBER.c.channel == CHANNEL.c.channel)
PRESENT = sa.exists().where(MEMBER.c.team == PERSON.c.team, MEMBER.c.user == PERSON.c.user)
KNOWN = sa.exists().where(PERSON.c.team == PREFERENCES.c.team, PERSON.c.user == PREFERENCES.c.user)
OWNER = sa.exists().where(PERSON.c.team == LINK.c.team, PERSON.c.user == LINK.c.user, ~PERSON.c.gone)
CALLED = sa.exists().where(PERSON.c.user == OTHER_NAME.c.user)
STILL_HERE = sa.exists().where(
    PERSON.c.team == SUBSCRIPTION.c.team, PERSON.c.user == SUBSCRIPTION.c.user, ~PERSON.c.gone
)
ABSENCE_LEFT = sa.exists().where(
    POSTING.c.subject == sa.literal("absence:") + sa.cast(ABSENCE.c.id, sa.String)
)
CHANNEL_LEFT = sa.exists().where(
    POSTING.c.subject == sa.literal("channel:") + CHANNEL.c.team + ":" + CHANNEL.c.channel
)
NAMED = sa.or_(
    *(
        sa.exists().where(PERSON.c.user == column)
        for column in (
            PROJECT.c.manager,
            PROJECT.c.sponsor,
            ITEM.c.owner,
            ITEM.c.raised_by,
            MEETING.c.organiser,
            MINUTES.c.author,
        )
    ),
    sa.exists().where(sa.cast(ITEM.c.helpers, sa.String).contains(sa.literal('"') + PERSON.c.user + '"')),
)
"""In a record that is left. Who is named in its history alone did something with it within its retention."""


MONTH_AGO, MONTH_AGO_DAY, SEEN_BEFORE, RETENTION_AGO = (
    sa.bindparam(name, type_=like.type)
    for name, like in (
        ("month_ago", JOB.c.due_at),
        ("month_ago_day", ABSENCE.c.last),
        ("seen_before", SEEN.c.at),
        ("retention_ago", PERSON.c.known_at),
    )
)
REMOVALS = (
    Removal(JOB, JOB.c.state.in_(ENDED), JOB.c.due_at < MONTH_AGO),
    Removal(SEEN, SEEN.c.at < SEEN_BEFORE, SEEN.c.key.not_in(OPEN_WORK)),
    Removal(DRAFT, DRAFT.c.at < MONTH_AGO, ~DRAFT.c.key.startswith("minutes:")),
    Removal(ABSENCE, ABSENCE.c.last < MONTH_AGO_DAY),
    Removal(CHANNEL, CHANNEL.c.members_known_at < MONTH_AGO, ~AT_WORK, ~SOMEBODY_THERE),
    Removal(POSTING, POSTING.c.subject.is_(None), POSTING.c.shown_at < MONTH_AGO),
    Removal(POSTING, starts(POSTING.c.subject, "absence:"), POSTING.c.shown_at < MONTH_AGO, ~ABSENCE_LEFT),
    Removal(POSTING, starts(POSTING.c.subject, "channel:"), POSTING.c.shown_at < MONTH_AGO, ~CHANNEL_LEFT),
    Removal(COLUMN, COLUMN.c.at < RETENTION_AGO),
    # As long as any record may show their name, also in its history.
    Removal(PERSON, PERSON.c.known_at < RETENTION_AGO, ~PRESENT, ~NAMED),
    Removal(PREFERENCES, ~KNOWN),
    Removal(OTHER_NAME, sa.or_(OTHER_NAME.c.at < RETENTION_AGO, sa.and_(OTHER_NAME.c.user != "", ~CALLED))),
    Removal(LINK, sa.or_(LINK.c.failing_since < MONTH_AGO, ~OWNER)),
    Removal(SUBSCRIPTION, ~STILL_HERE),
)
"""In order: with an absence or a channel goes what was said of it."""


def clean_up(storage: Storage, now: datetime) -> dict[str, int]:
    """Remove what is old and return how many rows of which table."""
    month_ago = now - KEEP
    about = {
        "month_ago": month_ago,
        "month_ago_day": month_ago.date(),
        "seen_before": now - KEEP_SEEN,
        "retention_ago": month_ago - _longest_retention(storage),
    }
    removed: dict[str, int] = {}
    for removal in REMOVALS:
        name = removal.table.name
        removed[name] = removed.get(name, 0) + removal.run(storage, about)
    return removed


def _longest_retention(storage: Storage) -> timedelta:
    with storage.reading() as uow:
        days = uow.session.connection().execute(sa.select(sa.func.max(PROJECT.c.retention_days))).scalar()
    return timedelta(days=days or 0)
