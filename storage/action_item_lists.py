"""Lists of action items in SQL: counted and read a page at a time, however many there are."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlalchemy.orm import aliased
from sqlmodel import col, func, select

from bot.action_items.lists import Order, Own, Search
from bot.action_items.model import Status
from storage.action_item_tables import ActionItemRow as Row
from storage.core.tables import PersonRow, ProjectRow
from storage.core.text_search import folded

BY_DUE = (col(Row.due).nulls_last(), col(Row.number))
BY_OWNER = (
    folded(func.coalesce(col(PersonRow.name), col(Row.owner), col(Row.outside))).nulls_last(),
    col(Row.owner),
    *BY_DUE,
)
Awaited = aliased(Row)
"""The item that another one waits for."""
LATEST = (col(Row.done_at).desc().nulls_last(), col(Row.number).desc())


def page(search: Search, first: int, limit: int) -> Any:
    """The rows from `first` on, which counts from 0."""
    query = select(Row).where(*_where(search))
    return _ordered(query, search).offset(first).limit(limit)


def how_many(search: Search) -> Any:
    return select(func.count()).select_from(Row).where(*_where(search))


def own(own: Own, project_ids: Sequence[int], user: str, limit: int) -> Any:
    query = _join(select(Row), own).where(*_own(own, project_ids, user))
    return query.order_by(col(Row.due).nulls_last(), col(Row.project_id), col(Row.number)).limit(limit)


def how_many_own(own: Own, project_ids: Sequence[int], user: str) -> Any:
    return _join(select(func.count()).select_from(Row), own).where(*_own(own, project_ids, user))


def asked_in(project_ids: Sequence[int]) -> Any:
    query = select(Row).where(*_open(project_ids), col(Row.counter_offer).is_not(None))
    return query.order_by(col(Row.due).nulls_last(), col(Row.project_id), col(Row.number))


def _open(project_ids: Sequence[int]) -> list[ColumnElement[bool]]:
    return [col(Row.status) == Status.open, col(Row.project_id).in_(project_ids)]


def _join(query: Any, own: Own) -> Any:
    if own is not Own.awaited:
        return query
    of_it = and_(col(Awaited.project_id) == Row.project_id, col(Awaited.number) == Row.waits_for)
    return query.join(Awaited, of_it)


def _own(own: Own, project_ids: Sequence[int], user: str) -> list[ColumnElement[bool]]:
    raised = col(Row.raised_by) == user
    return [
        *_open(project_ids),
        *{
            Own.owned: (col(Row.owner) == user,),
            Own.raised: (raised, or_(col(Row.owner).is_(None), col(Row.owner) != user)),
            Own.asked: (raised, col(Row.counter_offer).is_not(None)),
            Own.awaited: (
                col(Awaited.owner) == user,
                col(Awaited.status) == Status.open,
                or_(col(Row.owner).is_(None), col(Row.owner) != user),
            ),
        }[own],
    ]


def _ordered(query: Any, search: Search) -> Any:
    if search.order is not Order.owner:
        return query.order_by(*(BY_DUE if search.order is Order.due else LATEST))
    team = select(ProjectRow.team).where(ProjectRow.id == search.project_id).scalar_subquery()
    named = and_(col(PersonRow.user) == Row.owner, col(PersonRow.team) == team)
    return query.outerjoin(PersonRow, named).order_by(*BY_OWNER)


def _where(search: Search) -> list[ColumnElement[bool]]:
    return [
        col(Row.project_id) == search.project_id,
        _one_of(col(Row.status), search.statuses),
        *([_one_of(col(Row.owner), search.owners)] if search.owners else []),
        *([and_(col(Row.owner).is_(None), col(Row.outside).is_(None))] if search.nobody else []),
        *([_one_of(col(Row.raised_by), search.raised_by)] if search.raised_by else []),
        *([col(Row.due) >= search.due_from] if search.due_from else []),
        *([col(Row.due) <= search.due_until] if search.due_until else []),
        *([col(Row.due).is_(None)] if search.no_date else []),
        *([col(Row.done_at) >= search.done_from] if search.done_from else []),
        *([col(Row.done_at) < search.done_before] if search.done_before else []),
        *([or_(col(Row.waits_for).is_not(None), col(Row.waits_on).is_not(None))] if search.waiting else []),
        *(_says(word) for word in search.words),
    ]


def _one_of(column: Any, values: tuple[str | Status, ...]) -> ColumnElement[bool]:
    """One value by `=`, so that an index gives the order too."""
    alike: ColumnElement[bool] = column == values[0] if len(values) == 1 else column.in_(values)
    return alike


def _says(word: str) -> ColumnElement[bool]:
    """In its text, or in the name of an owner from outside."""
    said = folded(col(Row.text) + " " + func.coalesce(col(Row.outside), ""))
    return said.contains(word, autoescape=True)
