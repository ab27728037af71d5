"""Errors of the database without the values that they were about: what people wrote is not for the log."""

from typing import Any

from sqlalchemy import ExceptionContext
from sqlalchemy.exc import OperationalError, StatementError

DATA_EXCEPTION = "22"
"""Class of SQLSTATE whose very message quotes the value."""
IDLE_TOO_LONG = "25P03"


def keep_values_out(context: ExceptionContext) -> None:
    """To be heard on "handle_error" of an engine for PostgreSQL, whose errors quote rows in their detail.

    A transaction that PostgreSQL ended because we were paused in it is no bug: the same may succeed later.
    """
    original: Any = context.original_exception
    state = getattr(original, "sqlstate", None)
    if state is None:
        return
    safe = _described(original, state)
    original.args = (safe,)
    wrapped = context.sqlalchemy_exception
    if isinstance(wrapped, StatementError):
        wrapped.args = (f"({type(original).__module__}.{type(original).__name__}) {safe}",)
    if state == IDLE_TOO_LONG:
        raise OperationalError(context.statement, None, original, hide_parameters=True) from original


def _described(original: Any, state: str) -> str:
    diag = original.diag
    message = "" if state.startswith(DATA_EXCEPTION) else diag.message_primary or ""
    named = {"table": diag.table_name, "column": diag.column_name, "constraint": diag.constraint_name}
    return " ".join(
        filter(None, (state, message, *(f"{what}={name}" for what, name in named.items() if name)))
    )
