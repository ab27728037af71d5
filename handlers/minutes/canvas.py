"""The canvas of a channel with the last minutes: written, and written anew when one of them is corrected."""

import hashlib
from datetime import datetime

from bot.adapters.minutes_files import as_md
from bot.core.context import by_clock
from bot.core.jobs import Job, JobResult, Notice, Permanent, SentMessage, channel_subject
from bot.core.ports import UnitOfWork
from bot.minutes import canvas
from bot.minutes.ports import MinutesBook
from bot.texts import Texts, texts_in
from handlers.minutes.after import document_of
from handlers.records.desk import See
from handlers.slack.client import calling, file_info
from handlers.slack.dispatch import AppContext
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, sentence

MOST, ROOM, LOOKED_AT = 5, 500_000, 50
"""Sets of minutes in it, and characters; and among how many of the last they are looked for."""
THERE, GONE = "channel_canvas_already_exists", ("canvas_not_found", "file_not_found")


def register(registry: Registry) -> None:
    registry.notice(canvas.REFUSED, refused)


def refused(uow: UnitOfWork, notice: Notice, texts: Texts, _now: datetime) -> Message | None:
    project = uow.projects.get(notice.about["project"])
    return sentence(texts.canvas_refused(project, notice.about["why"])) if project else None


class Canvases(AppContext):
    def write(self, job: Job) -> JobResult:
        """As things are now; what stands there already needs no call."""
        with self.reading() as uow:
            project = uow.projects.get(job.payload["project"])
            if project is None or not project.minutes_canvas:
                return JobResult(job)
            see = See(by_clock(uow, self.now(), project), texts_in(project.language))
            title, written = see.texts.canvas_title(project), _written(see)
            key = f"{canvas.WRITE}@{project.team}:{project.channel}"
            standing = uow.sent_messages.get(key)
        fingerprint = hashlib.sha256(written.encode()).hexdigest()[:32]
        if not written or (standing and standing.fingerprint == fingerprint and job.attempts <= 1):
            return JobResult(job)
        self.keep(job)
        try:
            ts = self._shown(project.channel, title, written, standing.ts if standing else "")
        except Permanent as why:
            with self.unit_of_work() as uow:
                canvas.tell_of_refusal(by_clock(uow, self.now(), project), why.reason)
            return JobResult(job)
        about = {"key": key, "team": project.team, "channel": project.channel, "ts": ts}
        subject = channel_subject(project.team, project.channel)
        more = {"fingerprint": fingerprint, "subject": subject, "shown_at": self.now()}
        return JobResult(job, sent_message=SentMessage.model_validate({**about, **more}))

    def _shown(self, channel: str, title: str, written: str, there: str) -> str:
        """The id of the canvas that shows it: the one that is `there`, else a new one."""
        content = {"type": "markdown", "markdown": written}
        if there:
            try:
                return self._replaced(there, content)
            except Permanent as why:
                if why.reason not in GONE:
                    raise
        made = {"channel_id": channel, "title": title}
        try:
            with calling():
                answer = self.client.conversations_canvases_create(**made, document_content=content)
            return str(answer["canvas_id"])
        except Permanent as why:
            if why.reason != THERE:
                raise
        if own := self._own_of(channel):
            return self._replaced(own, content)
        # The team has a canvas of its own there, which stays as it is: ours is a tab beside it.
        with calling():
            return str(self.client.canvases_create(**made, document_content=content)["canvas_id"])

    def _replaced(self, there: str, content: dict[str, str]) -> str:
        with calling():
            self.client.canvases_edit(
                canvas_id=there, changes=[{"operation": "replace", "document_content": content}]
            )
        return there

    def _own_of(self, channel: str) -> str:
        """The channel's canvas, where we made it and don't know that, as after a crash; else empty."""
        with calling():
            about = self.client.conversations_info(channel=channel)["channel"]
        there = str(about.get("properties", {}).get("canvas", {}).get("file_id", ""))
        try:
            return there if there and file_info(self.client, there)["user"] == self.directory.own() else ""
        except Permanent:
            return ""


def _written(see: See) -> str:
    """What all may read of the last minutes, the newest first; empty as long as there are none."""
    book, project = see.ctx.uow.of(MinutesBook), see.ctx.project
    sent = [each for each in book.of_project(project.id, LOOKED_AT) if each.sent]
    parts, room = list[str](), ROOM
    for minutes in sorted(sent, key=lambda each: (each.held_on, each.number), reverse=True)[:MOST]:
        part = as_md(document_of(minutes, see, None)).decode()
        room -= len(part)
        if parts and room < 0:
            break
        parts.append(part)
    return "\n".join([f"> {see.texts.canvas_note()}\n", *parts]) if parts else ""
