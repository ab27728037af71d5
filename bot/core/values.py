"""The bases of all values. What people wrote must not stand in an error, and by it in the log."""

from typing import Any, Self

from pydantic import BaseModel
from sqlmodel import SQLModel


class Value(BaseModel):
    """Plain, or a part of another that is kept as JSON: pydantic reads it in a fraction of the time that
    SQLModel takes, and minutes have hundreds of parts."""

    model_config = {"hide_input_in_errors": True}

    def evolve(self, **changes: Any) -> Self:
        """The same with these fields."""
        return self.model_copy(update=changes)


class StoredValue(SQLModel):
    """What a table in `storage` inherits."""

    model_config = {"hide_input_in_errors": True}

    def evolve(self, **changes: Any) -> Self:
        """The same with these fields."""
        return self.model_copy(update=changes)
