"""Closed records of a project, untouched since a moment: those that its retention may remove."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Table, func, select, true

from bot.action_items import model
from bot.decisions import model as decisions
from bot.meetings import model as meetings
from bot.minutes import model as minutes
from bot.polls import model as polls
from storage.core.repository import Repository
from storage.tables import metadata

EVENT = metadata.tables["event"]
ITEM, MEETING, MINUTES, DECISION, POLL = (
    metadata.tables[name] for name in ("action_item", "meeting", "minutes", "decision", "poll")
)
ITEM_OVER = (model.Status.done, model.Status.cancelled)
MINUTES_OVER = (minutes.Status.distributed, minutes.Status.adopted, minutes.Status.discarded)
DECISION_OVER = (decisions.Status.superseded, decisions.Status.withdrawn)
MEETING_OVER = (meetings.Status.held, meetings.Status.closed, meetings.Status.cancelled)
POLL_OVER = (polls.Status.chosen, polls.Status.ended, polls.Status.cancelled)
OVER: dict[str, tuple[Table, ColumnElement[bool]]] = {
    "action_items": (ITEM, ITEM.c.status.in_(ITEM_OVER)),
    "polls": (POLL, POLL.c.status.in_(POLL_OVER)),
    "minutes": (MINUTES, MINUTES.c.status.in_(MINUTES_OVER)),
    "meetings": (MEETING, MEETING.c.status.in_(MEETING_OVER)),
    "decisions": (DECISION, DECISION.c.status.in_(DECISION_OVER)),
}
"""By the noun's name in the log: its table, and what makes a row one that is over. In order: what goes first
frees the next."""
NEEDED_BY: dict[str, tuple[Table, ColumnElement[Any], ColumnElement[bool]]] = {
    "action_items": (ITEM, ITEM.c.waits_for, ITEM.c.status == model.Status.open),
    "minutes": (ITEM, ITEM.c.source, ITEM.c.source.startswith("minutes:")),
    "meetings": (MINUTES, MINUTES.c.meeting, true()),
}
"""References by which one record needs another: table, column and condition."""
LOGGED_AS = {"action_items": ("action_items", "escalations")}
"""Under which nouns the log tells of one thing, where that is more than its own."""


def removable(
    connection: Connection, noun: str, project_id: int, since: datetime, among: Sequence[int] | None = None
) -> list[int]:
    """Numbers of what is over and untouched, and what nothing needs; `among`: only of these."""
    table, over = OVER[noun]
    found = select(table.c.number).where(over, *untouched(table, noun, project_id, since, among))
    numbers = list(connection.execute(found).scalars())
    needed = _needed(connection, noun, project_id) if numbers else ()
    return [number for number in numbers if number not in needed]


def untouched(
    table: Table, noun: str, project_id: int, since: datetime, among: Sequence[int] | None = None
) -> list[ColumnElement[bool]]:
    of_project = [table.c.project_id == project_id]
    events = [EVENT.c.project_id == project_id, EVENT.c.noun == noun]
    if among is not None:
        of_project.append(table.c.number.in_(among))
        events.append(EVENT.c.number.in_(among))
    # Grouped, so that they are found by their numbers: by time it would be all that was logged since.
    touched = (
        select(EVENT.c.number).where(*events).group_by(EVENT.c.number).having(func.max(EVENT.c.at) >= since)
    )
    raised_before = [table.c.raised_at < since] if "raised_at" in table.c else []
    return [*of_project, *raised_before, table.c.number.not_in(touched)]


def how_many(connection: Connection, project_id: int, since: datetime) -> int:
    """Rows that are over and untouched, those too that something else still needs."""
    return sum(
        connection.execute(
            select(func.count()).select_from(table).where(over, *untouched(table, noun, project_id, since))
        ).scalar_one()
        for noun, (table, over) in OVER.items()
    )


def _needed(connection: Connection, noun: str, project_id: int) -> set[int]:
    """By an open item that waits for it, by an item that the minutes made, by the minutes of a meeting."""
    if noun not in NEEDED_BY:
        return set()
    table, column, condition = NEEDED_BY[noun]
    found = select(column).where(table.c.project_id == project_id, column.is_not(None), condition).distinct()
    numbers = connection.execute(found).scalars()
    return {int(each.split(":")[1]) if column is ITEM.c.source else each for each in numbers}


class Retention(Repository):
    def untouched_since(self, project_id: int, since: datetime) -> int:
        return how_many(self.session.connection(), project_id, since)
