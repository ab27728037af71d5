"""What the worker does once a change is committed, for tests that have none."""

from bot.core.context import TELL, tell
from bot.core.jobs import Job, JobResult
from storage.unit_of_work import Storage


def tell_waiting(storage: Storage) -> None:
    """Tell of all changes that wait to be told, at the moment at which they were made."""
    while waiting := _waiting(storage):
        for job in waiting:
            with storage.unit_of_work() as uow:
                tell(uow, job.due_at, job)
            storage.jobs.note([JobResult(job)])


def _waiting(storage: Storage) -> list[Job]:
    with storage.reading() as uow:
        return [job for job in uow.jobs.starting(f"{TELL}:") if job.kind == TELL]
