"""Meetings in SQL."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select

from bot.domain.meetings import Meeting, Status
from storage.rows import Numbered
from storage.tables import MeetingRow as Row


class Meetings(Numbered[Meeting]):
    value = Meeting
    row = Row

    def of_projects(self, project_ids: Sequence[int], starts_from: datetime) -> list[Meeting]:
        query = select(Row).where(
            col(Row.project_id).in_(project_ids),
            col(Row.starts) >= starts_from,
            col(Row.status) != Status.cancelled,
        )
        return self.values(query.order_by(col(Row.starts), col(Row.number)))
