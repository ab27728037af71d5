"""Retention of what the log tells of a project itself: all but what is still read of it goes with time."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from sqlalchemy import delete

from bot.action_items.model import ActionItems
from bot.core.events import Event
from bot.core.jobs import event_subject
from storage.removal import AT_ONCE, parts
from storage.tables import metadata
from storage.unit_of_work import Storage, UnitOfWork

EVENT, POSTING = metadata.tables["event"], metadata.tables["posting"]


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
