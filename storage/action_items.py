"""Action items, and what the columns of a project's lists of them hold, in SQL."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import sqlalchemy
from pydantic import AwareDatetime
from sqlalchemy import ColumnElement, Index, String, and_, bindparam, case, or_
from sqlalchemy.orm import aliased
from sqlmodel import Field, col, func, select

from bot.action_items.model import ActionItem, Own, Status
from bot.action_items.noun import ACTION_ITEM
from bot.core.values import StoredValue
from bot.notes.headers import LONGEST, Role
from storage.core.engine import folded
from storage.core.repository import Recorded, Repository, put
from storage.core.tables import PersonRow, ProjectRow, metadata, only_where


class ActionItemRow(ActionItem, table=True):
    __tablename__ = "action_item"
    __table_args__ = (
        Index("ix_action_item_open_due", "project_id", "status", "due", "number"),
        Index("ix_action_item_owner", "owner", "status", "project_id"),
        Index("ix_action_item_raised_by", "raised_by", "status", "project_id"),
        Index("ix_action_item_done", "project_id", "status", "done_at", "number"),
        Index("ix_action_item_source", "source_message", **only_where("source_message IS NOT NULL")),
        Index("ix_action_item_waits", "project_id", "waits_for", **only_where("waits_for IS NOT NULL")),
    )
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    number: int = Field(primary_key=True)


class ListColumnRow(StoredValue, table=True):
    __tablename__ = "list_column"
    project_id: int = Field(primary_key=True, foreign_key="project.id")
    name: str = Field(primary_key=True, max_length=LONGEST)
    role: Role = Field(sa_type=String(32))
    at: AwareDatetime
    """The moment at which somebody last raised a list with it."""


Row, COLUMN = ActionItemRow, metadata.tables["list_column"]
OPEN_TEXT = (
    sqlalchemy.select(col(Row.number), col(Row.text))
    .where(col(Row.project_id) == bindparam("project"))
    .where(col(Row.status) == Status.open)
)
OPEN_TEXTS = OPEN_TEXT.order_by(col(Row.number))
OPEN_TEXTS_OF = OPEN_TEXTS.where(col(Row.number).in_(bindparam("numbers", expanding=True)))
OPEN_TEXTS_AFTER = (
    OPEN_TEXT.where(col(Row.number) > bindparam("after"))
    .order_by(col(Row.number).desc())
    .limit(bindparam("most"))
)
DUE_ORDER = (col(Row.due).is_(None), col(Row.due), col(Row.number))
OWN_ORDER = (col(Row.due).nulls_last(), col(Row.project_id), col(Row.number))
Awaited = aliased(Row)
"""The item that another one waits for."""
NAME = (
    select(PersonRow.name)
    .join(ProjectRow, col(ProjectRow.id) == Row.project_id)
    .where(col(PersonRow.user) == Row.owner, col(PersonRow.team) == ProjectRow.team)
    .correlate(Row)
    .scalar_subquery()
)


class ActionItems(Recorded[ActionItem]):
    value, row, noun = ActionItem, Row, ACTION_ITEM
    ordered_by = {"owner_name": folded(func.coalesce(NAME, col(Row.owner), col(Row.outside)))}

    def of_project(
        self, project_id: int, *, open: bool | None = None, due_before: date | None = None
    ) -> list[ActionItem]:
        return self._by_due(*_where(project_id, open), *_due(due_before))

    def climbing(self, project_ids: Sequence[int], due_before: date, postponed: int) -> list[ActionItem]:
        late, moved = col(Row.due) < due_before, col(Row.times_postponed) >= postponed
        return self._by_due(*_open(project_ids), or_(late, moved))

    def _by_due(self, *where: ColumnElement[bool]) -> list[ActionItem]:
        return self.values(select(Row).where(*where).order_by(*DUE_ORDER))

    def own(self, own: Own, project_ids: Sequence[int], user: str, limit: int) -> list[ActionItem]:
        return self.values(self.owned(own, project_ids, user, select(Row)).order_by(*OWN_ORDER).limit(limit))

    def count_own(self, own: Own, project_ids: Sequence[int], user: str) -> int:
        count = select(func.count()).select_from(Row)
        return int(self.session.exec(self.owned(own, project_ids, user, count)).one())

    def owned(self, own: Own, project_ids: Sequence[int], user: str, query: Any) -> Any:
        raised, others = col(Row.raised_by) == user, or_(col(Row.owner).is_(None), col(Row.owner) != user)
        concerns = {
            Own.owned: (col(Row.owner) == user,),
            Own.raised: (raised, others),
            Own.asked: (raised, col(Row.counter_offer).is_not(None)),
            Own.awaited: (col(Awaited.owner) == user, col(Awaited.status) == Status.open, others),
        }
        if own is Own.awaited:
            of_it = and_(col(Awaited.project_id) == Row.project_id, col(Awaited.number) == Row.waits_for)
            query = query.join(Awaited, of_it)
        return query.where(*_open(project_ids), *concerns[own])

    def asked_in(self, project_ids: Sequence[int]) -> list[ActionItem]:
        query = select(Row).where(*_open(project_ids), col(Row.counter_offer).is_not(None))
        return self.values(query.order_by(*OWN_ORDER))

    def late_in(self, projects: Mapping[date, Sequence[int]]) -> dict[int, int]:
        late = or_(*(and_(col(Row.project_id).in_(ids), col(Row.due) < day) for day, ids in projects.items()))
        return self._counted(col(Row.status) == Status.open, late)

    def without_owner_in(self, project_ids: Sequence[int]) -> dict[int, int]:
        nobody = (col(Row.owner).is_(None), col(Row.outside).is_(None))
        return self._counted(*_open(project_ids), *nobody)

    def _counted(self, *where: ColumnElement[bool]) -> dict[int, int]:
        query = select(Row.project_id, func.count()).where(*where).group_by(col(Row.project_id))
        return dict(self.session.exec(query).all())

    def open_of_owners(self, project_ids: Sequence[int], owners: Collection[str]) -> list[ActionItem]:
        return self._by_due(col(Row.owner).in_(owners), *_open(project_ids))

    def done_since(self, project_ids: Sequence[int], since: datetime) -> list[ActionItem]:
        done = (col(Row.project_id).in_(project_ids), col(Row.status) == Status.done)
        return self._by_due(*done, col(Row.done_at) >= since)

    def open_raised_by(
        self,
        project_ids: Sequence[int],
        raised_by: Collection[str],
        *,
        outside: bool = False,
        due_before: date | None = None,
    ) -> list[ActionItem]:
        others = [col(Row.outside).is_not(None)] if outside else []
        raised = col(Row.raised_by).in_(raised_by)
        return self._by_due(raised, *_open(project_ids), *_due(due_before), *others)

    def open_texts(self, project_id: int, numbers: Sequence[int] | None = None) -> dict[int, str]:
        query = OPEN_TEXTS if numbers is None else OPEN_TEXTS_OF
        return self._texts(query, {"project": project_id, "numbers": numbers})

    def open_texts_after(self, project_id: int, number: int, limit: int) -> dict[int, str]:
        return self._texts(OPEN_TEXTS_AFTER, {"project": project_id, "after": number, "most": limit})

    def _texts(self, query: Any, about: dict[str, Any]) -> dict[int, str]:
        rows = self.session.connection().execute(query, about)
        return {row.number: row.text for row in rows}

    def responsible_in(self, project_id: int) -> set[str]:
        user = func.coalesce(col(Row.owner), case((col(Row.outside).is_not(None), col(Row.raised_by))))
        asked = select(user).where(*_where(project_id, True))
        return {user for user in self.session.exec(asked.distinct()) if user}

    def of_source(self, source_message: str) -> list[ActionItem]:
        query = select(Row).where(Row.source_message == source_message)
        return self.values(query.order_by(col(Row.project_id), col(Row.number)))


class ListColumns(Repository):
    def of_project(self, project_id: int) -> dict[str, Role]:
        query = COLUMN.select().where(COLUMN.c.project_id == project_id)
        return {row.name: Role(row.role) for row in self.session.connection().execute(query)}

    def put(self, project_id: int, roles: Mapping[str, Role], at: datetime) -> None:
        for name, role in roles.items():
            put(self.session, COLUMN, {"project_id": project_id, "name": name, "role": role, "at": at})


def _where(project_id: int, open: bool | None) -> list[ColumnElement[bool]]:
    of_it: ColumnElement[bool] = col(Row.project_id) == project_id
    return [of_it] if open is None else [of_it, (col(Row.status) == Status.open) == open]


def _open(project_ids: Sequence[int]) -> list[ColumnElement[bool]]:
    return [col(Row.status) == Status.open, col(Row.project_id).in_(project_ids)]


def _due(before: date | None) -> list[ColumnElement[bool]]:
    return [] if before is None else [col(Row.due) < before]
