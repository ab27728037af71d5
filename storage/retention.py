"""What a project recorded goes when it is closed and nobody touched it for as long as its form says.

Open items, coming meetings and concepts stay however old they are, with their whole history.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, Table, delete, select

from bot.domain import action_items, meetings, minutes
from bot.domain.projects import Project
from storage.tables import metadata
from storage.unit_of_work import Storage

EVENT = metadata.tables["event"]
ACTION_ITEM, MEETING, MINUTES = (metadata.tables[name] for name in ("action_item", "meeting", "minutes"))
CLOSED: dict[str, tuple[Table, ColumnElement[bool]]] = {
    "action_items": (ACTION_ITEM, ACTION_ITEM.c.status != action_items.Status.open),
    "meetings": (
        MEETING,
        MEETING.c.status.in_((meetings.Status.closed, meetings.Status.cancelled)),
    ),
    "minutes": (MINUTES, MINUTES.c.status == minutes.Status.distributed),
}
"""By the noun's name in the log: its table, and what makes a row one that nothing waits for."""


def forget(storage: Storage, now: datetime) -> int:
    """Remove what is older than its project keeps, with its events; returns how many rows of nouns."""
    with storage.unit_of_work() as uow:
        connection = uow.session.connection()
        return sum(_forget(connection, project, now) for project in uow.projects.all())


def _forget(connection: Connection, project: Project, now: datetime) -> int:
    before, gone = now - timedelta(days=project.retention_days), 0
    for noun, (table, closed) in CLOSED.items():
        here = table.c.project_id == project.id
        ours = EVENT.c.project_id == project.id, EVENT.c.noun == noun
        touched = select(EVENT.c.id).where(*ours, EVENT.c.number == table.c.number, EVENT.c.at >= before)
        old = here, table.c.raised_at < before, closed
        gone += connection.execute(delete(table).where(*old, ~touched.exists())).rowcount
        left = select(table.c.number).where(
            table.c.project_id == project.id, table.c.number == EVENT.c.number
        )
        connection.execute(delete(EVENT).where(*ours, EVENT.c.at < before, ~left.exists()))
    return gone
