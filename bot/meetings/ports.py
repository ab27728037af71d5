"""The port through which meetings are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.core.nouns import Records
from bot.meetings.model import Meeting


class Meetings(Records[Meeting], Protocol):
    def of_projects(
        self,
        project_ids: Sequence[int],
        starts_from: datetime,
        person: str | None = None,
        *,
        cancelled: bool = False,
    ) -> list[Meeting]:
        """No series, from the naive wall-clock time `starts_from` on, by start; `person`: only those to which
        they are asked; `cancelled`: with those that are."""

    def of_team(self, team: str, starts_from: datetime, starts_until: datetime) -> list[Meeting]:
        """Planned ones of all its projects that start between two naive wall-clock times, by start."""

    def of_series(self, project_id: int, series: int) -> list[Meeting]:
        """Its meetings, cancelled ones too, by their slots."""
