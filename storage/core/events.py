"""The event log in SQL."""

from collections.abc import Iterable
from datetime import datetime
from itertools import chain
from typing import Any

from sqlalchemy import ColumnElement, bindparam, exists, func, select

from bot.core.events import Event
from storage.core.repository import Repository, add, keys_in
from storage.core.tables import metadata

EVENT = metadata.tables["event"]
OF = EVENT.c
NEWEST = select(func.max(OF.id))
NUMBERS_AFTER = (
    select(OF.id, OF.number)
    .where(OF.id > bindparam("after"))
    .where(OF.project_id == bindparam("project"), OF.noun == bindparam("of"))
    .limit(bindparam("most"))
)
HAPPENED = EVENT.alias("happened")


class Log(Repository):
    def add(self, event: Event) -> int:
        return add(self.session, EVENT, event).id

    def get(self, event_id: int) -> Event | None:
        return self.value_at(Event, EVENT, id=event_id)

    def newest(self) -> int:
        return self.session.connection().execute(NEWEST).scalar() or 0

    def numbers_after(self, event_id: int, project_id: int, noun: str, limit: int) -> dict[int, int]:
        about = {"after": event_id, "project": project_id, "of": noun, "most": limit}
        rows = self.session.connection().execute(NUMBERS_AFTER, about)
        return {row.id: row.number for row in rows}

    def of_item(self, project_id: int, noun: str, number: int) -> list[Event]:
        return self._found(OF.project_id == project_id, OF.noun == noun, OF.number == number)

    def of_items(self, items: Iterable[tuple[int, int]], noun: str, what: str) -> list[Event]:
        same = (HAPPENED.c[name] == OF[name] for name in ("project_id", "noun", "number"))
        happened = exists().where(*same, HAPPENED.c.what == what)
        found = [self._found(some, OF.noun == noun, happened) for some in keys_in(EVENT, items)]
        return sorted(chain.from_iterable(found), key=lambda event: event.id)

    def since(self, project_id: int, at: datetime, until: datetime | None = None) -> list[Event]:
        return self._found(OF.project_id == project_id, OF.at > at, *([OF.at <= until] if until else ()))

    def last_of(self, project_id: int, who: str, noun: str) -> Event | None:
        return next(iter(self.of_who(project_id, who, noun, None, 1)), None)

    def of_who(self, project_id: int, who: str, noun: str, before: int | None, limit: int) -> list[Event]:
        theirs = (OF.project_id == project_id, OF.who == who, OF.noun == noun)
        earlier = () if before is None else (OF.id < before,)
        return self._found(*theirs, *earlier, order=OF.id.desc(), limit=limit)

    def of_batch(self, batch: str, after: int = 0, limit: int | None = None) -> list[Event]:
        return self._found(OF.batch == batch, OF.id > after, limit=limit)

    def _found(
        self, *which: ColumnElement[bool], order: ColumnElement[Any] | None = None, limit: int | None = None
    ) -> list[Event]:
        """The first of them first, unless in another order."""
        query = select(EVENT).where(*which).order_by(OF.id if order is None else order).limit(limit)
        return [Event.model_validate(row._mapping) for row in self.session.connection().execute(query)]
