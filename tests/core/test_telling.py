"""What a change means is told after it is committed, in its order, and once."""

from bot.action_items import change
from bot.core.context import AT_ONCE, TELL, new_batch, tell
from bot.core.jobs import JobResult, State
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.atlas import open_atlas
from tests.kit.clock import MONDAY
from tests.kit.rows import rows
from tests.kit.telling import tell_waiting


def _told(storage: Storage) -> list[str]:
    return sorted(job.key for job in rows(storage, JobRow) if job.kind == "post")


def test_a_transaction_leaves_one_job_and_what_is_rolled_back_leaves_none(storage: Storage) -> None:
    atlas = open_atlas(storage)
    with storage.unit_of_work() as uow:
        for text in ("write the plan", "call Tom"):
            change.create(atlas.ctx(uow, MONDAY, "sanne"), text=text, owner="UTOM")
    [job] = rows(storage, JobRow)
    assert (job.kind, job.lane, [event for event, _ in job.payload["events"]]) == (TELL, "tell:1", [1, 2])
    try:
        with storage.unit_of_work() as uow:
            change.finish(atlas.ctx(uow, MONDAY, "sanne"), 1)
            raise ZeroDivisionError
    except ZeroDivisionError:
        assert len(rows(storage, JobRow)) == 1


def test_worked_twice_it_says_nothing_twice(storage: Storage) -> None:
    atlas = open_atlas(storage)
    with storage.unit_of_work() as uow:
        change.create(atlas.ctx(uow, MONDAY, "sanne"), text="write the plan", owner="UTOM")
    [job] = rows(storage, JobRow)
    for _ in range(2):
        with storage.unit_of_work() as uow:
            tell(uow, MONDAY, job)
    assert [key.partition("(")[0] for key in _told(storage)] == [
        "post:action_items.card",
        "post:action_items.mine",
    ]


def test_many_are_told_a_few_at_a_time(storage: Storage) -> None:
    atlas = open_atlas(storage)
    with storage.unit_of_work() as uow:
        act = new_batch(atlas.ctx(uow, MONDAY, "sanne"))
        for number in range(AT_ONCE + 1):
            change.create(act, text=f"write part {number}", owner=None)
    [job] = rows(storage, JobRow)
    with storage.unit_of_work() as uow:
        tell(uow, MONDAY, job)
    storage.jobs.note([JobResult(job)])
    assert len(_told(storage)) == AT_ONCE
    waiting = [job for job in rows(storage, JobRow) if (job.kind, job.state) == (TELL, State.open)]
    assert [len(job.payload["events"]) for job in waiting] == [1]
    tell_waiting(storage)
    assert len(_told(storage)) == AT_ONCE + 1
