"""Preferences and absences of people, in SQL."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import Index, delete
from sqlmodel import Field, Session, col, select

from bot.people.preferences import Absence, Preferences
from storage.core.repository import put, row_of
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


PREFERENCES, ABSENCE = (metadata.tables[name] for name in ("preferences", "absence"))


class PreferencesBook:
    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, team: str, user: str) -> Preferences | None:
        row = row_of(self.session, PREFERENCES, team=team, user=user)
        return None if row is None else Preferences.model_validate(row._mapping)

    def put(self, preferences: Preferences) -> None:
        put(self.session, PREFERENCES, preferences.model_dump())


class Absences:
    def __init__(self, session: Session) -> None:
        self.session = session

    def add(self, absence: Absence) -> Absence:
        row = AbsenceRow(**absence.model_dump(exclude={"id"}))
        self.session.add(row)
        self.session.flush()
        return Absence.model_validate(row)

    def get(self, absence_id: int) -> Absence | None:
        row = row_of(self.session, ABSENCE, id=absence_id)
        return None if row is None else Absence.model_validate(row._mapping)

    def remove(self, absence_id: int) -> None:
        self.session.connection().execute(delete(ABSENCE).where(ABSENCE.c.id == absence_id))
        self.session.expire_all()

    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        return self._from(team, col(AbsenceRow.user).in_(list(users)), since)

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]:
        return self._from(team, col(AbsenceRow.deputy) == deputy, since)

    def _from(self, team: str, whose: object, since: date) -> list[Absence]:
        query = select(AbsenceRow).where(AbsenceRow.team == team, whose, col(AbsenceRow.last) >= since)  # type: ignore[arg-type]
        ordered = query.order_by(col(AbsenceRow.first), col(AbsenceRow.id))
        return [Absence.model_validate(row) for row in self.session.exec(ordered)]
