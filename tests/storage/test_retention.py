"""A project keeps what it recorded as long as it says, and what is open for as long as it is open."""

import sqlite3
from datetime import timedelta

from sqlalchemy.event import listen

from bot.action_items.model import ActionItem, ActionItems, Status
from bot.core.events import Event
from bot.core.ports import Retention
from bot.core.project import Project
from bot.decisions.model import Decision
from bot.decisions.noun import Decisions
from bot.meetings.model import Meeting, Meetings
from bot.meetings.model import Status as MeetingStatus
from bot.minutes.model import Minutes
from bot.minutes.model import Status as MinutesStatus
from bot.minutes.ports import MinutesBook
from storage.retention import forget
from storage.tables import ActionItemRow, EventRow, MeetingRow, MinutesRow, PendingRequestRow
from storage.unit_of_work import Storage, UnitOfWork
from tests.kit.rows import rows
from tests.storage import examples
from tests.storage.examples import NOON, a_project

DAY = timedelta(days=1)
LONG_AGO = NOON - 200 * DAY
KEPT = 90
"""Days."""


def item(uow: UnitOfWork, project: Project, text: str, status: Status, *days_ago: int) -> None:
    """Raised so many days ago, and touched on the days that follow."""
    number = uow.next_number(project.id, "action_items")
    uow.of(ActionItems).add(
        ActionItem(
            project_id=project.id,
            number=number,
            text=text,
            status=status,
            raised_by="U1",
            raised_at=NOON - days_ago[0] * DAY,
        )
    )
    for days in days_ago:
        event = Event(
            at=NOON - days * DAY,
            who="U1",
            project_id=project.id,
            noun="action_items",
            number=number,
            what="edited",
        )
        uow.log.add(event)


def test_what_is_closed_and_long_untouched_goes_with_its_history(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        short = uow.projects.add(Project(team="T1", channel="C1", name="S", manager="U1", retention_days=90))
        long = uow.projects.add(Project(team="T1", channel="C2", name="L", manager="U1", retention_days=365))
        item(uow, short, "old and done", Status.done, 200, 100)
        item(uow, short, "old and cancelled", Status.cancelled, 120)
        item(uow, short, "old and open", Status.open, 200, 100)
        item(uow, short, "done lately", Status.done, 200, 10)
        item(uow, short, "young", Status.done, 20)
        for number in (1, 3):
            asked = Event(
                at=NOON - 110 * DAY,
                who="spil",
                project_id=short.id,
                noun="escalations",
                number=number,
                what="proposed",
            )
            uow.log.add(asked)
        item(uow, long, "kept longer", Status.done, 200, 100)
    assert forget(storage, NOON) == 2
    left = {row.text for row in rows(storage, ActionItemRow)}
    assert left == {"old and open", "done lately", "young", "kept longer"}
    assert len(rows(storage, EventRow)) == 7 + 1
    assert forget(storage, NOON) == 0


def test_a_shorter_term_holds_a_day_after_it_was_chosen(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        project = uow.projects.add(
            Project(team="T1", channel="C1", name="S", manager="U1", retention_days=90)
        )
        former = project.model_copy(update={"retention_days": 365})
        uow.log.add(
            Event(
                at=NOON - timedelta(hours=23),
                who="U1",
                project_id=project.id,
                noun="projects",
                number=0,
                what="changed",
                before=former.model_dump(mode="json"),
                after=project.model_dump(mode="json"),
            )
        )
        item(uow, project, "old and done", Status.done, 200, 100)
        item(uow, project, "very old", Status.done, 500)
        item(uow, project, "old and open", Status.open, 200, 100)
        assert uow.of(Retention).untouched_since(project.id, NOON - 90 * DAY) == 2
    assert forget(storage, NOON) == 1
    assert forget(storage, NOON + timedelta(hours=2)) == 1


def minutes(project: Project, number: int, **fields: object) -> Minutes:
    given = {"title": "Weekly", "held_on": LONG_AGO.date(), "author": "U1", "notes": "", **fields}
    given = {"status": MinutesStatus.distributed, "raised_at": LONG_AGO, **given}
    return Minutes.model_validate({"project_id": project.id, "number": number, **given})


def meeting(project: Project, number: int, status: MeetingStatus) -> Meeting:
    starts = LONG_AGO.replace(tzinfo=None)
    return examples.meeting(project, number, starts, status=status, raised_at=LONG_AGO)


def test_to_the_instant_what_was_raised_or_touched_on_the_last_day_that_is_kept_stays(
    storage: Storage,
) -> None:
    project = a_project(storage, retention_days=KEPT)
    limit, moment = NOON - KEPT * DAY, timedelta(microseconds=1)
    done = {"status": Status.done}
    with storage.unit_of_work() as uow:
        for number, raised_at in ((1, limit - moment), (2, limit)):
            uow.of(ActionItems).add(examples.item(project, number, raised_at=raised_at, **done))
        for number, at in ((3, limit - moment), (4, limit)):
            uow.of(ActionItems).add(examples.item(project, number, raised_at=LONG_AGO, **done))
            uow.log.add(
                Event(at=at, who="U1", project_id=project.id, noun="action_items", number=number, what="done")
            )
    assert forget(storage, NOON) == 2
    assert {row.number for row in rows(storage, ActionItemRow)} == {2, 4}


def test_an_item_stays_as_long_as_another_waits_for_it(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    old = {"raised_at": LONG_AGO}
    with storage.unit_of_work() as uow:
        for number, waits_for, status in (
            (1, None, Status.done),
            (2, 1, Status.open),
            (3, None, Status.done),
        ):
            fields = {**old, "waits_for": waits_for, "status": status}
            uow.of(ActionItems).add(examples.item(project, number, **fields))
    assert forget(storage, NOON) == 1
    assert {row.number for row in rows(storage, ActionItemRow)} == {1, 2}


def test_minutes_stay_as_long_as_an_item_that_they_made(storage: Storage) -> None:
    project, other = a_project(storage, retention_days=KEPT), a_project(storage, "C2", retention_days=KEPT)
    with storage.unit_of_work() as uow:
        for number in (1, 12):
            uow.of(MinutesBook).add(minutes(project, number))
        uow.of(MinutesBook).add(minutes(other, 12))
        uow.of(ActionItems).add(examples.item(project, 1, source="minutes:12:3", raised_at=LONG_AGO))
        uow.of(ActionItems).add(
            examples.item(project, 2, source="minutes:1:3", raised_at=LONG_AGO, status=Status.done)
        )
    assert forget(storage, NOON) == 3
    assert [(row.project_id, row.number) for row in rows(storage, MinutesRow)] == [(project.id, 12)]
    with storage.unit_of_work() as uow:
        uow.of(ActionItems).put(
            examples.item(project, 1, source="minutes:12:3", raised_at=LONG_AGO, status=Status.done)
        )
    assert forget(storage, NOON) == 2
    assert not rows(storage, MinutesRow)


def test_minutes_take_along_how_far_somebody_was_with_them_and_leave_their_decisions(
    storage: Storage,
) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        uow.of(MinutesBook).add(minutes(project, 1))
        uow.of(MinutesBook).add(minutes(project, 12, status=MinutesStatus.concept))
        for number in (1, 12):
            uow.pending_requests.put(f"minutes:{project.id}:{number}:U1", "U1", {"page": 1}, LONG_AGO)
        uow.of(Decisions).add(
            Decision(project_id=project.id, number=1, text="Go", decided_on=LONG_AGO.date(), minutes=1)
        )
    assert forget(storage, NOON) == 1
    assert [row.key for row in rows(storage, PendingRequestRow)] == [f"minutes:{project.id}:12:U1"]
    with storage.reading() as uow:
        kept = uow.of(Decisions).get(project.id, 1)
    assert kept is not None and (kept.text, kept.minutes) == ("Go", 1)


def test_a_meeting_goes_when_it_is_over_and_no_minutes_need_it(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        for number, status in enumerate(MeetingStatus, 1):
            uow.of(Meetings).add(meeting(project, number, status))
        uow.of(Meetings).add(meeting(project, 9, MeetingStatus.closed))
        uow.of(MinutesBook).add(minutes(project, 1, meeting=9, raised_at=NOON))
    assert forget(storage, NOON) == len(MeetingStatus) - 2
    assert {(row.number, row.status) for row in rows(storage, MeetingRow)} == {
        (1, MeetingStatus.repeating),
        (2, MeetingStatus.planned),
        (9, MeetingStatus.closed),
    }


def test_numbers_and_what_is_known_of_the_project_itself_outlast_what_is_forgotten(storage: Storage) -> None:
    project = a_project(storage, retention_days=KEPT)
    with storage.unit_of_work() as uow:
        item(uow, project, "old and done", Status.done, 200)
        for noun in ("projects", "digests", "decisions"):
            uow.log.add(
                Event(at=LONG_AGO, who="spil", project_id=project.id, noun=noun, number=0, what="made")
            )
    assert forget(storage, NOON) == 1
    assert {row.noun for row in rows(storage, EventRow)} == {"projects", "digests", "decisions"}
    with storage.unit_of_work() as uow:
        assert uow.next_number(project.id, "action_items") == 2


def test_what_is_kept_costs_no_more_than_one_look_each(sqlite_storage: Storage) -> None:
    """Counted in steps of SQLite's machine, which are the same on every computer."""
    steps: list[int] = []

    def count(connection: sqlite3.Connection, *_: object) -> None:
        connection.set_progress_handler(lambda: steps.append(1), 100)

    def looked(project: Project, items: int) -> int:
        with sqlite_storage.unit_of_work() as uow:
            for _ in range(items):
                item(uow, project, "done lately", Status.done, 200, 10)
        steps.clear()
        forget(sqlite_storage, NOON)
        return len(steps)

    listen(sqlite_storage.engine, "checkout", count)
    project = a_project(sqlite_storage, retention_days=KEPT)
    once, four_times = looked(project, 100), looked(project, 300)
    assert four_times < 6 * once
