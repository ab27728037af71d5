"""Minutes in SQL."""

from sqlmodel import Field, col, select

from bot.minutes.model import Minutes
from storage.core.repository import Numbered


class MinutesRow(Minutes, table=True):
    __tablename__ = "minutes"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class MinutesBook(Numbered[Minutes]):
    value = Minutes
    row = MinutesRow

    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        query = select(MinutesRow).where(MinutesRow.project_id == project_id)
        return self.values(query.order_by(col(MinutesRow.number).desc()).limit(limit))
