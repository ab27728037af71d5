"""Decisions in SQL."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import Index
from sqlmodel import Field, col, select

from bot.decisions.model import Decision, Status
from bot.decisions.noun import DECISION
from storage.core.repository import Recorded


class DecisionRow(Decision, table=True):
    __tablename__ = "decision"
    __table_args__ = (Index("ix_decision_day", "project_id", "decided_on", "number"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class Decisions(Recorded[Decision]):
    value, row, noun = Decision, DecisionRow, DECISION

    def latest(self, project_ids: Sequence[int], since: date, limit: int) -> list[Decision]:
        query = select(DecisionRow).where(
            col(DecisionRow.project_id).in_(project_ids),
            col(DecisionRow.decided_on) >= since,
            DecisionRow.status == Status.valid,
        )
        newest = (col(DecisionRow.decided_on).desc(), col(DecisionRow.number).desc())
        return self.values(query.order_by(*newest).limit(limit))
