"""Linked calendars, in SQL."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import ColumnElement, Index, func, select
from sqlmodel import Field

from bot.availability.model import CalendarLink
from storage.core.repository import Repository, add, put, remove
from storage.core.tables import metadata


class CalendarLinkRow(CalendarLink, table=True):
    __tablename__ = "calendar_link"
    __table_args__ = (Index("ix_calendar_link_person", "team", "user"),)
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]


LINK = metadata.tables["calendar_link"]


class CalendarLinks(Repository):
    def add(self, link: CalendarLink) -> CalendarLink:
        return add(self.session, LINK, link)

    def get(self, link_id: int) -> CalendarLink | None:
        connection = self.session.connection()
        query = select(LINK).where(LINK.c.id == link_id)
        # Locked, so that a reading does not write over what its owner gives meanwhile.
        reading = connection.get_execution_options().get("reading", False)
        row = connection.execute(query if reading else query.with_for_update()).first()
        return None if row is None else CalendarLink.model_validate(row._mapping)

    def put(self, link: CalendarLink) -> None:
        put(self.session, LINK, link.model_dump())

    def remove(self, link_id: int) -> None:
        remove(self.session, LINK, id=link_id)

    def of_people(self, team: str, users: Iterable[str]) -> list[CalendarLink]:
        return self._where(LINK.c.team == team, LINK.c.user.in_(set(users)))

    def untried_since(self, moment: datetime) -> list[CalendarLink]:
        return self._where(func.coalesce(LINK.c.tried_at, LINK.c.linked_at) < moment)

    def _where(self, *conditions: ColumnElement[bool]) -> list[CalendarLink]:
        rows = self.session.connection().execute(select(LINK).where(*conditions).order_by(LINK.c.id))
        return [CalendarLink.model_validate(row._mapping) for row in rows]
