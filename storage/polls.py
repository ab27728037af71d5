"""Polls and what people answer in them, in SQL.

An answer is a row of its own: people who answer at once are in nobody's way, and the log does not grow by all
answers with each of them.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Index, select
from sqlmodel import Field, col
from sqlmodel import select as select_rows

from bot.polls.model import Answer, Poll, Status, Vote, Votes
from bot.polls.noun import POLL
from storage.core.repository import Recorded, keys_in, names, put, row_of
from storage.core.tables import metadata


class PollRow(Poll, table=True):
    __tablename__ = "poll"
    __table_args__ = (Index("ix_poll_deadline", "project_id", "status", "deadline"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class PollVoteRow(Vote, table=True):
    __tablename__ = "poll_vote"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)
    user: str = Field(primary_key=True)


VOTE = metadata.tables["poll_vote"]


class Polls(Recorded[Poll]):
    value, row, noun = Poll, PollRow, POLL

    def votes(self, keys: Iterable[tuple[int, int]]) -> Mapping[tuple[int, int], Votes]:
        found: dict[tuple[int, int], dict[str, Mapping[int, Answer]]] = defaultdict(dict)
        for some in keys_in(VOTE, keys):
            for row in self.session.connection().execute(select(VOTE).where(some)):
                given = {int(option): Answer(answer) for option, answer in row.answers.items()}
                found[row.project_id, row.number][row.user] = given
        return found

    def vote_of(self, project_id: int, number: int, user: str) -> Vote:
        key = {"project_id": project_id, "number": number, "user": user}
        row = row_of(self.session, VOTE, **key)
        return Vote.model_validate(row._mapping if row else key)

    def put_vote(self, vote: Vote) -> None:
        put(self.session, VOTE, vote.model_dump())

    def open_of(self, project_ids: Sequence[int], user: str) -> list[Poll]:
        query = select_rows(PollRow).where(
            col(PollRow.project_id).in_(project_ids),
            PollRow.status == Status.open,
            col(PollRow.organiser) != user,
            names(PollRow.people, user),
        )
        return self.values(query.order_by(col(PollRow.deadline), col(PollRow.number)))
