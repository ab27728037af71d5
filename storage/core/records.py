"""Records of any noun in SQL: counted and read a page at a time, by the filters that the noun declares."""

from datetime import date, datetime, time
from typing import Any, TypeVar

from sqlalchemy import JSON, ColumnElement, DateTime, or_
from sqlmodel import col, func, select

from bot.core.nouns import Kind, Noun, Record
from bot.core.record_lists import By, Filter, Wanted, days_of, fold
from storage.core.repository import Numbered, names
from storage.core.text_search import folded

R = TypeVar("R", bound=Record)


class Recorded(Numbered[R]):
    """The table of a noun."""

    noun: Noun[R]

    def page(self, project_id: int, wanted: Wanted, today: date, first: int, limit: int) -> list[R]:
        """In the noun's order, from `first` on, which counts from 0."""
        query = select(self.row).where(*self._where(project_id, wanted, today))
        return self.values(query.order_by(*map(self._ordered, self.noun.order)).offset(first).limit(limit))

    def how_many(self, project_id: int, wanted: Wanted, today: date) -> int:
        query = select(func.count()).select_from(self.row).where(*self._where(project_id, wanted, today))
        return int(self.session.exec(query).one())

    def _where(self, project_id: int, wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
        conditions: list[ColumnElement[bool]] = [self.table.c.project_id == project_id]
        for each in self.noun.filters:
            conditions += self._filtered(each, wanted, today)
        texts = [self.table.c[field.name] for field in self.noun.fields if field.kind is Kind.text]
        for word in wanted.words:
            said = [folded(text).contains(fold(word), autoescape=True) for text in texts]
            conditions.append(or_(*said))
        return conditions

    def _filtered(self, each: Filter, wanted: Wanted, today: date) -> list[ColumnElement[bool]]:
        column: ColumnElement[Any] = self.table.c[each.name]
        usual = (wanted.period and each.in_period) or each.usual
        values = wanted.values.get(each.name) or list(usual)
        match each.by:
            case By.period if wanted.period:
                first, last = days_of(wanted.period, today)
                if isinstance(column.type, DateTime):
                    first, last = datetime.combine(first, time.min), datetime.combine(last, time.max)
                return [column.between(first, last)]
            case By.person if values:
                if isinstance(column.type, JSON):
                    return [or_(*(names(column, user) for user in values))]
                return [column.in_(values)]
            case By.state if values:
                return [column.in_(values)]
        return []

    def _ordered(self, field: str) -> ColumnElement[Any]:
        column = col(self.table.c[field.lstrip("-")])
        return column.desc() if field.startswith("-") else column.asc()
