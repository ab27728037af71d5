"""What people and the clock do with the first meeting of Atlas, and what that leaves in the tables."""

from datetime import datetime, time, timedelta
from typing import Any

from bot.core import records
from bot.core.jobs import Job, State
from bot.meetings import plan as meetings
from bot.meetings import schedule, timed
from bot.meetings.model import Answer, Meeting
from bot.meetings.noun import MEETING
from storage.tables import JobRow
from tests.kit.atlas import Atlas, user
from tests.kit.clock import FRIDAY, MONDAY
from tests.kit.rows import rows

START = datetime(2026, 11, 27, 13, tzinfo=MONDAY.tzinfo)
"""14:00 in Amsterdam."""
MOVED = MONDAY + timedelta(seconds=20)


def fields(*people: str, **changes: object) -> dict[str, Any]:
    asked = [user(name) for name in people or ("tom", "priya")]
    given = {"title": "Sprint review", "people": asked, "day": FRIDAY, "at": time(14), "minutes": 45}
    return {**given, **changes}


def planned(atlas: Atlas, by: str = "tom", now: datetime = MONDAY, **changes: object) -> Meeting:
    people = ("sanne", "priya") if by == "tom" else ("tom", "priya")
    with atlas.unit() as uow:
        return meetings.plan(atlas.ctx(uow, now, by), **fields(*people, **changes))


def moved(atlas: Atlas, by: str, now: datetime = MOVED, **changes: Any) -> Meeting:
    with atlas.unit() as uow:
        return meetings.move(atlas.ctx(uow, now, by), 1, **changes)


def answer(atlas: Atlas, by: str, given: Answer, now: datetime = MONDAY) -> Meeting:
    with atlas.unit() as uow:
        return meetings.answer(atlas.ctx(uow, now, by), 1, given)


def kept(atlas: Atlas) -> Meeting:
    with atlas.unit() as uow:
        return records.get(atlas.ctx(uow, MONDAY, "tom"), MEETING, 1)


def jobs(atlas: Atlas, kind: str) -> list[JobRow]:
    found = [job for job in rows(atlas.storage, JobRow) if job.kind == kind and job.state == State.open]
    return sorted(found, key=lambda job: job.id or 0)


def posts(atlas: Atlas, kind: str) -> list[tuple[str, datetime]]:
    """Receiver and due time of what is to be shown of one kind."""
    return [(job.payload["to"], job.due_at) for job in jobs(atlas, "post") if job.payload["kind"] == kind]


def work(atlas: Atlas, kind: str, now: datetime) -> None:
    act = {schedule.REMIND: timed.remind, schedule.ENDED: timed.end}[kind]
    [row] = jobs(atlas, kind)
    with atlas.unit() as uow:
        act(uow, now, Job.model_validate(row))
