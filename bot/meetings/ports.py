"""The port through which meetings are kept."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Protocol

from bot.meetings.model import Meeting


class Meetings(Protocol):
    def get(self, project_id: int, number: int) -> Meeting | None: ...
    def get_many(self, keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Meeting]:
        """Those that there are, by project and number; to read only."""

    def add(self, meeting: Meeting) -> None: ...
    def put(self, meeting: Meeting) -> None: ...
    def of_projects(
        self, project_ids: Sequence[int], starts_from: datetime, person: str | None = None
    ) -> list[Meeting]:
        """Not cancelled, from the naive wall-clock time `starts_from` on, by start; `person`: only those to
        which they are asked."""
