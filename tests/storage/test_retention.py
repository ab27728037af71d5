"""A project keeps what it recorded as long as it says, and what is open for as long as it is open."""

from datetime import timedelta

from bot.domain.action_items import ActionItem, Status
from bot.domain.log import Event
from bot.domain.projects import Project
from storage.retention import forget
from storage.tables import ActionItemRow, EventRow
from storage.unit_of_work import Storage, UnitOfWork
from tests.storage.examples import NOON
from tests.usecases.rows import rows

DAY = timedelta(days=1)


def item(uow: UnitOfWork, project: Project, text: str, status: Status, *days_ago: int) -> None:
    """Raised so many days ago, and touched on the days that follow."""
    number = uow.next_number(project.id, "action_items")
    uow.action_items.add(
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
        item(uow, long, "kept longer", Status.done, 200, 100)
    assert forget(storage, NOON) == 2
    left = {row.text for row in rows(storage, ActionItemRow)}
    assert left == {"old and open", "done lately", "young", "kept longer"}
    assert len(rows(storage, EventRow)) == 7
    assert forget(storage, NOON) == 0
