"""What stands in a table."""

from typing import TypeVar

from sqlmodel import Session, SQLModel, select

from storage.unit_of_work import Storage

Row = TypeVar("Row", bound=SQLModel)


def rows(storage: Storage, table: type[Row]) -> list[Row]:
    with Session(storage.engine.execution_options(reading=True)) as session:
        return list(session.exec(select(table)))
