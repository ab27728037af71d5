"""Retention: what is over goes when nobody touched it for as long as its project's form says.

With it goes all that tells of it: its history, and by which message it is edited where it stands.

Open items, coming meetings, concepts and decisions that hold stay however old they are, with their whole
history. What others need outlasts them: an item those that wait for it, minutes the items that they made, a
meeting its minutes, which say by it who was absent."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, delete, select

from bot.action_items.ports import ActionItems
from bot.core.events import Event
from bot.core.jobs import batch_subject, event_subject, record_subject
from storage.closed_records import EVENT, LOGGED_AS, OVER, removable
from storage.core.repository import starts
from storage.removal import AT_ONCE, parts
from storage.tables import metadata
from storage.unit_of_work import Storage, UnitOfWork

DRAFT, POSTING, VOTE = (metadata.tables[name] for name in ("draft", "posting", "poll_vote"))
DAY = timedelta(days=1)
RECORDS_AT_ONCE = 20
"""Records that go in one transaction, each with a dozen events and messages."""


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
            connection.execute(delete(EVENT).where(EVENT.c.id.in_(some)))
            connection.execute(delete(POSTING).where(POSTING.c.subject.in_(map(event_subject, some))))


def _closed(uow: UnitOfWork, project_id: int, leavers: Iterable[Event], before: datetime) -> Iterator[Event]:
    """Of people who left, and whose items are all forgotten. From their first event on: without the one of
    their return they would be out again."""
    kept: set[str] = set()
    for event in leavers:
        numbers = (event.after or {}).get("numbers", ())
        if event.at >= before or any(uow.of(ActionItems).get(project_id, number) for number in numbers):
            kept.add(event.who)
        elif event.who not in kept:
            yield event


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
    for some in parts(numbers, RECORDS_AT_ONCE):
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


def _remove(connection: Connection, noun: str, project_id: int, numbers: Sequence[int]) -> Sequence[int]:
    """The records, those that are over still, with all that tells of them; returns their numbers."""
    table, over = OVER[noun]
    these = (table.c.project_id == project_id, table.c.number.in_(numbers), over)
    gone = connection.execute(delete(table).where(*these).returning(table.c.number)).scalars().all()
    nouns = EVENT.c.noun.in_(LOGGED_AS.get(noun, (noun,)))
    told = (EVENT.c.project_id == project_id, nouns, EVENT.c.number.in_(gone))
    batches = _batches(connection, *told)
    connection.execute(delete(EVENT).where(*told))
    forgotten = batches - _batches(connection, EVENT.c.batch.in_(batches))
    subjects = [record_subject(noun, project_id, number) for number in gone]
    subjects += map(batch_subject, forgotten)
    connection.execute(delete(POSTING).where(POSTING.c.subject.in_(subjects)))
    if noun == "polls":
        theirs = (VOTE.c.project_id == project_id, VOTE.c.number.in_(gone))
        connection.execute(delete(VOTE).where(*theirs))
    if noun == "minutes":
        for number in gone:
            connection.execute(delete(DRAFT).where(starts(DRAFT.c.key, f"minutes:{project_id}:{number}:")))
    return gone


def _batches(connection: Connection, *events: ColumnElement[bool]) -> set[str]:
    """The acts that these events are of."""
    found = select(EVENT.c.batch).where(*events, EVENT.c.batch.is_not(None)).distinct()
    return set(connection.execute(found).scalars())
