"""What the columns of a project's lists hold, in SQL."""

from collections.abc import Mapping
from datetime import datetime

from pydantic import AwareDatetime
from sqlalchemy import String, select
from sqlmodel import Field, Session

from bot.core.values import StoredValue
from bot.notes.headers import LONGEST, Role
from storage.core.repository import put
from storage.core.tables import metadata


class ListColumnRow(StoredValue, table=True):
    __tablename__ = "list_column"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    name: str = Field(primary_key=True, max_length=LONGEST)
    role: Role = Field(sa_type=String(32))
    at: AwareDatetime
    """The moment at which somebody last raised a list with it."""


COLUMN = metadata.tables["list_column"]


class ListColumns:
    def __init__(self, session: Session) -> None:
        self.session = session

    def of_project(self, project_id: int) -> dict[str, Role]:
        query = select(COLUMN.c.name, COLUMN.c.role).where(COLUMN.c.project_id == project_id)
        return {row.name: Role(row.role) for row in self.session.connection().execute(query)}

    def put(self, project_id: int, roles: Mapping[str, Role], at: datetime) -> None:
        for name, role in roles.items():
            put(self.session, COLUMN, {"project_id": project_id, "name": name, "role": role, "at": at})
