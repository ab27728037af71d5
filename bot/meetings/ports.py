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
        since: datetime,
        person: str | None = None,
        *,
        cancelled: bool = False,
    ) -> list[Meeting]:
        """No series, by start: all that are not over at the instant `since`, and some that are, as they are
        kept by wall clock; `person`: only those to which they are asked; `cancelled`: with those that are."""

    def of_team(self, team: str, begin: datetime, end: datetime) -> list[Meeting]:
        """As `of_projects`, planned ones of all its projects between two instants."""

    def of_series(self, project_id: int, series: int) -> list[Meeting]:
        """Its meetings, cancelled ones too, by their slots."""
