"""Says what only one person sees."""

from datetime import datetime
from typing import Any

import structlog

from bot.core.context import sees
from bot.core.jobs import Job, JobResult, Notice, Permanent, job_of, lane_of
from bot.texts import texts_in
from handlers.slack.client import Sent, mark_of, marked
from handlers.slack.dispatch import AppContext
from handlers.slack.reply import Message, message_of
from handlers.slack.sender import AS_IT_STANDS, speak

log = structlog.get_logger()
ANSWER = "answer"
"""Kind of the job that says what came of another: it stands in the queue from the moment that the work is
kept, so that no fault between the two can lose it."""


def answer(
    of: Job, channel: str, user: str, message: Message, now: datetime, thread: str | None = None
) -> Job:
    """The job that says to `user`, where they are, what came of `of`.

    In person it stands in the lane of their notices: what it set going comes behind it.
    """
    about = {"channel": channel, "user": user, "thread_ts": thread, "message": message.as_json()}
    lane = lane_of(of.payload["team"], user) if _in_person(channel) else of.lane
    return job_of(ANSWER, f"{ANSWER}:{of.key}", lane, about, now)


class Whisperer(AppContext):
    def answer(self, job: Job) -> JobResult:
        """Say it. In person it is said once; what nobody else sees can't be looked up."""
        channel, thread_ts = job.payload["channel"], job.payload["thread_ts"]
        mark = mark_of(job.id, job.key)
        sent = Sent(self.client, channel, thread_ts, mark, None)
        if job.attempts > 1 and _in_person(channel) and sent.found(job.due_at):
            return JobResult(job)
        self.say(channel, job.payload["user"], message_of(job.payload["message"]), thread_ts, mark)
        return JobResult(job)

    def work(self, job: Job) -> JobResult:
        """Say the job's notice in its channel to `about["user"]`, if they may still hear of it."""
        notice = Notice.model_validate(job.payload)
        with self.reading() as uow:
            person = uow.people.get(notice.team, notice.about["user"])
            project = uow.projects.of_channel(notice.team, notice.to)
            if person is None or project is None or not sees(uow, person, project):
                return JobResult(job)
            message = self.registry.notices[notice.kind](uow, notice, texts_in(person.language), self.now())
        if message is not None:
            self.say(notice.to, person.user, message)
        return JobResult(job)

    def say(
        self, channel: str, user: str, message: Message, thread_ts: str | None = None, mark: str = ""
    ) -> None:
        """Say something that only `user` sees, in the thread where they are, if they can be reached."""
        about: dict[str, Any] = {"channel": channel, "thread_ts": thread_ts}
        metadata = marked(mark) if mark else None
        try:
            if _in_person(channel):  # where nobody else is, it may as well stay
                speak(self.client.chat_postMessage, message, **about, **AS_IT_STANDS, metadata=metadata)
            else:
                speak(self.client.chat_postEphemeral, message, **about, user=user)
        except Permanent as refused:
            log.info("whisper.lost", channel=channel, reason=refused.reason)


def _in_person(channel: str) -> bool:
    return channel.startswith("D")
