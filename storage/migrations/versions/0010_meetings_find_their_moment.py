"""Who needn't come to a meeting, and the thread in which its card stands."""

import sqlalchemy as sa
from alembic import op

revision: str = "0010"
down_revision: str | None = "0009"


def upgrade() -> None:
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("optional", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("thread", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("thread")
        batch_op.drop_column("optional")
