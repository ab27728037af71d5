"""Run by Alembic, on the connection and inside the transaction that `storage.schema` opened."""

import json
from collections.abc import Iterator
from typing import Any, Literal

from alembic import context
from alembic.operations.ops import AddColumnOp, MigrationScript, OpContainer
from sqlalchemy import JSON, Boolean, Column, DefaultClause, Integer

from storage import tables


def render_plain(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write columns as plain SQLAlchemy types: a migration must not change when a library's own do."""
    match kind, type(value).__name__:
        case "type", "AutoString":
            return f"sa.String({value.length or ''})"
        case "type", "UTCDateTime":
            return "sa.DateTime(timezone=True)"
    return False


def with_defaults(_context: Any, _revision: Any, scripts: list[MigrationScript]) -> None:
    """Give each new column that may not be empty a default, for the rows that are there already."""
    for script in scripts:
        for operation in _all_of(script.upgrade_ops):
            if isinstance(operation, AddColumnOp) and not operation.column.nullable:
                operation.column.server_default = _default_of(operation.column)


def _all_of(container: Any) -> Iterator[Any]:
    for operation in container.ops:
        yield from _all_of(operation) if isinstance(operation, OpContainer) else (operation,)


def _default_of(column: Column[Any]) -> Any:
    """What its value is in Python without one being given; else what is empty of its type."""
    made = getattr(column.default, "arg", None)
    value = made({}) if callable(made) else made
    if value is None:
        value = (
            [] if isinstance(column.type, JSON) else 0 if isinstance(column.type, (Boolean, Integer)) else ""
        )
    text = (
        json.dumps(value)
        if isinstance(column.type, JSON)
        else str(int(value) if value in (True, False) else value)
    )
    return DefaultClause(text)


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    # SQLite cannot alter a table: Alembic then makes it anew and moves the rows.
    render_as_batch=True,
    compare_type=True,
    render_item=render_plain,
    process_revision_directives=with_defaults,
)
with context.begin_transaction():
    context.run_migrations()
