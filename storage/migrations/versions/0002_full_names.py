"""People's full names, by which notes may call them."""

import sqlalchemy as sa
from alembic import op

revision: str = "0002"
down_revision: str | None = "0001"


def upgrade() -> None:
    op.add_column("person", sa.Column("full_name", sa.String(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("person", "full_name")
