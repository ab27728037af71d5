"""Preferences, absences and other names of people, in SQL."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import Index, Select, bindparam, select
from sqlmodel import Field

from bot.core.values import StoredValue
from bot.people.preferences import Absence, Preferences
from storage.core.repository import Repository, add, put, remove
from storage.core.tables import metadata


class PreferencesRow(Preferences, table=True):
    __tablename__ = "preferences"
    team: str = Field(primary_key=True)
    user: str = Field(primary_key=True)


class AbsenceRow(Absence, table=True):
    __tablename__ = "absence"
    __table_args__ = (
        Index("ix_absence_person", "team", "user", "last"),
        Index("ix_absence_deputy", "team", "deputy", "last"),
    )
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]


class OtherNameRow(StoredValue, table=True):
    __tablename__ = "other_name"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    name: str = Field(primary_key=True, max_length=100)
    user: str
    """Empty for nobody of us."""
    at: AwareDatetime
    """The moment at which somebody said so."""


PREFERENCES, ABSENCE, OTHER_NAME = (metadata.tables[it] for it in ("preferences", "absence", "other_name"))
FROM = (
    select(ABSENCE)
    .where(ABSENCE.c.team == bindparam("team"), ABSENCE.c.last >= bindparam("since"))
    .order_by(ABSENCE.c.first, ABSENCE.c.id)
)
OF_PEOPLE = FROM.where(ABSENCE.c.user.in_(bindparam("users", expanding=True)))
OF_DEPUTY = FROM.where(ABSENCE.c.deputy == bindparam("deputy"))


class PreferencesBook(Repository):
    def get(self, team: str, user: str) -> Preferences | None:
        return self.value_at(Preferences, PREFERENCES, team=team, user=user)

    def get_many(self, team: str, users: Iterable[str]) -> dict[str, Preferences]:
        theirs = PREFERENCES.select().where(PREFERENCES.c.team == team, PREFERENCES.c.user.in_(set(users)))
        rows = self.session.connection().execute(theirs)
        return {row.user: Preferences.model_validate(row._mapping) for row in rows}

    def put(self, preferences: Preferences) -> None:
        put(self.session, PREFERENCES, preferences.model_dump())


class Absences(Repository):
    def add(self, absence: Absence) -> Absence:
        return add(self.session, ABSENCE, absence)

    def get(self, absence_id: int) -> Absence | None:
        return self.value_at(Absence, ABSENCE, id=absence_id)

    def remove(self, absence_id: int) -> None:
        remove(self.session, ABSENCE, id=absence_id)

    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        return self._found(OF_PEOPLE, team=team, users=[*users], since=since)

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]:
        return self._found(OF_DEPUTY, team=team, deputy=deputy, since=since)

    def _found(self, query: Select[Any], **about: Any) -> list[Absence]:
        rows = self.session.connection().execute(query, about)
        return [Absence.model_validate(row._mapping) for row in rows]


class OtherNames(Repository):
    def of_project(self, project_id: int) -> dict[str, str]:
        query = OTHER_NAME.select().where(OTHER_NAME.c.project_id == project_id)
        return {row.name: row.user for row in self.session.connection().execute(query)}

    def put(self, project_id: int, name: str, user: str, at: datetime) -> None:
        put(self.session, OTHER_NAME, {"project_id": project_id, "name": name, "user": user, "at": at})
