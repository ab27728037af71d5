"""What the worker does once a change is committed, for tests that have none."""

from bot.core.changes import KIND, run
from bot.core.jobs import JobResult, State
from storage.tables import JobRow
from storage.unit_of_work import Storage
from tests.kit.rows import rows


def tell_waiting(storage: Storage) -> None:
    """Tell of all changes that wait to be told, at the moment at which they were made."""
    while waiting := [job for job in rows(storage, JobRow) if (job.kind, job.state) == (KIND, State.open)]:
        for job in sorted(waiting, key=lambda job: (job.due_at, job.id)):
            with storage.unit_of_work() as uow:
                run(uow, job.due_at, job)
            storage.jobs.note([JobResult(job)])
