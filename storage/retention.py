"""What a project recorded goes when it is over and nobody touched it for as long as its form says.

Open items, coming meetings and concepts stay however old they are, with their whole history. What others need
outlasts them: an item those that wait for it, minutes the items that they made, a meeting its minutes, which
say by it who was absent. Decisions hold until another takes their place: they stay.
"""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Connection, String, Table, cast, delete, literal, select

from bot.domain import action_items, meetings, minutes
from bot.domain.projects import Project
from storage.tables import metadata
from storage.unit_of_work import Storage

EVENT, DRAFT = metadata.tables["event"], metadata.tables["draft"]
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
OVER: dict[str, tuple[Table, tuple[ColumnElement[bool], ...]]] = {
    "action_items": (ACTION_ITEM, (ACTION_ITEM.c.status.in_(ITEM_OVER), ~WAITS_FOR_IT.exists())),
    "minutes": (MINUTES, (MINUTES.c.status.in_(MINUTES_OVER), ~MADE_BY_THEM.exists())),
    "meetings": (MEETING, (MEETING.c.status.in_(MEETING_OVER), ~OF_IT.exists())),
}
"""By the noun's name in the log: its table, and what makes a row one that nothing waits for. In order: what
goes first frees the next."""


def forget(storage: Storage, now: datetime) -> int:
    """Remove what is older than its project keeps, with its events; returns how many rows of nouns."""
    with storage.reading() as uow:
        projects = uow.projects.all()
    return sum(_forget(storage, project, now) for project in projects)


def _forget(storage: Storage, project: Project, now: datetime) -> int:
    """One transaction a project, so that nobody waits long behind it."""
    before = now - timedelta(days=project.retention_days)
    with storage.unit_of_work() as uow:
        connection = uow.session.connection()
        return sum(len(_forget_noun(connection, noun, project.id, before)) for noun in OVER)


def _forget_noun(connection: Connection, noun: str, project_id: int, before: datetime) -> list[int]:
    """The numbers of what is gone."""
    table, over = OVER[noun]
    ours = EVENT.c.project_id == project_id, EVENT.c.noun == noun
    # All at once: asked for each row anew, SQLite would read the log since `before` as often.
    touched = select(EVENT.c.number).where(*ours, EVENT.c.at >= before)
    old = (
        table.c.project_id == project_id,
        table.c.raised_at < before,
        *over,
        table.c.number.not_in(touched),
    )
    gone = list(connection.execute(delete(table).where(*old).returning(table.c.number)).scalars())
    if gone:
        left = select(table.c.number).where(
            table.c.project_id == project_id, table.c.number == EVENT.c.number
        )
        connection.execute(delete(EVENT).where(*ours, EVENT.c.at < before, ~left.exists()))
    for number in gone if table is MINUTES else ():
        connection.execute(delete(DRAFT).where(DRAFT.c.key.startswith(f"minutes:{project_id}:{number}:")))
    return gone
