"""The ports of preferences and absences to storage."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Protocol

from bot.people.preferences import Absence, Preferences


class PreferencesBook(Protocol):
    def get(self, team: str, user: str) -> Preferences | None:
        """None for those who never chose any."""

    def get_many(self, team: str, users: Iterable[str]) -> dict[str, Preferences]:
        """By user id, of those who chose any."""

    def put(self, preferences: Preferences) -> None: ...


class Absences(Protocol):
    def add(self, absence: Absence) -> Absence: ...
    def get(self, absence_id: int) -> Absence | None: ...
    def remove(self, absence_id: int) -> None: ...
    def of_people(self, team: str, users: Iterable[str], since: date) -> list[Absence]:
        """Those that end on `since` or later, by their first day."""

    def of_deputy(self, team: str, deputy: str, since: date) -> list[Absence]: ...


class OtherNames(Protocol):
    """Names by which a project's notes and lists call somebody, beside those that Slack knows."""

    def of_project(self, project_id: int) -> dict[str, str]:
        """User ids by `matching.other_name`; empty for a name of nobody of us."""

    def put(self, project_id: int, name: str, user: str, at: datetime) -> None: ...
