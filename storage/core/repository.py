"""Values in, values out: what every noun's file does with its rows, and pages of them by the noun's filters.

Single rows are read and written by statements that are made once for each table: an act has two dozen of
them, and making a statement, or a row object of it, takes longer than SQLite takes to run it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime, time
from functools import cache
from importlib import import_module
from itertools import groupby, islice
from typing import Any, ClassVar, Generic, TypeVar

import sqlalchemy as sa
import sqlmodel
from sqlmodel import Session, SQLModel, func

from bot.core.calendar import instant
from bot.core.nouns import Kind, Noun, Record
from bot.core.project import Project
from bot.core.record_lists import DAY, By, Filter, Period, Wanted, days_of, fold
from storage.core.engine import folded

Value = TypeVar("Value", bound=SQLModel)
Of = TypeVar("Of", bound=SQLModel)
Values = dict[str, Any] | list[dict[str, Any]]
KEYS_AT_ONCE = 900
"""SQLite takes no expression that is a thousand deep."""


def insert_or_ignore(connection: sa.Connection, table: sa.Table, values: dict[str, Any]) -> bool:
    """Insert one row; False when a row of its unique key is there already."""
    # SQLAlchemy does not keep an insert's row count unless told to; PostgreSQL would always answer -1.
    statement = _ignoring(table, connection.dialect.name)
    return connection.execute(statement, values, execution_options={"preserve_rowcount": True}).rowcount == 1


def upsert(connection: sa.Connection, table: sa.Table, values: Values) -> None:
    """Insert a row or several, or write over those of their primary keys; safe when two do so at once."""
    connection.execute(_writing_over(table, connection.dialect.name), values)


def put(session: Session, table: sa.Table, values: Values) -> None:
    """`upsert` in a session, which then forgets what it had read."""
    upsert(session.connection(), table, values)
    session.expire_all()


def add(session: Session, table: sa.Table, value: Of) -> Of:
    """Insert a row whose id the database gives; the value with that id."""
    added = session.connection().execute(table.insert(), value.model_dump(exclude={"id"}))
    return value.model_copy(update={"id": added.inserted_primary_key[0]})  # type: ignore[index]


def remove(session: Session, table: sa.Table, **key: Any) -> None:
    """Delete the row of this primary key, if it is there."""
    session.connection().execute(_deleting(table), key)
    session.expire_all()


def row_of(session: Session, table: sa.Table, **key: Any) -> sa.Row[Any] | None:
    """The row of this primary key."""
    return session.connection().execute(_by_key(table, False), key).first()


@cache
def _ignoring(table: sa.Table, dialect: str) -> Any:
    return _insert(table, dialect).on_conflict_do_nothing()


@cache
def _writing_over(table: sa.Table, dialect: str) -> Any:
    key = [column.name for column in table.primary_key]
    insert = _insert(table, dialect)
    rest = {column.name: insert.excluded[column.name] for column in table.c if column.name not in key}
    return (
        insert.on_conflict_do_update(index_elements=key, set_=rest)
        if rest
        else insert.on_conflict_do_nothing()
    )


def _insert(table: sa.Table, dialect: str) -> Any:
    # Late: that of the other database need not be there.
    return import_module(f"sqlalchemy.dialects.{dialect}").insert(table)


@cache
def _by_key(table: sa.Table, lock: bool) -> Any:
    query = sa.select(table).where(*(column == sa.bindparam(column.name) for column in table.primary_key))
    return query.with_for_update() if lock else query


@cache
def _deleting(table: sa.Table) -> Any:
    return sa.delete(table).where(*(column == sa.bindparam(column.name) for column in table.primary_key))


@cache
def _overwriting(table: sa.Table) -> Any:
    return sa.update(table).where(
        *(column == sa.bindparam(f"{column.name}_") for column in table.primary_key)
    )


@cache
def _alike(table: sa.Table, *fields: str) -> Any:
    alike = (table.c[name] == sa.bindparam(name) for name in ("project_id", *fields))
    return sa.select(table).where(*alike).order_by(table.c.number)


def names(column: Any, user: str) -> sa.ColumnElement[bool]:
    """The list of user ids in `column` holds `user`: one between quotes is it and nothing else."""
    return sa.cast(column, sa.String).contains(f'"{user}"')


def starts(column: Any, prefix: str) -> sa.ColumnElement[bool]:
    """`column` begins with `prefix`: a range, which an index finds; unlike SQLite's LIKE it minds case."""
    first, behind = range_of(prefix).values()
    return sa.and_(column >= first, column < behind)


def in_range(column: Any) -> sa.ColumnElement[bool]:
    """`starts`, in a statement that is made once: `range_of` a prefix are its parameters."""
    return sa.and_(column >= sa.bindparam("first"), column < sa.bindparam("behind"))


def range_of(prefix: str) -> dict[str, str]:
    return {"first": prefix, "behind": prefix + "\U0010ffff"}


def keys_in(table: sa.Table, keys: Iterable[tuple[int, int]]) -> Iterator[sa.ColumnElement[bool]]:
    """Conditions for rows of these projects and numbers, few enough for a statement; pairs use no index."""
    wanted = iter(sorted(set(keys)))
    while some := list(islice(wanted, KEYS_AT_ONCE)):
        yield sa.or_(
            *(
                sa.and_(
                    table.c.project_id == project_id, table.c.number.in_([number for _id, number in group])
                )
                for project_id, group in groupby(some, key=lambda key: key[0])
            )
        )


class Repository:
    """What answers a port to storage, within one transaction."""

    def __init__(self, session: Session) -> None:
        self.session = session

    def value_at(self, value: type[Of], table: sa.Table, **key: Any) -> Of | None:
        """Of the row of this primary key."""
        row = row_of(self.session, table, **key)
        return None if row is None else value.model_validate(row._mapping)


class Numbered(Repository, Generic[Value]):
    """A noun that a project numbers from 1. Subclasses name its value and its table."""

    value: type[Value]
    row: type[SQLModel]

    @property
    def table(self) -> sa.Table:
        return SQLModel.metadata.tables[str(self.row.__tablename__)]

    def get(self, project_id: int, number: int) -> Value | None:
        connection = self.session.connection()
        # Locked, so that of two who change it at once the second sees the first's change; who only looks
        # waits for nobody.
        lock = not connection.get_execution_options().get("reading", False)
        key = {"project_id": project_id, "number": number}
        row = connection.execute(_by_key(self.table, lock), key).first()
        return None if row is None else self.value_of(row._mapping)

    def get_many(self, keys: Iterable[tuple[int, int]]) -> dict[tuple[int, int], Value]:
        connection = self.session.connection()
        return {
            (row.project_id, row.number): self.value_of(row._mapping)
            for some in keys_in(self.table, keys)
            for row in connection.execute(sa.select(self.table).where(some))
        }

    def where(self, project_id: int, **fields: object) -> list[Value]:
        return self.values(_alike(self.table, *fields), project_id=project_id, **fields)

    def add(self, value: Value) -> None:
        self.session.connection().execute(self.table.insert(), value.model_dump())

    def put(self, value: Value) -> None:
        """Write back a value that `get` or a query gave."""
        values = value.model_dump()
        key = {"project_id_": values.pop("project_id"), "number_": values.pop("number")}
        self.session.connection().execute(_overwriting(self.table), {**values, **key})
        self.session.expire_all()

    def values(self, rows: Any, **about: object) -> list[Value]:
        return [self.value_of(row._mapping) for row in self.session.connection().execute(rows, about)]

    def value_of(self, row: Any) -> Value:
        """Of a row's mapping."""
        return self.value.model_validate(row)


R = TypeVar("R", bound=Record)


class Recorded(Numbered[R]):
    """The table of a noun."""

    noun: Noun[R]
    ordered_by: ClassVar[Mapping[str, sa.ColumnElement[Any]]] = {}
    """What the noun's order names beside its columns."""

    def page(self, project: Project, wanted: Wanted, today: date, first: int, limit: int) -> list[R]:
        """In the noun's order, from `first` on, which counts from 0."""
        return self.values(self.paged(project, wanted, today, first, limit))

    def how_many(self, project: Project, wanted: Wanted, today: date) -> int:
        return int(self.session.exec(self.counted(project, wanted, today)).one())

    def paged(self, project: Project, wanted: Wanted, today: date, first: int, limit: int) -> Any:
        query = sqlmodel.select(self.row).where(*self._where(project, wanted, today))
        return query.order_by(*map(self._ordered, self.noun.order(wanted))).offset(first).limit(limit)

    def counted(self, project: Project, wanted: Wanted, today: date) -> Any:
        return sqlmodel.select(func.count()).select_from(self.row).where(*self._where(project, wanted, today))

    def _where(self, project: Project, wanted: Wanted, today: date) -> Iterator[sa.ColumnElement[bool]]:
        yield self.table.c.project_id == project.id
        for each in self.noun.filters:
            values = each.chosen(wanted, self.noun.filters)
            if values:
                yield from self._filtered(each, values, wanted, project, today)
        every = (field.name for field in self.noun.fields if field.kind is Kind.text)
        texts = [folded(self.table.c[name]) for name in self.noun.searched or every]
        for word in wanted.words:
            yield sa.or_(*(text.contains(fold(word), autoescape=True) for text in texts))

    def _filtered(
        self, each: Filter, values: list[str], wanted: Wanted, project: Project, today: date
    ) -> Iterator[sa.ColumnElement[bool]]:
        columns = [self.table.c[name] for name in each.fields]
        match each.by:
            case By.state | By.person | By.same:
                yield _one_of(self.table.c[each.name], values)
            case By.given:
                yield sa.or_(*(column.is_not(None) for column in columns))
            case By.missing:
                yield sa.and_(*(column.is_(None) for column in columns))
            case By.period:
                held = self.table.c[each.of(wanted) if each.of else each.name]
                if Period.none in values:
                    yield self.table.c[each.name].is_(None)
                yield from (_within(held, each, project, today) for each in values if each != Period.none)

    def _ordered(self, field: str) -> sa.ColumnElement[Any]:
        name = field.lstrip("-")
        column = self.ordered_by[name] if name in self.ordered_by else self.table.c[name]
        ordered = column.desc() if field.startswith("-") else column.asc()
        return ordered.nulls_last() if getattr(column, "nullable", True) else ordered


def _one_of(column: Any, values: list[str]) -> sa.ColumnElement[bool]:
    """One value by `=`, so that an index gives the order too."""
    if isinstance(column.type, sa.JSON):
        return sa.or_(*(names(column, user) for user in values))
    alike: sa.ColumnElement[bool] = column == values[0] if len(values) == 1 else column.in_(values)
    return alike


def _within(column: Any, period: str, project: Project, today: date) -> sa.ColumnElement[bool]:
    """Of a day, of a wall time, or of an instant in the project's zone."""
    first, last = days_of(period, today)
    if isinstance(column.type, sa.Date):
        return sa.and_(column >= first, column <= last)
    begin, end = (datetime.combine(day, time()) for day in (first, last + DAY))
    if not isinstance(column.type, sa.DateTime):
        begin, end = (instant(each, project.zone) for each in (begin, end))
    return sa.and_(column >= begin, column < end)
