"""The port of linked calendars to storage."""

from collections.abc import Iterable
from datetime import datetime
from typing import Protocol

from bot.availability.model import CalendarLink


class CalendarLinks(Protocol):
    def add(self, link: CalendarLink) -> CalendarLink: ...
    def get(self, link_id: int) -> CalendarLink | None: ...
    def put(self, link: CalendarLink) -> None: ...
    def remove(self, link_id: int) -> None: ...
    def untried_since(self, moment: datetime) -> list[CalendarLink]:
        """Linked before it, and not tried since."""

    def of_people(self, team: str, users: Iterable[str]) -> list[CalendarLink]:
        """In the order in which they were linked."""
