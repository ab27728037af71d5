"""Values in, values out: what every noun's file does with its rows."""

from typing import Any, Generic, TypeVar

from sqlmodel import Session, SQLModel

Value = TypeVar("Value", bound=SQLModel)


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
