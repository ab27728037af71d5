"""Meetings in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, col, select

from bot.core.calendar import is_zone
from bot.meetings.model import Meeting, Status
from bot.meetings.noun import MEETING
from storage.core.projects import PROJECT, project_of
from storage.core.records import Recorded
from storage.core.repository import names, row_of


class MeetingRow(Meeting, table=True):
    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_starts", "project_id", "starts"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class Meetings(Recorded[Meeting]):
    value, row, noun = Meeting, MeetingRow, MEETING

    def value_of(self, row: Any) -> Meeting:
        """On the project's clock where this machine does not know the meeting's."""
        meeting = super().value_of(row)
        if is_zone(meeting.zone):
            return meeting
        project = row_of(self.session, PROJECT, id=meeting.project_id)
        return meeting.model_copy(update={"zone": project_of(project._mapping).zone if project else "UTC"})

    def of_projects(
        self, project_ids: Sequence[int], starts_from: datetime, person: str | None = None
    ) -> list[Meeting]:
        query = select(MeetingRow).where(
            col(MeetingRow.project_id).in_(project_ids),
            col(MeetingRow.starts) >= starts_from,
            col(MeetingRow.status).not_in((Status.cancelled, Status.repeating)),
        )
        if person is not None:
            query = query.where(names(MeetingRow.people, person))
        return self.values(query.order_by(col(MeetingRow.starts), col(MeetingRow.number)))

    def of_series(self, project_id: int, series: int) -> list[Meeting]:
        query = select(MeetingRow).where(
            col(MeetingRow.project_id) == project_id, col(MeetingRow.series) == series
        )
        return self.values(query.order_by(col(MeetingRow.slot)))
