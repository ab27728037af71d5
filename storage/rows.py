"""Values in, values out: what every noun's file does with its rows."""

from typing import Any, Generic, TypeVar

from sqlalchemy import ColumnElement, Connection, Table, and_
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, SQLModel

Value = TypeVar("Value", bound=SQLModel)


def _insert(connection: Connection, table: Table, values: dict[str, Any]) -> Any:
    dialect = sqlite if connection.dialect.name == "sqlite" else postgresql
    return dialect.insert(table).values(**values)


def insert_or_ignore(connection: Connection, table: Table, values: dict[str, Any]) -> bool:
    """Insert one row; False when a row of its unique key is there already."""
    insert = _insert(connection, table, values).on_conflict_do_nothing()
    # SQLAlchemy does not keep an insert's row count unless told to; PostgreSQL would always answer -1.
    return connection.execute(insert, execution_options={"preserve_rowcount": True}).rowcount == 1


def upsert(connection: Connection, table: Table, values: dict[str, Any]) -> None:
    """Insert one row, or write over the one of its primary key; safe when two do so at once."""
    key = [column.name for column in table.primary_key]
    rest = {name: value for name, value in values.items() if name not in key}
    insert = _insert(connection, table, values)
    connection.execute(
        insert.on_conflict_do_update(index_elements=key, set_=rest)
        if rest
        else insert.on_conflict_do_nothing()
    )


def put(session: Session, table: Table, values: dict[str, Any]) -> None:
    """`upsert` in a session, which then forgets what it had read of the row."""
    upsert(session.connection(), table, values)
    session.expire_all()


def starts(column: Any, prefix: str) -> ColumnElement[bool]:
    """`column` begins with `prefix`: a range, which an index finds; unlike SQLite's LIKE it minds case."""
    return and_(column >= prefix, column < prefix + "\U0010ffff")


class Numbered(Generic[Value]):
    """A noun that a project numbers from 1. Subclasses name its value and its table."""

    value: type[Value]
    row: type[SQLModel]

    def __init__(self, session: Session) -> None:
        self.session = session

    def get(self, project_id: int, number: int) -> Value | None:
        # Locked, so that of two who change it at once the second sees the first's change.
        row = self.session.get(self.row, (project_id, number), with_for_update=True)
        return None if row is None else self.value.model_validate(row)

    def add(self, value: Value) -> None:
        self.session.add(self.row(**value.model_dump()))
        self.session.flush()

    def put(self, value: Value) -> None:
        """Write back a value that `get` or a query gave."""
        key: dict[str, Any] = value.model_dump(include={"project_id", "number"})
        row = self.session.get_one(self.row, (key["project_id"], key["number"]))
        row.sqlmodel_update(value.model_dump())
        self.session.add(row)
        self.session.flush()

    def values(self, rows: Any) -> list[Value]:
        return [self.value.model_validate(row) for row in self.session.exec(rows)]
