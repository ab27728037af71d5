"""All that is known of an action item, how people want to be reminded, and when they are away."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0003"
down_revision: str | None = "0002"


def upgrade() -> None:
    with op.batch_alter_table("action_item") as table:
        for column in item_columns():
            table.add_column(column)
    op.add_column("event", sa.Column("batch", sa.String(), nullable=True))
    if op.get_bind().dialect.name == "sqlite":
        # An event's id stands in buttons: also when the newest are forgotten it must never be given again.
        with op.batch_alter_table("event", recreate="always", table_kwargs={"sqlite_autoincrement": True}):
            pass
    for name, columns, condition in INDEXES:
        where = sa.text(condition) if condition else None
        op.create_index(name, name_of_table(name), columns, sqlite_where=where, postgresql_where=where)
    with op.batch_alter_table("project") as table:
        for column in project_columns():
            table.add_column(column)
    make_preferences()


def downgrade() -> None:
    op.drop_table("absence")
    op.drop_table("preferences")
    for name, _columns, _condition in INDEXES:
        op.drop_index(name, name_of_table(name))
    with op.batch_alter_table("project") as table:
        for column in project_columns():
            table.drop_column(column.name)
    with op.batch_alter_table("event") as table:
        table.drop_column("batch")
    with op.batch_alter_table("action_item") as table:
        for column in item_columns():
            table.drop_column(column.name)


INDEXES: tuple[tuple[str, list[str], str], ...] = (
    ("ix_action_item_raised_by", ["raised_by", "status", "project_id"], ""),
    ("ix_action_item_done", ["project_id", "status", "done_at", "number"], ""),
    ("ix_action_item_source", ["source_message"], "source_message IS NOT NULL"),
    ("ix_action_item_waits", ["project_id", "waits_for"], "waits_for IS NOT NULL"),
    ("ix_event_who", ["project_id", "who", "noun", "id"], ""),
    ("ix_event_batch", ["batch"], "batch IS NOT NULL"),
)


def name_of_table(index: str) -> str:
    return "event" if index.startswith("ix_event") else "action_item"


def item_columns() -> list[sa.Column[Any]]:
    words = ("source_message", "outside", "outside_email", "waits_on", "repeats", "postponed_because")
    return [
        *(sa.Column(name, sa.String(), nullable=True) for name in words),
        sa.Column("source_text", sa.String(2000), nullable=True),
        sa.Column("source_news", sa.String(32), nullable=True),
        sa.Column("helpers", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("waits_for", sa.Integer(), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counter_offer", sa.JSON(), nullable=True),
    ]


def project_columns() -> list[sa.Column[Any]]:
    return [
        sa.Column("days_off", sa.JSON(), nullable=False, server_default="[]"),
        sa.Column("ladder", sa.JSON(), nullable=False, server_default="[2, 5, 10]"),
        sa.Column("most_postponements", sa.Integer(), nullable=False, server_default="3"),
        sa.Column("pin", sa.String(100), nullable=False, server_default="pushpin"),
    ]


def make_preferences() -> None:
    op.create_table(
        "preferences",
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("profile", sa.String(32), nullable=False),
        sa.Column("working_days", sa.JSON(), nullable=False),
        sa.Column("morning", sa.Time(), nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=False),
        sa.Column("quiet_until", sa.Time(), nullable=False),
        sa.Column("country", sa.String(), nullable=False),
        sa.Column("off", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("team", "user", name="pk_preferences"),
    )
    op.create_table(
        "absence",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("team", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("deputy", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("id", name="pk_absence"),
    )
    op.create_index("ix_absence_person", "absence", ["team", "user", "last"])
    op.create_index("ix_absence_deputy", "absence", ["team", "deputy", "last"])
