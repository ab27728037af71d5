"""What minutes ask of storage."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Protocol

from bot.core.nouns import Records
from bot.minutes.model import Minutes


class WordTemplates(Protocol):
    """Word files whose look the minutes of a project have."""

    def of_project(self, project_id: int) -> bytes | None: ...

    def put(self, project_id: int, content: bytes) -> None: ...

    def remove(self, project_id: int) -> None: ...


class MinutesBook(Records[Minutes], Protocol):
    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        """The newest first."""

    def of_meeting(self, project_id: int, meeting: int) -> list[Minutes]:
        """All that are not discarded, the newest first."""

    def of_meeting_or_day(self, project_id: int, meeting: int, day: date) -> list[Minutes]:
        """Those of the meeting, and those of the day that name none."""

    def last_sent(self, project_id: int, meetings: Collection[int]) -> dict[int, int]:
        """By number of the meeting, that of the last of its minutes that were sent."""

    def of_notes(self, project_id: int, author: str, notes: str) -> Minutes | None:
        """The newest that this person wrote of the same notes and did not discard."""

    def mentioning(self, project_ids: Sequence[int], words: Sequence[str]) -> list[Minutes]:
        """Of these projects, whose title or notes hold all these folded words, hidden ones too, and all that
        were corrected; the newest first. None that are discarded."""
