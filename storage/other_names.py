"""Other names of people in a project's notes and lists, in SQL."""

from datetime import datetime

from pydantic import AwareDatetime
from sqlalchemy import select
from sqlmodel import Field, Session

from bot.core.values import StoredValue
from storage.core.repository import put
from storage.core.tables import metadata


class OtherNameRow(StoredValue, table=True):
    __tablename__ = "other_name"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    name: str = Field(primary_key=True, max_length=100)
    user: str
    """Empty for nobody of us."""
    at: AwareDatetime
    """The moment at which somebody said so."""


OTHER_NAME = metadata.tables["other_name"]


class OtherNames:
    def __init__(self, session: Session) -> None:
        self.session = session

    def of_project(self, project_id: int) -> dict[str, str]:
        query = select(OTHER_NAME.c.name, OTHER_NAME.c.user).where(OTHER_NAME.c.project_id == project_id)
        return {row.name: row.user for row in self.session.connection().execute(query)}

    def put(self, project_id: int, name: str, user: str, at: datetime) -> None:
        put(self.session, OTHER_NAME, {"project_id": project_id, "name": name, "user": user, "at": at})
