"""The ports of preferences and absences to storage."""

from collections.abc import Iterable
from datetime import date
from typing import Protocol

from bot.people.preferences import Absence, Preferences


class PreferencesBook(Protocol):
    def get(self, team: str, user: str) -> Preferences | None:
        """None for those who never chose any."""

    def put(self, preferences: Preferences) -> None: ...


class Absences(Protocol):
    def add(self, absence: Absence) -> Absence: ...
    def get(self, absence_id: int) -> Absence | None: ...
    def remove(self, absence_id: int) -> None: ...
    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        """Those that end on `since` or later, by their first day."""

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]: ...
