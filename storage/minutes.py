"""Minutes and decisions in SQL."""

from sqlalchemy import Index
from sqlmodel import Field, col, select

from bot.minutes.model import Decision, Minutes
from storage.core.repository import Numbered


class MinutesRow(Minutes, table=True):
    __tablename__ = "minutes"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class DecisionRow(Decision, table=True):
    __tablename__ = "decision"
    __table_args__ = (Index("ix_decision_minutes", "project_id", "minutes"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class MinutesBook(Numbered[Minutes]):
    value = Minutes
    row = MinutesRow

    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        query = select(MinutesRow).where(MinutesRow.project_id == project_id)
        return self.values(query.order_by(col(MinutesRow.number).desc()).limit(limit))


class Decisions(Numbered[Decision]):
    value = Decision
    row = DecisionRow

    def of_minutes(self, project_id: int, minutes: int) -> list[Decision]:
        query = select(DecisionRow).where(
            DecisionRow.project_id == project_id, DecisionRow.minutes == minutes
        )
        return self.values(query.order_by(col(DecisionRow.number)))
