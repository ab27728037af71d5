"""no index of jobs that can be too late: whoever takes one sees that it is"""

import sqlalchemy as sa
from alembic import op

revision: str = "0021"
down_revision: str | None = "0020"

CAN_EXPIRE = sa.text("expires_at IS NOT NULL")


def upgrade() -> None:
    op.drop_index("ix_job_expires", "job")


def downgrade() -> None:
    op.create_index(
        "ix_job_expires",
        "job",
        ["state", "expires_at"],
        sqlite_where=CAN_EXPIRE,
        postgresql_where=CAN_EXPIRE,
    )
