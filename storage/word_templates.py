"""Word files of which the minutes of a project take their look, in SQL."""

from sqlalchemy import delete, select
from sqlmodel import Field, Session

from bot.core.values import StoredValue
from storage.core.repository import put
from storage.core.tables import metadata


class WordTemplateRow(StoredValue, table=True):
    __tablename__ = "word_template"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    content: bytes


TEMPLATE = metadata.tables["word_template"]


class WordTemplates:
    def __init__(self, session: Session) -> None:
        self.session = session

    def of_project(self, project_id: int) -> bytes | None:
        query = select(TEMPLATE.c.content).where(TEMPLATE.c.project_id == project_id)
        content: bytes | None = self.session.connection().execute(query).scalar()
        return content

    def put(self, project_id: int, content: bytes) -> None:
        put(self.session, TEMPLATE, {"project_id": project_id, "content": content})

    def remove(self, project_id: int) -> None:
        self.session.connection().execute(delete(TEMPLATE).where(TEMPLATE.c.project_id == project_id))
