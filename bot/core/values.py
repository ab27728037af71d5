"""The base of all values."""

from sqlmodel import SQLModel


class Value(SQLModel):
    # What people wrote must not stand in an error, and by it in the log.
    model_config = {"hide_input_in_errors": True}
