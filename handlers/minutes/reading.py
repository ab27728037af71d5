"""Notes that a job reads. Before, everybody who is present is known by name: only of them is somebody an
owner; after, they are taken for who asked."""

from collections.abc import Callable

from bot.core.context import Context, in_project
from bot.core.errors import Misfilled, Rejected
from bot.core.jobs import Job, JobResult, Temporary
from bot.texts import Texts, texts_in
from handlers.slack.client import calling
from handlers.slack.dispatch import AppContext
from handlers.slack.reply import sentence
from handlers.slack.whisper import answer

PATIENCE = 4
"""Attempts after which we go on with those whom we know."""


def knowing_all(app_context: AppContext, work: Callable[[Job], JobResult]) -> Callable[[Job], JobResult]:
    """`work` on jobs that tell a team and a channel."""

    def handle(job: Job) -> JobResult:
        team, channel = job.payload["team"], job.payload["channel"]
        try:
            with calling():
                app_context.directory.refresh(team, (), channel)
                with app_context.unit_of_work() as uow:
                    members = uow.people.members(team, channel)
                    unknown = [user for user in members if uow.people.get(team, user) is None]
                app_context.directory.refresh(team, unknown)
        except Temporary:
            if job.failures + 1 < PATIENCE:
                raise
        return work(job)

    return handle


class Intake(AppContext):
    """Of the jobs that read notes which stand in Slack."""

    def take(self, job: Job, take: Callable[[Context, Texts], str]) -> JobResult:
        """Carry out `take` for who asked, if they may still see the project. What it returns, or why it can't
        be, is said to them where they asked."""
        about = job.payload
        self.directory.refresh(about["team"], [about["user"]], about["channel"])
        with self.unit_of_work() as uow:
            who = uow.people.get(about["team"], about["user"])
        if who is None:
            return JobResult(job)
        texts = texts_in(who.language)
        try:
            with self.unit_of_work() as uow:
                if said := take(in_project(uow, self.now(), who, about["project"]), texts):
                    uow.jobs.add(self._answer(job, said))
            return JobResult(job)
        except Misfilled as wrong:
            said = texts.rejected(next(iter(wrong.reasons.values())))
        except Rejected as reason:
            said = texts.rejected(reason)
        with self.unit_of_work() as uow:
            uow.jobs.add(self._answer(job, said))
        return JobResult(job)

    def _answer(self, job: Job, said: str) -> Job:
        return answer(job, job.payload["asked_in"], job.payload["user"], sentence(said), self.now())
