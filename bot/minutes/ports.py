"""What minutes ask of storage."""

from typing import Protocol

from bot.minutes.model import Minutes


class MinutesBook(Protocol):
    def get(self, project_id: int, number: int) -> Minutes | None: ...
    def add(self, minutes: Minutes) -> None: ...
    def put(self, minutes: Minutes) -> None: ...
    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        """The newest first."""
