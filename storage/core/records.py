"""Records of any noun in SQL: counted and read a page at a time, by the filters that the noun declares."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from typing import Any, ClassVar, TypeVar

from sqlalchemy import JSON, ColumnElement, Date, DateTime, and_, or_
from sqlmodel import func, select

from bot.core.calendar import instant
from bot.core.nouns import Kind, Noun, Record
from bot.core.project import Project
from bot.core.record_lists import DAY, By, Filter, Period, Wanted, days_of, fold
from storage.core.engine import folded
from storage.core.repository import Numbered, names

R = TypeVar("R", bound=Record)


class Recorded(Numbered[R]):
    """The table of a noun."""

    noun: Noun[R]
    ordered_by: ClassVar[Mapping[str, ColumnElement[Any]]] = {}
    """What the noun's order names beside its columns."""

    def page(self, project: Project, wanted: Wanted, today: date, first: int, limit: int) -> list[R]:
        """In the noun's order, from `first` on, which counts from 0."""
        return self.values(self.paged(project, wanted, today, first, limit))

    def how_many(self, project: Project, wanted: Wanted, today: date) -> int:
        return int(self.session.exec(self.counted(project, wanted, today)).one())

    def paged(self, project: Project, wanted: Wanted, today: date, first: int, limit: int) -> Any:
        query = select(self.row).where(*self._where(project, wanted, today))
        return query.order_by(*map(self._ordered, self.noun.order(wanted))).offset(first).limit(limit)

    def counted(self, project: Project, wanted: Wanted, today: date) -> Any:
        return select(func.count()).select_from(self.row).where(*self._where(project, wanted, today))

    def _where(self, project: Project, wanted: Wanted, today: date) -> Iterator[ColumnElement[bool]]:
        yield self.table.c.project_id == project.id
        for each in self.noun.filters:
            values = each.chosen(wanted, self.noun.filters)
            if values:
                yield from self._filtered(each, values, wanted, project, today)
        every = (field.name for field in self.noun.fields if field.kind is Kind.text)
        texts = [folded(self.table.c[name]) for name in self.noun.searched or every]
        for word in wanted.words:
            yield or_(*(text.contains(fold(word), autoescape=True) for text in texts))

    def _filtered(
        self, each: Filter, values: list[str], wanted: Wanted, project: Project, today: date
    ) -> Iterator[ColumnElement[bool]]:
        columns = [self.table.c[name] for name in each.fields]
        match each.by:
            case By.state | By.person | By.same:
                yield _one_of(self.table.c[each.name], values)
            case By.given:
                yield or_(*(column.is_not(None) for column in columns))
            case By.missing:
                yield and_(*(column.is_(None) for column in columns))
            case By.period:
                held = self.table.c[each.of(wanted) if each.of else each.name]
                periods = [Period(value) for value in values]
                if Period.none in periods:
                    yield self.table.c[each.name].is_(None)
                yield from (_within(held, each, project, today) for each in periods if each != Period.none)

    def _ordered(self, field: str) -> ColumnElement[Any]:
        name = field.lstrip("-")
        column = self.ordered_by[name] if name in self.ordered_by else self.table.c[name]
        ordered = column.desc() if field.startswith("-") else column.asc()
        return ordered.nulls_last() if getattr(column, "nullable", True) else ordered


def _one_of(column: Any, values: list[str]) -> ColumnElement[bool]:
    """One value by `=`, so that an index gives the order too."""
    if isinstance(column.type, JSON):
        return or_(*(names(column, user) for user in values))
    alike: ColumnElement[bool] = column == values[0] if len(values) == 1 else column.in_(values)
    return alike


def _within(column: Any, period: Period, project: Project, today: date) -> ColumnElement[bool]:
    """Of a day, of a wall time, or of an instant in the project's zone."""
    first, last = days_of(period, today)
    if isinstance(column.type, Date):
        return and_(column >= first, column <= last)
    begin, end = (datetime.combine(day, time()) for day in (first, last + DAY))
    if not isinstance(column.type, DateTime):
        begin, end = (instant(each, project.zone) for each in (begin, end))
    return and_(column >= begin, column < end)
