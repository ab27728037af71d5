"""The port through which polls, and what people answer in them, are kept."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from bot.core.nouns import Records
from bot.polls.model import Poll, Vote, Votes


class Polls(Records[Poll], Protocol):
    def votes(self, keys: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], Votes]:
        """Of polls by project and number."""

    def vote_of(self, project_id: int, number: int, user: str) -> Vote:
        """Without answers where there are none yet."""

    def put_vote(self, vote: Vote) -> None:
        """In place of what they answered before; safe when many do so at once."""

    def open_of(self, project_ids: Sequence[int], user: str) -> list[Poll]:
        """Open ones of these projects in which this person is asked, the first deadline first."""
