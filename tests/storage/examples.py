"""Values to store."""

from datetime import UTC, date, datetime
from typing import Any

from bot.action_items.model import ActionItem
from bot.core.jobs import Job, SentMessage
from bot.core.people import Person
from bot.core.project import Project
from bot.meetings.model import Meeting
from storage.unit_of_work import Storage

NOON = datetime(2026, 11, 30, 12, tzinfo=UTC)


def a_project(storage: Storage, channel: str = "C1", **fields: Any) -> Project:
    with storage.unit_of_work() as uow:
        return uow.projects.add(
            Project(**{"team": "T1", "channel": channel, "name": "Move", "manager": "U1", **fields})
        )


def item(project: Project, number: int, **fields: Any) -> ActionItem:
    given = {"text": "Order boxes", "raised_by": "U1", "raised_at": NOON, **fields}
    return ActionItem(project_id=project.id, number=number, **given)


def meeting(project: Project, number: int, starts: datetime, **fields: Any) -> Meeting:
    given = {"title": "Weekly", "organiser": "U1", "zone": "Europe/Amsterdam", "raised_at": NOON, **fields}
    return Meeting(project_id=project.id, number=number, starts=starts, **given)


def person(user: str, **fields: Any) -> Person:
    return Person(**{"team": "T1", "user": user, "name": user.lower(), "known_at": NOON, **fields})


def sent_message(key: str, ts: str = "1.1", **fields: Any) -> SentMessage:
    given = {"team": "T1", "channel": "C1", "fingerprint": "f", "shown_at": NOON, **fields}
    return SentMessage(key=key, ts=ts, **given)


def job(key: str, lane: str = "", **fields: Any) -> Job:
    return Job(**{"key": key, "kind": "test", "lane": lane or key, "due_at": NOON, **fields})


def day(number: int) -> date:
    return date(2026, 12, number)
