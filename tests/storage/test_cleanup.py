"""What is old and ended goes; what is young, open or recorded stays."""

from datetime import timedelta

from bot.domain.jobs import State
from storage.cleanup import clean_up
from storage.tables import DraftRow, JobRow, SeenRow
from storage.unit_of_work import Storage
from tests.storage.examples import NOON, job
from tests.usecases.rows import rows

DAY = timedelta(days=1)


def test_what_ended_long_ago_goes_and_the_rest_stays(storage: Storage) -> None:
    with storage.unit_of_work() as uow:
        for state in State:
            uow.jobs.add(job(f"old {state}", due_at=NOON - 31 * DAY, state=state))
            uow.jobs.add(job(f"young {state}", due_at=NOON - 29 * DAY, state=state))
        uow.once("old", NOON - timedelta(hours=26))
        uow.once("young", NOON - timedelta(hours=24))
        uow.drafts.put("old", "U1", {}, NOON - 31 * DAY)
        uow.drafts.put("young", "U1", {}, NOON - 29 * DAY)
    assert clean_up(storage, NOON) == {"job": 3, "seen": 1, "draft": 1}
    left = {row.key for row in rows(storage, JobRow)}
    assert left == {"old open", *(f"young {state}" for state in State)}
    assert [row.key for row in rows(storage, SeenRow)] == ["young"]
    assert [row.key for row in rows(storage, DraftRow)] == ["young"]
    assert clean_up(storage, NOON) == {"job": 0, "seen": 0, "draft": 0}
