"""Delivers what the job table says must be shown: posted once, and edited where it stands."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import structlog
from slack_sdk.web import SlackResponse

from bot.core.context import PersonContext, sees
from bot.core.jobs import Job, JobResult, Notice, Permanent, SentMessage
from bot.core.language import Language
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.texts import texts_in
from handlers.slack.client import Sent, calling, mark_of, marked
from handlers.slack.directory import is_person
from handlers.slack.dispatch import AppContext
from handlers.slack.reply import File, Message, in_words, sentence

log = structlog.get_logger()
BLOCKS_REFUSED = ("invalid_blocks", "invalid_blocks_format", "msg_blocks_too_long")
NO_THREAD = ("thread_not_found", "message_not_found")
AS_IT_STANDS = {"unfurl_links": False, "unfurl_media": False}
STANDS_NO_MORE = ("message_not_found", "edit_window_closed", "cant_update_message")


@dataclass(frozen=True)
class Shown:
    message: Message
    standing: SentMessage | None
    channel: str
    thread_ts: str | None
    language: Language

    @property
    def fingerprint(self) -> str:
        return hashlib.sha256(json.dumps(self.message.as_json(), sort_keys=True).encode()).hexdigest()[:32]


class Sender(AppContext):
    def deliver(self, job: Job) -> JobResult:
        """Show the job's notice as it is now. The same as what stands needs no call."""
        notice = Notice.model_validate(job.payload)
        shown = self._render(notice)
        if shown is None:
            return JobResult(job)
        if shown.standing is None:
            return JobResult(job) if notice.only_update else self._post(job, notice, shown)
        # After an attempt of which we do not know the end, something else may stand there than was noted.
        unchanged = shown.standing.fingerprint == shown.fingerprint and job.attempts <= 1
        if shown.message.file or unchanged:
            return JobResult(job)
        return self._update(job, notice, shown)

    def reconcile(self, job: Job) -> JobResult:
        """Leave one message of a notice, as things are now.

        An attempt may have shown it after it had lost its job: a second message, or an old state over a newer
        one. Nothing is posted here: that is for whoever had the job.
        """
        notice = Notice.model_validate(job.payload["notice"])
        shown = self._render(notice)
        if shown is None:
            return JobResult(job)
        sent = self._sent(shown, mark_of(job.payload["job"], job.payload["key"]))
        found = sent.found(job.due_at)
        stands = [shown.standing.ts] if shown.standing else []
        candidates = [*stands, *(each["ts"] for each in found if each["ts"] not in stands)]
        if shown.message.file:
            kept = found[0]["ts"] if found else None
        else:
            kept = next((ts for ts in candidates if self._edited(job, shown, ts)), None)
        for message in found:
            if message["ts"] != kept:
                self.keep(job)
                sent.delete(message)
                log.warning("message.doubled", job=job.id, channel=shown.channel, ts=message["ts"])
        if kept is None or shown.message.file:
            return JobResult(job)
        return JobResult(job, slack_ts=kept, sent_message=_standing(notice, shown, kept, self.now()))

    def publish_home(self, job: Job) -> JobResult:
        team, user = job.payload["team"], job.payload["user"]
        with calling():
            self.directory.refresh(team, [user])
        asked: set[str] = set()
        # What takes the place of something that they may not see any more is of a channel to ask too.
        while True:
            with self.reading() as uow:
                who = uow.people.get(team, user)
                if who is None or self.registry.home is None:
                    return JobResult(job)
                ctx = PersonContext(uow, self.now(), who)
                unasked = self.registry.home_channels(ctx) - asked
                if not unasked:
                    view = self.registry.home(ctx, texts_in(who.language))
                    break
            for channel in sorted(unasked):
                self.directory.refresh(team, (), channel)
            asked |= unasked
        with calling():
            self.client.views_publish(user_id=user, view=view.to_dict())
        return JobResult(job)

    def _render(self, notice: Notice) -> Shown | None:
        in_person = is_person(notice.to)
        with self.directory.knowing(notice.team, notice.to) as uow:
            person = uow.people.get(notice.team, notice.to) if in_person else None
            if in_person and not self._may_hear(uow, notice, person):
                return None
            language = person.language if person else _language_of(uow, notice)
            message = self.registry.notices[notice.kind](uow, notice, texts_in(language), self.now())
            if message is None:
                return None
            standing = uow.sent_messages.get(notice.key)
            thread = uow.sent_messages.get(notice.thread_of) if notice.thread_of else None
        channel = self._dm(person) if person else notice.to
        return Shown(message, standing, channel, thread.ts if thread else notice.thread_ts, language)

    def _may_hear(self, uow: UnitOfWork, notice: Notice, person: Person | None) -> bool:
        """A project's news goes only to who may see the project, whatever was planned earlier."""
        if person is None or person.gone:
            raise Permanent("the person has left")
        project = uow.projects.get(notice.about["project"]) if "project" in notice.about else None
        return project is None or sees(uow, person, project)

    def _dm(self, person: Person) -> str:
        if person.dm:
            return person.dm
        with calling():
            channel = str(self.client.conversations_open(users=person.user)["channel"]["id"])
        with self.unit_of_work() as uow:
            # Of now: while Slack opened it, we may have heard that they moved or left.
            known = uow.people.get(person.team, person.user) or person
            uow.people.put(known.evolve(dm=channel))
        return channel

    def _post(self, job: Job, notice: Notice, shown: Shown) -> JobResult:
        try:
            ts = self._posted(job, notice, shown)
        except Permanent as refused:
            if not notice.thread_ts or refused.reason not in NO_THREAD:
                raise
            shown = replace(shown, thread_ts=None)
            ts = self._posted(job, notice, shown)
        return JobResult(job, slack_ts=ts, sent_message=_standing(notice, shown, ts, self.now()))

    def _posted(self, job: Job, notice: Notice, shown: Shown) -> str:
        mark = mark_of(job.id, job.key)
        before = self._sent(shown, mark).found(job.due_at)[:1] if job.attempts > 1 else []
        for message in before:
            log.info("message.found", job=job.id, channel=shown.channel, ts=message["ts"])
            if shown.message.file is None:
                self._edited(job, shown, message["ts"])  # it shows what was true when it was sent
            return str(message["ts"])
        self.keep(job)
        ts = self._send(shown, mark, notice.broadcast)
        log.info("message.posted", job=job.id, kind=notice.kind, channel=shown.channel, ts=ts)
        return ts

    def _sent(self, shown: Shown, mark: str) -> Sent:
        file = shown.message.file
        return Sent(self.client, shown.channel, shown.thread_ts, mark, file.name if file else None)

    def _send(self, shown: Shown, mark: str, broadcast: bool) -> str:
        message, file = shown.message, shown.message.file
        if file is not None:
            try:
                return self._upload(shown, file)
            except Permanent as refused:
                if refused.reason in NO_THREAD:
                    raise
                log.warning("file.refused", channel=shown.channel, reason=refused.reason)
                message = sentence(texts_in(shown.language).file_refused(file.title, refused.reason))
        answer = speak(
            self.client.chat_postMessage,
            message,
            channel=shown.channel,
            thread_ts=shown.thread_ts,
            reply_broadcast=broadcast or None,
            metadata=marked(mark),
            **AS_IT_STANDS,
        )
        return str(answer["ts"])

    def _upload(self, shown: Shown, file: File) -> str:
        with calling():
            self.client.files_upload_v2(
                channel=shown.channel,
                thread_ts=shown.thread_ts,
                filename=file.name,
                title=file.title,
                content=file.content,
                initial_comment=shown.message.text,
            )
        return file.name

    def _update(self, job: Job, notice: Notice, shown: Shown) -> JobResult:
        assert shown.standing is not None
        standing = shown.standing
        if not self._edited(job, shown, standing.ts, standing.channel):
            return JobResult(job) if notice.only_update else self._post(job, notice, shown)
        log.info("message.updated", job=job.id, kind=notice.kind, channel=standing.channel, ts=standing.ts)
        return JobResult(
            job, slack_ts=standing.ts, sent_message=_standing(notice, shown, standing.ts, self.now())
        )

    def _edited(self, job: Job, shown: Shown, ts: str, channel: str = "") -> bool:
        """False when the message is gone, or Slack lets it be changed no more."""
        self.keep(job)
        try:
            speak(self.client.chat_update, shown.message, channel=channel or shown.channel, ts=ts)
        except Permanent as refused:
            if refused.reason not in STANDS_NO_MORE:
                raise
            return False
        return True


def speak(call: Callable[..., SlackResponse], message: Message, **about: Any) -> SlackResponse:
    """Call with the message; where Slack does not take its blocks, with their words alone."""
    try:
        with calling():
            return call(**about, **message.as_json())
    except Permanent as refused:
        if refused.reason not in BLOCKS_REFUSED:
            raise
        log.warning("message.in_words", channel=about["channel"], reason=refused.reason)
    with calling():
        return call(**about, **in_words(message).as_json())


def _standing(notice: Notice, shown: Shown, ts: str, now: datetime) -> SentMessage:
    return SentMessage(
        key=notice.key,
        team=notice.team,
        channel=shown.channel,
        ts=ts,
        fingerprint=shown.fingerprint,
        thread_ts=shown.thread_ts,
        subject=notice.subject,
        shown_at=now,
    )


def _language_of(uow: UnitOfWork, notice: Notice) -> Language:
    project = uow.projects.of_channel(notice.team, notice.to)
    return project.language if project else Language.en
