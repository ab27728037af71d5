"""Meetings in SQL."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select

from bot.domain.calendar import is_zone
from bot.domain.meetings import Meeting, Status
from storage.projects import PROJECT, project_of
from storage.rows import Numbered, row_of
from storage.tables import MeetingRow as Row


class Meetings(Numbered[Meeting]):
    value = Meeting
    row = Row

    def value_of(self, row: Any) -> Meeting:
        """On the project's clock where this machine does not know the meeting's."""
        meeting = super().value_of(row)
        if is_zone(meeting.zone):
            return meeting
        project = row_of(self.session, PROJECT, id=meeting.project_id)
        return meeting.model_copy(update={"zone": project_of(project._mapping).zone if project else "UTC"})

    def of_projects(self, project_ids: Sequence[int], starts_from: datetime) -> list[Meeting]:
        query = select(Row).where(
            col(Row.project_id).in_(project_ids),
            col(Row.starts) >= starts_from,
            col(Row.status) != Status.cancelled,
        )
        return self.values(query.order_by(col(Row.starts), col(Row.number)))
