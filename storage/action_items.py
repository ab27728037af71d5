"""Action items in SQL."""

from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy
from sqlalchemy import ColumnElement, bindparam, case, or_
from sqlmodel import col, func, select

from bot.action_items.lists import Own, Search
from bot.action_items.model import ActionItem, Status
from storage import action_item_lists as lists
from storage.action_item_tables import ActionItemRow as Row
from storage.core.repository import Numbered

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


class ActionItems(Numbered[ActionItem]):
    value = ActionItem
    row = Row

    def of_project(
        self,
        project_id: int,
        *,
        owner: str | None = None,
        open: bool | None = None,
        due_before: date | None = None,
        limit: int | None = None,
    ) -> list[ActionItem]:
        query = select(Row).where(*_where(project_id, owner, open), *_due(due_before))
        return self.values(query.order_by(*DUE_ORDER).limit(limit))

    def climbing(self, project_id: int, due_before: date, postponed: int) -> list[ActionItem]:
        late, moved = col(Row.due) < due_before, col(Row.times_postponed) >= postponed
        query = select(Row).where(*_where(project_id, None, True), or_(late, moved))
        return self.values(query.order_by(*DUE_ORDER))

    def count(self, project_id: int, *, owner: str | None = None, open: bool | None = None) -> int:
        query = select(func.count()).select_from(Row).where(*_where(project_id, owner, open))
        return self.session.exec(query).one()

    def page(self, search: Search, first: int, limit: int) -> list[ActionItem]:
        return self.values(lists.page(search, first, limit))

    def how_many(self, search: Search) -> int:
        return int(self.session.exec(lists.how_many(search)).one())

    def own(self, own: Own, project_ids: Sequence[int], user: str, limit: int) -> list[ActionItem]:
        return self.values(lists.own(own, project_ids, user, limit))

    def count_own(self, own: Own, project_ids: Sequence[int], user: str) -> int:
        return int(self.session.exec(lists.how_many_own(own, project_ids, user)).one())

    def asked_in(self, project_ids: Sequence[int]) -> list[ActionItem]:
        return self.values(lists.asked_in(project_ids))

    def open_of_owner(self, project_ids: Sequence[int], owner: str) -> list[ActionItem]:
        query = select(Row).where(
            col(Row.owner) == owner,
            col(Row.status) == Status.open,
            col(Row.project_id).in_(project_ids),
        )
        return self.values(query.order_by(*DUE_ORDER))

    def open_raised_by(
        self,
        project_ids: Sequence[int],
        raised_by: str,
        *,
        outside: bool = False,
        due_before: date | None = None,
    ) -> list[ActionItem]:
        query = select(Row).where(
            col(Row.raised_by) == raised_by,
            col(Row.status) == Status.open,
            col(Row.project_id).in_(project_ids),
            *_due(due_before),
        )
        if outside:
            query = query.where(col(Row.outside).is_not(None))
        return self.values(query.order_by(*DUE_ORDER))

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
        asked = select(user).where(*_where(project_id, None, True))
        return {user for user in self.session.exec(asked.distinct()) if user}

    def waiting_for(self, project_id: int, number: int) -> list[ActionItem]:
        query = select(Row).where(Row.project_id == project_id, col(Row.waits_for) == number)
        return self.values(query.order_by(col(Row.number)))

    def of_source(self, source_message: str) -> list[ActionItem]:
        query = select(Row).where(Row.source_message == source_message)
        return self.values(query.order_by(col(Row.project_id), col(Row.number)))


def _where(project_id: int, owner: str | None, open: bool | None) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [col(Row.project_id) == project_id]
    if owner is not None:
        conditions.append(col(Row.owner) == owner)
    if open is not None:
        conditions.append((col(Row.status) == Status.open) == open)
    return conditions


def _due(before: date | None) -> list[ColumnElement[bool]]:
    return [] if before is None else [col(Row.due) < before]
