"""hours without meetings"""

import sqlalchemy as sa
from alembic import op

revision: str = "0019"
down_revision: str | None = "0018"


def upgrade() -> None:
    with op.batch_alter_table("preferences", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("no_meetings", sa.String(), server_default="12:00–13:00", nullable=False)
        )
        batch_op.add_column(sa.Column("between_meetings", sa.Integer(), server_default="0", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("preferences", schema=None) as batch_op:
        batch_op.drop_column("between_meetings")
        batch_op.drop_column("no_meetings")
