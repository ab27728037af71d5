"""Tables that every capability stands on: each inherits its value's fields and adds keys and indexes."""

from typing import Any

from pydantic import AwareDatetime
from sqlalchemy import JSON, Index, MetaData, String, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from bot.core.events import Event
from bot.core.jobs import Job, SentMessage
from bot.core.people import Person
from bot.core.project import Project
from bot.core.values import StoredValue

metadata: MetaData = SQLModel.metadata
metadata.naming_convention = {
    "ix": "ix_%(column_0_label)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Byte order, as SQLite's, so that an index finds all keys that start alike.
KEY = String(200).with_variant(String(200, collation="C"), "postgresql")


def only_where(condition: str) -> dict[str, Any]:
    """For an index of the few rows that `condition` holds for."""
    return {"sqlite_where": text(condition), "postgresql_where": text(condition)}


class PersonRow(Person, table=True):
    __tablename__ = "person"
    team: str = Field(primary_key=True)
    user: str = Field(primary_key=True)
    name: str = Field(index=True)


class MemberRow(StoredValue, table=True):
    """A person who is present in a channel."""

    __tablename__ = "member"
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    user: str = Field(primary_key=True, index=True)


class ChannelRow(StoredValue, table=True):
    """A channel, with the moment at which we last asked who is present."""

    __tablename__ = "channel"
    team: str = Field(primary_key=True)
    channel: str = Field(primary_key=True)
    members_known_at: AwareDatetime


class ProjectRow(Project, table=True):
    __tablename__ = "project"
    __table_args__ = (UniqueConstraint("team", "channel", name="uq_project_team_channel"),)
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]


class CounterRow(StoredValue, table=True):
    """The last number given out, per project and noun."""

    __tablename__ = "counter"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    noun: str = Field(primary_key=True)
    last: int


class EventRow(Event, table=True):
    __tablename__ = "event"
    __table_args__ = (
        Index("ix_event_item", "project_id", "noun", "number", "id"),
        Index("ix_event_at", "project_id", "at"),
        Index("ix_event_who", "project_id", "who", "noun", "id"),
        Index("ix_event_batch", "batch", **only_where("batch IS NOT NULL")),
        # An id stands in buttons: it must never be given to another event.
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    project_id: int = Field(foreign_key="project.id")


class JobRow(Job, table=True):
    __tablename__ = "job"
    __table_args__ = (
        # Of open jobs: those that ended are many, and one that ends leaves the index.
        Index("ix_job_open_due", "due_at", "id", **only_where("state = 'open'")),
        Index("ix_job_open_lane", "lane", "due_at", "id", **only_where("state = 'open'")),
        Index("ix_job_lease", "lease_until", "lane", **only_where("lease_until IS NOT NULL")),
        # An id stands in Slack's metadata: it must never be given to another job.
        {"sqlite_autoincrement": True},
    )
    id: int | None = Field(default=None, primary_key=True)  # type: ignore[assignment]
    key: str = Field(unique=True, sa_type=KEY)


class SentMessageRow(SentMessage, table=True):
    __tablename__ = "posting"
    __table_args__ = (
        Index("ix_posting_message", "channel", "ts"),
        Index("ix_posting_subject", "subject", "shown_at"),
    )
    key: str = Field(primary_key=True, sa_type=KEY)


class IdempotencyKeyRow(StoredValue, table=True):
    """Events, commands and clicks that were acted on: the second copy finds its key here."""

    __tablename__ = "seen"
    key: str = Field(primary_key=True)
    at: AwareDatetime = Field(index=True)


class PendingRequestRow(StoredValue, table=True):
    __tablename__ = "draft"
    key: str = Field(primary_key=True)
    who: str
    content: dict[str, Any] = Field(sa_type=JSON)
    at: AwareDatetime = Field(index=True)
