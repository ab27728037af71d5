"""Says what only one person sees: at once, or as a job."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

import structlog
from slack_sdk import WebClient

from bot.core.access import sees
from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job, Notice
from bot.core.ports import OpenUnitOfWork
from bot.texts import texts_in
from handlers.slack.registry import Registry
from handlers.slack.reply import Message
from handlers.slack.sender import speak

log = structlog.get_logger()


class Whisperer:
    def __init__(
        self, client: WebClient, reading: OpenUnitOfWork, now: Callable[[], datetime], registry: Registry
    ) -> None:
        self.client = client
        self.reading = reading
        self.now = now
        self.registry = registry

    def say(self, channel: str, user: str, message: Message, thread_ts: str | None) -> None:
        """Say something that only `user` sees, in the thread where they are, if they can be reached."""
        try:
            if channel.startswith("D"):  # where nobody else is, it may as well stay
                about: dict[str, Any] = {"channel": channel, "unfurl_links": False, "unfurl_media": False}
                speak(self.client.chat_postMessage, message, **about, thread_ts=thread_ts)
                return
            speak(self.client.chat_postEphemeral, message, channel=channel, user=user, thread_ts=thread_ts)
        except Permanent as refused:
            log.info("whisper.lost", channel=channel, reason=refused.reason)

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
            self.say(notice.to, person.user, message, None)
        return JobResult(job)
