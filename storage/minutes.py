"""Minutes in SQL, and the Word files of which those of a project take their look."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Index, String, and_, cast, func, or_
from sqlmodel import Field, col, select

from bot.core.values import StoredValue
from bot.minutes.model import SENT, Minutes, Status
from bot.minutes.noun import MINUTES
from storage.core.engine import folded
from storage.core.repository import Recorded, Repository, put, remove, row_of
from storage.core.tables import metadata


class MinutesRow(Minutes, table=True):
    __tablename__ = "minutes"
    __table_args__ = (Index("ix_minutes_day", "project_id", "held_on", "number"),)
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class MinutesBook(Recorded[Minutes]):
    value, row, noun = Minutes, MinutesRow, MINUTES

    def of_project(self, project_id: int, limit: int) -> list[Minutes]:
        return self._newest(project_id, limit=limit)

    def of_meeting(self, project_id: int, meeting: int) -> list[Minutes]:
        kept = col(MinutesRow.status) != Status.discarded
        return self._newest(project_id, col(MinutesRow.meeting) == meeting, kept)

    def of_meeting_or_day(self, project_id: int, meeting: int, day: date) -> list[Minutes]:
        nameless = and_(col(MinutesRow.meeting).is_(None), col(MinutesRow.held_on) == day)
        return self._newest(project_id, or_(col(MinutesRow.meeting) == meeting, nameless))

    def last_sent(self, project_id: int, meetings: Collection[int]) -> dict[int, int]:
        query = (
            select(col(MinutesRow.meeting), func.max(MinutesRow.number))
            .where(col(MinutesRow.project_id) == project_id, col(MinutesRow.meeting).in_(meetings))
            .where(col(MinutesRow.status).in_(SENT))
            .group_by(col(MinutesRow.meeting))
        )
        return {meeting: number for meeting, number in self.session.exec(query) if meeting is not None}

    def of_notes(self, project_id: int, author: str, notes: str) -> Minutes | None:
        kept, theirs = col(MinutesRow.status) != Status.discarded, col(MinutesRow.author) == author
        found = self._newest(project_id, kept, theirs, col(MinutesRow.notes) == notes, limit=1)
        return found[0] if found else None

    def mentioning(self, project_ids: Sequence[int], words: Sequence[str]) -> list[Minutes]:
        text = folded(col(MinutesRow.title) + "\n" + col(MinutesRow.notes))
        corrected = cast(col(MinutesRow.amendments), String) != "[]"
        query = select(MinutesRow).where(
            col(MinutesRow.project_id).in_(project_ids),
            col(MinutesRow.status) != Status.discarded,
            or_(corrected, and_(*(text.contains(word, autoescape=True) for word in words))),
        )
        return self.values(query.order_by(col(MinutesRow.held_on).desc(), col(MinutesRow.number).desc()))

    def _newest(self, project_id: int, *some: ColumnElement[bool], limit: int | None = None) -> list[Minutes]:
        query = select(MinutesRow).where(col(MinutesRow.project_id) == project_id, *some)
        return self.values(query.order_by(col(MinutesRow.number).desc()).limit(limit))


class WordTemplateRow(StoredValue, table=True):
    __tablename__ = "word_template"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    content: bytes


TEMPLATE = metadata.tables["word_template"]


class WordTemplates(Repository):
    def of_project(self, project_id: int) -> bytes | None:
        row = row_of(self.session, TEMPLATE, project_id=project_id)
        return bytes(row.content) if row else None

    def put(self, project_id: int, content: bytes) -> None:
        put(self.session, TEMPLATE, {"project_id": project_id, "content": content})

    def remove(self, project_id: int) -> None:
        remove(self.session, TEMPLATE, project_id=project_id)
