"""What a message shows, so that its position goes with it; those whose record is gone already go now."""

import re
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision: str = "0004"
down_revision: str | None = "0003"

POSTING = sa.table(
    "posting",
    sa.column("key", sa.String()),
    sa.column("team", sa.String()),
    sa.column("subject", sa.String()),
    sa.column("shown_at", sa.DateTime(timezone=True)),
)
KEY = re.compile(r"(?P<noun>\w+)\.(?P<kind>[\w.]+)\((?P<about>.*)\)@[^:]*:(?P<to>\w+)")
RECORDS = {"action_items": "action_item", "meetings": "meeting", "minutes": "minutes"}


def upgrade() -> None:
    with op.batch_alter_table("posting") as table:
        table.add_column(sa.Column("subject", sa.String(), nullable=True))
        # How long those stand that were shown before this was kept, nobody knows.
        now = datetime.now(UTC).strftime("%Y-%m-%d %H:%M:%S")
        table.add_column(
            sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False, server_default=now)
        )
    with op.batch_alter_table("posting") as table:
        table.alter_column("shown_at", server_default=None)
    connection = op.get_bind()
    rows = connection.execute(sa.select(POSTING.c.key, POSTING.c.team)).all()
    known = [{"of": key, "about": subject} for key, team in rows if (subject := subject_of(key, team))]
    if known:
        named = sa.update(POSTING).where(POSTING.c.key == sa.bindparam("of"))
        connection.execute(named.values(subject=sa.bindparam("about")), known)
    op.create_index("ix_posting_subject", "posting", ["subject", "shown_at"])
    for noun, records in RECORDS.items():
        there = f"SELECT '{noun}:' || project_id || ':' || number FROM {records}"
        remove(f"{noun}:", there)
    remove("batch:", "SELECT 'batch:' || batch FROM event WHERE batch IS NOT NULL")


def remove(prefix: str, there: str) -> None:
    op.execute(f"DELETE FROM posting WHERE subject LIKE '{prefix}%' AND subject NOT IN ({there})")


def subject_of(key: str, team: str) -> str | None:
    """As `Notice.subject` says for new ones."""
    parts = KEY.fullmatch(key)
    if parts is None:
        return None
    about = dict(field.split("=", 1) for field in parts["about"].split(",") if "=" in field)
    match parts["noun"], parts["kind"]:
        case "escalations", "proposal":
            return f"batch:escalations:{parts['to']}:{about['day']}"
        case "leavers", "left":
            return f"event:{about['left']}"
        case "absences", "deputy":
            return f"absence:{about['absence']}"
        case "projects", _:
            return f"channel:{team}:{parts['to']}"
    if "number" in about:
        return f"{parts['noun']}:{about['project']}:{about['number']}"
    return f"batch:{about['batch']}" if "batch" in about else None


def downgrade() -> None:
    op.drop_index("ix_posting_subject", "posting")
    with op.batch_alter_table("posting") as table:
        table.drop_column("shown_at")
        table.drop_column("subject")
