"""Meetings in SQL."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Index
from sqlmodel import Field, col, select

from bot.core.calendar import is_zone
from bot.meetings.feed import Subscription
from bot.meetings.model import Meeting, Status
from bot.meetings.noun import MEETING
from storage.core.people import PROJECT, project_of
from storage.core.repository import Recorded, Repository, names, put, remove, row_of
from storage.core.tables import metadata


class MeetingRow(Meeting, table=True):
    __tablename__ = "meeting"
    __table_args__ = (Index("ix_meeting_starts", "project_id", "starts"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class SubscriptionRow(Subscription, table=True):
    __tablename__ = "calendar_subscription"
    team: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    token_hash: str = Field(unique=True)


MARGIN = timedelta(days=2)
"""More than any zone is away and any meeting lasts: they are kept by wall clock."""
SUBSCRIPTION = metadata.tables["calendar_subscription"]


class Meetings(Recorded[Meeting]):
    value, row, noun = Meeting, MeetingRow, MEETING

    def value_of(self, row: Any) -> Meeting:
        """On the project's clock where this machine does not know the meeting's."""
        meeting = super().value_of(row)
        if is_zone(meeting.zone):
            return meeting
        project = row_of(self.session, PROJECT, id=meeting.project_id)
        return meeting.evolve(zone=project_of(project._mapping).zone if project else "UTC")

    def of_projects(
        self,
        project_ids: Sequence[int],
        since: datetime,
        person: str | None = None,
        *,
        cancelled: bool = False,
    ) -> list[Meeting]:
        query = select(MeetingRow).where(
            col(MeetingRow.project_id).in_(project_ids),
            col(MeetingRow.starts) >= _wall(since - MARGIN),
            col(MeetingRow.status) != Status.repeating,
        )
        if not cancelled:
            query = query.where(col(MeetingRow.status) != Status.cancelled)
        if person is not None:
            query = query.where(names(MeetingRow.people, person))
        return self.values(query.order_by(col(MeetingRow.starts), col(MeetingRow.number)))

    def of_team(self, team: str, begin: datetime, end: datetime) -> list[Meeting]:
        query = select(MeetingRow).where(
            col(MeetingRow.project_id).in_(select(PROJECT.c.id).where(PROJECT.c.team == team)),
            col(MeetingRow.starts).between(_wall(begin - MARGIN), _wall(end + MARGIN)),
            col(MeetingRow.status) == Status.planned,
        )
        return self.values(query.order_by(col(MeetingRow.starts), col(MeetingRow.number)))

    def of_series(self, project_id: int, series: int) -> list[Meeting]:
        query = select(MeetingRow).where(
            col(MeetingRow.project_id) == project_id, col(MeetingRow.series) == series
        )
        return self.values(query.order_by(col(MeetingRow.slot)))


def _wall(instant: datetime) -> datetime:
    return instant.astimezone(UTC).replace(tzinfo=None)


class Subscriptions(Repository):
    def get(self, team: str, user: str) -> Subscription | None:
        return self.value_at(Subscription, SUBSCRIPTION, team=team, user=user)

    def of_token(self, token_hash: str) -> Subscription | None:
        wanted = SUBSCRIPTION.select().where(SUBSCRIPTION.c.token_hash == token_hash)
        row = self.session.connection().execute(wanted).one_or_none()
        return None if row is None else Subscription.model_validate(row._mapping)

    def put(self, subscription: Subscription) -> None:
        put(self.session, SUBSCRIPTION, subscription.model_dump())

    def remove(self, team: str, user: str) -> None:
        remove(self.session, SUBSCRIPTION, team=team, user=user)
