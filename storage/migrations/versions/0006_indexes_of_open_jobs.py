"""Indexes of the jobs that are open, and of those that can be too late, rather than of all that ever were."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision: str = "0006"
down_revision: str | None = "0005"


def only_where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


OPEN, CAN_EXPIRE = only_where("state = 'open'"), only_where("expires_at IS NOT NULL")


def upgrade() -> None:
    for name in ("ix_job_due", "ix_job_lane", "ix_job_expires"):
        op.drop_index(name, "job")
    op.create_index("ix_job_open_due", "job", ["due_at", "id"], **OPEN)
    op.create_index("ix_job_open_lane", "job", ["lane", "due_at", "id"], **OPEN)
    op.create_index("ix_job_expires", "job", ["state", "expires_at"], **CAN_EXPIRE)


def downgrade() -> None:
    for name in ("ix_job_open_due", "ix_job_open_lane", "ix_job_expires"):
        op.drop_index(name, "job")
    op.create_index("ix_job_due", "job", ["state", "due_at", "id"])
    op.create_index("ix_job_lane", "job", ["lane", "state", "due_at", "id"])
    op.create_index("ix_job_expires", "job", ["state", "expires_at"])
