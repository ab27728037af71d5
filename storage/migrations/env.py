"""Run by Alembic, on the connection and inside the transaction that `storage.schema` opened."""

from typing import Any, Literal

from alembic import context

from storage import tables


def render_plain(kind: str, value: Any, _context: Any) -> str | Literal[False]:
    """Write columns as plain SQLAlchemy types: a migration must not change when a library's own do."""
    match kind, type(value).__name__:
        case "type", "AutoString":
            return f"sa.String({value.length or ''})"
        case "type", "UTCDateTime":
            return "sa.DateTime(timezone=True)"
    return False


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=tables.metadata,
    # SQLite cannot alter a table: Alembic then makes it anew and moves the rows.
    render_as_batch=True,
    compare_type=True,
    render_item=render_plain,
)
with context.begin_transaction():
    context.run_migrations()
