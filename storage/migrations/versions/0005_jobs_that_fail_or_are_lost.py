"""How often a job failed, apart from how often it was claimed, and when it was added."""

import sqlalchemy as sa
from alembic import op

revision: str = "0005"
down_revision: str | None = "0004"


def upgrade() -> None:
    with op.batch_alter_table("job", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.add_column(sa.Column("failures", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("bugs", sa.Integer(), nullable=False, server_default="0"))
        table.add_column(sa.Column("added_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("job", table_kwargs={"sqlite_autoincrement": True}) as table:
        for name in ("added_at", "bugs", "failures"):
            table.drop_column(name)
