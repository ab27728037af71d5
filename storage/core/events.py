"""The event log in SQL."""

from collections.abc import Iterable
from datetime import datetime

import sqlalchemy
from sqlalchemy import bindparam, exists, func
from sqlmodel import col, select

from bot.core.events import Event
from storage.core.repository import Repository, keys_in
from storage.core.tables import EventRow, metadata

EVENT = metadata.tables["event"]
NEWEST = sqlalchemy.select(func.max(EVENT.c.id))
NUMBERS_AFTER = (
    sqlalchemy.select(EVENT.c.id, EVENT.c.number)
    .where(EVENT.c.id > bindparam("after"))
    .where(EVENT.c.project_id == bindparam("project"), EVENT.c.noun == bindparam("of"))
    .limit(bindparam("most"))
)
HAPPENED = EVENT.alias("happened")


class Log(Repository):
    def add(self, event: Event) -> int:
        added = self.session.connection().execute(EVENT.insert(), event.model_dump(exclude={"id"}))
        key = added.inserted_primary_key
        assert key is not None
        return int(key[0])

    def get(self, event_id: int) -> Event | None:
        row = self.session.get(EventRow, event_id)
        return None if row is None else Event.model_validate(row)

    def newest(self) -> int:
        return self.session.connection().execute(NEWEST).scalar() or 0

    def numbers_after(self, event_id: int, project_id: int, noun: str, limit: int) -> dict[int, int]:
        about = {"after": event_id, "project": project_id, "of": noun, "most": limit}
        rows = self.session.connection().execute(NUMBERS_AFTER, about)
        return {row.id: row.number for row in rows}

    def of_item(self, project_id: int, noun: str, number: int) -> list[Event]:
        query = select(EventRow).where(
            EventRow.project_id == project_id, EventRow.noun == noun, EventRow.number == number
        )
        return [Event.model_validate(row) for row in self.session.exec(query.order_by(col(EventRow.id)))]

    def of_items(self, items: Iterable[tuple[int, int]], noun: str, what: str) -> list[Event]:
        same = (HAPPENED.c[name] == EVENT.c[name] for name in ("project_id", "noun", "number"))
        happened = exists().where(*same, HAPPENED.c.what == what)
        found = [
            Event.model_validate(row._mapping)
            for some in keys_in(EVENT, items)
            for row in self.session.connection().execute(
                sqlalchemy.select(EVENT).where(some, EVENT.c.noun == noun, happened)
            )
        ]
        return sorted(found, key=lambda event: event.id)

    def since(self, project_id: int, at: datetime, until: datetime | None = None) -> list[Event]:
        query = select(EventRow).where(EventRow.project_id == project_id, col(EventRow.at) > at)
        if until is not None:
            query = query.where(col(EventRow.at) <= until)
        return [Event.model_validate(row) for row in self.session.exec(query.order_by(col(EventRow.id)))]

    def last_of(self, project_id: int, who: str, noun: str) -> Event | None:
        return next(iter(self.of_who(project_id, who, noun, None, 1)), None)

    def of_who(self, project_id: int, who: str, noun: str, before: int | None, limit: int) -> list[Event]:
        query = select(EventRow).where(
            EventRow.project_id == project_id, EventRow.who == who, EventRow.noun == noun
        )
        if before is not None:
            query = query.where(col(EventRow.id) < before)
        rows = self.session.exec(query.order_by(col(EventRow.id).desc()).limit(limit))
        return [Event.model_validate(row) for row in rows]

    def of_batch(self, batch: str, after: int = 0, limit: int | None = None) -> list[Event]:
        query = select(EventRow).where(EventRow.batch == batch, col(EventRow.id) > after)
        rows = self.session.exec(query.order_by(col(EventRow.id)).limit(limit))
        return [Event.model_validate(row) for row in rows]
