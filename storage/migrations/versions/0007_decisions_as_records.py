"""What decisions say of who, why and whether they hold."""

import sqlalchemy as sa
from alembic import op

revision: str = "0007"
down_revision: str | None = "0006"


def upgrade() -> None:
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.add_column(sa.Column("because", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("rejected", sa.String(), server_default="", nullable=False))
        batch_op.add_column(sa.Column("decided_by", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("inform", sa.JSON(), server_default="[]", nullable=False))
        batch_op.add_column(sa.Column("status", sa.String(length=32), server_default="valid", nullable=False))
        batch_op.add_column(sa.Column("line", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("source", sa.String(), nullable=True))
        batch_op.drop_index("ix_decision_minutes")
        batch_op.create_index("ix_decision_day", ["project_id", "decided_on", "number"], unique=False)


def downgrade() -> None:
    with op.batch_alter_table("decision", schema=None) as batch_op:
        batch_op.drop_index("ix_decision_day")
        batch_op.create_index("ix_decision_minutes", ["project_id", "minutes"], unique=False)
        batch_op.drop_column("source")
        batch_op.drop_column("line")
        batch_op.drop_column("status")
        batch_op.drop_column("inform")
        batch_op.drop_column("decided_by")
        batch_op.drop_column("rejected")
        batch_op.drop_column("because")
