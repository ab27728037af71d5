"""What of a project is over, and untouched since a moment: what its retention may remove."""

from datetime import datetime

from sqlalchemy import ColumnElement, Connection, String, Table, cast, func, literal, select

from bot.domain import action_items, meetings, minutes
from storage.tables import metadata

EVENT = metadata.tables["event"]
ACTION_ITEM, MEETING, MINUTES = (metadata.tables[name] for name in ("action_item", "meeting", "minutes"))
WAITING = ACTION_ITEM.alias()
WAITS_FOR_IT = select(WAITING.c.number).where(
    WAITING.c.project_id == ACTION_ITEM.c.project_id,
    WAITING.c.waits_for == ACTION_ITEM.c.number,
    WAITING.c.status == action_items.Status.open,
)
MADE_BY_THEM = select(ACTION_ITEM.c.number).where(
    ACTION_ITEM.c.project_id == MINUTES.c.project_id,
    ACTION_ITEM.c.source.like(literal("minutes:") + cast(MINUTES.c.number, String) + ":%"),
)
OF_IT = select(MINUTES.c.number).where(
    MINUTES.c.project_id == MEETING.c.project_id, MINUTES.c.meeting == MEETING.c.number
)
ITEM_OVER = (action_items.Status.done, action_items.Status.cancelled)
MINUTES_OVER = (minutes.Status.distributed,)
MEETING_OVER = (meetings.Status.held, meetings.Status.closed, meetings.Status.cancelled)
OVER: dict[str, tuple[Table, ColumnElement[bool], ColumnElement[bool]]] = {
    "action_items": (ACTION_ITEM, ACTION_ITEM.c.status.in_(ITEM_OVER), ~WAITS_FOR_IT.exists()),
    "minutes": (MINUTES, MINUTES.c.status.in_(MINUTES_OVER), ~MADE_BY_THEM.exists()),
    "meetings": (MEETING, MEETING.c.status.in_(MEETING_OVER), ~OF_IT.exists()),
}
"""By the noun's name in the log: its table, what makes a row one that is over, and one that nothing waits
for. In order: what goes first frees the next."""


LOGGED_AS = {"action_items": ("action_items", "escalations")}
"""Under which nouns the log tells of one thing, where that is more than its own."""


def untouched(table: Table, noun: str, project_id: int, since: datetime) -> tuple[ColumnElement[bool], ...]:
    # All at once: asked for each row anew, SQLite would read the log since then as often.
    touched = select(EVENT.c.number).where(
        EVENT.c.project_id == project_id, EVENT.c.noun == noun, EVENT.c.at >= since
    )
    return table.c.project_id == project_id, table.c.raised_at < since, table.c.number.not_in(touched)


def how_many(connection: Connection, project_id: int, since: datetime) -> int:
    """Rows that are over and untouched, those too that something else still waits for."""
    return sum(
        connection.execute(
            select(func.count()).select_from(table).where(over, *untouched(table, noun, project_id, since))
        ).scalar_one()
        for noun, (table, over, _) in OVER.items()
    )
