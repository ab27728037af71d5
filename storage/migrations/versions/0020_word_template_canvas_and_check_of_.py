"""word template canvas and check of minutes"""

import sqlalchemy as sa
from alembic import op

revision: str = "0020"
down_revision: str | None = "0019"


def upgrade() -> None:
    op.create_table(
        "word_template",
        sa.Column("project_id", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["project_id"], ["project.id"], name=op.f("fk_word_template_project_id_project")
        ),
        sa.PrimaryKeyConstraint("project_id", name=op.f("pk_word_template")),
    )
    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.add_column(sa.Column("chair_checks", sa.String(), server_default="", nullable=False))

    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.add_column(sa.Column("minutes_canvas", sa.Boolean(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("minutes_template", sa.String(100), server_default="", nullable=False))


def downgrade() -> None:
    with op.batch_alter_table("project", schema=None) as batch_op:
        batch_op.drop_column("minutes_template")
        batch_op.drop_column("minutes_canvas")

    with op.batch_alter_table("meeting", schema=None) as batch_op:
        batch_op.drop_column("chair_checks")

    op.drop_table("word_template")
