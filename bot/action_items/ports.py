"""The storage of action items, as the use cases need it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Protocol

from bot.action_items.model import ActionItem, Own
from bot.core.nouns import Records
from bot.notes.headers import Role


class ActionItems(Records[ActionItem], Protocol):
    def of_project(
        self, project_id: int, *, open: bool | None = None, due_before: date | None = None
    ) -> list[ActionItem]:
        """By due date (without one last), then number."""

    def climbing(self, project_ids: Sequence[int], due_before: date, postponed: int) -> list[ActionItem]:
        """Open ones due before that day, or postponed at least so often; in the same order."""

    def own(self, own: Own, project_ids: Sequence[int], user: str, limit: int) -> list[ActionItem]:
        """Open ones of these projects, by due date."""

    def count_own(self, own: Own, project_ids: Sequence[int], user: str) -> int: ...
    def asked_in(self, project_ids: Sequence[int]) -> list[ActionItem]:
        """Open ones whose owner asks for another date or owner, whoever raised them."""

    def late_in(self, projects: Mapping[date, Sequence[int]]) -> dict[int, int]:
        """How many are late, by project; `projects` by what day it is there."""

    def without_owner_in(self, project_ids: Sequence[int]) -> dict[int, int]:
        """How many open ones nobody does, inside or outside, by project."""

    def open_of_owners(self, project_ids: Sequence[int], owners: Collection[str]) -> list[ActionItem]: ...
    def done_since(self, project_ids: Sequence[int], since: datetime) -> list[ActionItem]:
        """By due date."""

    def of_source(self, source_message: str) -> list[ActionItem]:
        """Those made from this message, given as `channel:ts`."""

    def open_raised_by(
        self,
        project_ids: Sequence[int],
        raised_by: Collection[str],
        *,
        outside: bool = False,
        due_before: date | None = None,
    ) -> list[ActionItem]:
        """By due date; `outside`: only those whose owner is from outside the workspace."""

    def open_texts(self, project_id: int, numbers: Sequence[int] | None = None) -> dict[int, str]:
        """By number, in order: of very many, nothing but what they say; of these numbers, or of all."""

    def open_texts_after(self, project_id: int, number: int, limit: int) -> dict[int, str]:
        """Of later numbers, the newest first."""

    def responsible_in(self, project_id: int) -> set[str]:
        """User ids of who is asked for something open: its owner, or who raised it for somebody outside."""


class ListColumns(Protocol):
    """What a project's people said that the columns of their lists hold."""

    def of_project(self, project_id: int) -> dict[str, Role]:
        """By their names in lower case."""

    def put(self, project_id: int, roles: Mapping[str, Role], at: datetime) -> None:
        """`at`: when a list with these columns was raised."""
