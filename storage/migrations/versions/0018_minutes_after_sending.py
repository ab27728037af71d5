"""minutes after they are sent"""

import sqlalchemy as sa
from alembic import op

revision: str = "0018"
down_revision: str | None = "0017"


def upgrade() -> None:
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.add_column(sa.Column("amendments", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("confidential", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("adopted_on", sa.Date(), nullable=True))
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(sa.Column("minutes_days", sa.Integer(), server_default="2", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_column("minutes_days")
    with op.batch_alter_table("minutes", schema=None) as batch_op:
        batch_op.drop_column("adopted_on")
        batch_op.drop_column("confidential")
        batch_op.drop_column("amendments")
