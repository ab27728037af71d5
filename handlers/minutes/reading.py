"""Before notes are read, everybody who is present is known by name: only of them is somebody an owner."""

from collections.abc import Callable

from bot.core.job_results import JobResult, Temporary
from bot.core.jobs import Job
from bot.core.ports import OpenUnitOfWork
from handlers.slack.client import calling
from handlers.slack.directory import Directory

PATIENCE = 4
"""Attempts after which we go on with those whom we know."""


def knowing_all(
    directory: Directory, unit_of_work: OpenUnitOfWork, work: Callable[[Job], JobResult]
) -> Callable[[Job], JobResult]:
    """`work` on jobs that tell a team and a channel."""

    def handle(job: Job) -> JobResult:
        team, channel = job.payload["team"], job.payload["channel"]
        try:
            with calling():
                directory.refresh(team, (), channel)
                with unit_of_work() as uow:
                    members = uow.people.members(team, channel)
                    unknown = [user for user in members if uow.people.get(team, user) is None]
                directory.refresh(team, unknown)
        except Temporary:
            if job.failures + 1 < PATIENCE:
                raise
        return work(job)

    return handle
