"""Minutes and decisions in SQL."""

from sqlmodel import col, select

from bot.domain.minutes import Decision, Minutes
from storage.rows import Numbered
from storage.tables import DecisionRow, MinutesRow


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
