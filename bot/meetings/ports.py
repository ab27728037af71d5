"""The port through which meetings are kept."""

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from bot.meetings.model import Meeting


class Meetings(Protocol):
    def get(self, project_id: int, number: int) -> Meeting | None: ...
    def add(self, meeting: Meeting) -> None: ...
    def put(self, meeting: Meeting) -> None: ...
    def of_projects(self, project_ids: Sequence[int], starts_from: datetime) -> list[Meeting]:
        """Not cancelled, from the naive wall-clock time `starts_from` on, by start."""
