"""Whether the notes of minutes are read, and an index by the day on which they were held."""

import sqlalchemy as sa
from alembic import op

revision: str = "0008"
down_revision: str | None = "0007"


def upgrade() -> None:
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("read", sa.Boolean(), server_default=sa.text("true"), nullable=False))
        batch_op.create_index("ix_minutes_day", ["project_id", "held_on", "number"], unique=False)
    minutes = sa.table("minutes", sa.column("read", sa.Boolean), sa.column("version"))
    op.execute(minutes.update().where(minutes.c.version == 1).values(read=False))


def downgrade() -> None:
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.drop_index("ix_minutes_day")
        batch_op.drop_column("read")
