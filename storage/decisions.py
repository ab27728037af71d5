"""Decisions in SQL."""

from sqlalchemy import Index
from sqlmodel import Field

from bot.decisions.model import Decision
from bot.decisions.noun import DECISION
from storage.core.records import Recorded


class DecisionRow(Decision, table=True):
    __tablename__ = "decision"
    __table_args__ = (
        Index("ix_decision_day", "project_id", "decided_on", "number"),
        Index("ix_decision_minutes", "project_id", "minutes"),
    )
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class Decisions(Recorded[Decision]):
    value, row, noun = Decision, DecisionRow, DECISION
