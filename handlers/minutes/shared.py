"""What appears in a project's channel for its minutes: lines that are typed along in a meeting's thread, and
notes of other tools, of which somebody is asked whether to draft from them; and its canvas."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from itertools import chain
from typing import Any

from bot.adapters.documents import is_document
from bot.adapters.minutes_files import as_md
from bot.core.context import Context, by_clock, show
from bot.core.errors import Outdated
from bot.core.jobs import Job, JobResult, Notice, Permanent, SentMessage, channel_subject
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.core.project import HUDDLES
from bot.meetings.model import Meetings
from bot.meetings.typed_along import note, typed_in
from bot.minutes import canvas, shared
from bot.minutes import find as use
from bot.minutes.ports import MinutesBook
from bot.notes.noted import is_typed_along
from bot.texts import Texts, texts_in
from handlers.minutes import documents
from handlers.minutes.after import document_of
from handlers.minutes.documents import Intake
from handlers.slack import ui
from handlers.slack.client import calling, file_info
from handlers.slack.dispatch import AppContext
from handlers.slack.events import SAID_BY_PEOPLE, channel_of
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply, sentence
from handlers.slack.request import Click, See, SlackEvent, names, plain

DRAFT, NO = "minutes.draft_shared", "minutes.not_shared"
"""Their value is `project:file`."""
NAMED = re.compile(r"@([UW][A-Z0-9]{8,})\b")
"""Somebody whom a canvas names."""
Event = Mapping[str, Any]


def register(registry: Registry) -> None:
    registry.notice(shared.OFFERED, asked)
    registry.click(DRAFT, draft_pressed)
    registry.click(NO, no_pressed)
    registry.notice(canvas.REFUSED, refused)


# what is heard in a channel
def is_worth(reading: OpenUnitOfWork, team: str, event: Event) -> bool:
    """Of all that is said in channels only what may be for minutes is worked off."""
    found, lines = [*_offered(event)], _is_line(event)
    if not found and not lines:
        return False
    with reading() as uow:
        project = uow.projects.of_channel(team, channel_of(event))
        if project is None:
            return False
        asked = any(kind in project.notes_asked for _file, kind in found)
        return asked or (lines and typed_in(uow, _at(event), project, event["thread_ts"]) is not None)


def heard(request: SlackEvent) -> Reply:
    uow, event = request.uow, request.event
    project = uow.projects.of_channel(request.who.team, request.channel)
    if project is None:
        return Reply()
    thread = str(_message(event).get("thread_ts") or "")
    if _is_line(event) and request.who.kind in (Kind.member, Kind.guest):
        meeting = typed_in(uow, _at(event), project, thread)
        if meeting:
            note(uow, request.now, project, meeting, thread, event["ts"])
    for file, kind in _offered(event):
        if kind in project.notes_asked:
            shared.offer(uow, request.now, project, request.who, file, kind, thread)
    return Reply()


def _at(event: Event) -> datetime:
    return datetime.fromtimestamp(float(event["ts"]), UTC)


def _message(event: Event) -> Event:
    """A huddle's message gets its notes by an edit."""
    return event.get("message") or event


def _is_line(event: Event) -> bool:
    said = event.get("subtype") in SAID_BY_PEOPLE and not event.get("bot_id") and "thread_ts" in event
    lines = plain(str(event.get("text", "")), str).splitlines() if said else []
    return any(is_typed_along(line, may_be=True) for line in lines)


def _offered(event: Event) -> Iterator[tuple[Event, str]]:
    """Files that look like notes, with their kind: what people share, and what Slack made of a huddle."""
    message = _message(event)
    shared_now = event.get("subtype") in SAID_BY_PEOPLE and not event.get("bot_id")
    for file in message.get("files") or ():
        kind = shared.kind_of(file, readable=is_document(str(file.get("name") or "")))
        if kind == HUDDLES or (kind and shared_now):
            yield file, kind


# what somebody is asked of it
def asked(uow: UnitOfWork, notice: Notice, texts: Texts, _now: datetime) -> Message | None:
    project, file = uow.projects.get(notice.about["project"]), str(notice.about["file"])
    content = shared.kept(uow, notice.to, file)
    if project is None or content is None:
        return None
    name, of_huddle = ui.clip(content["name"], documents.NAME), content["kind"] == HUDDLES
    match content.get("state"):
        case "reading":
            return sentence(texts.shared_reading(name))
        case "declined":
            return sentence(texts.shared_declined(project.channel, of_huddle=of_huddle))
    by, value = names(uow, notice.team)(content["by"]) if content["by"] else "", f"{project.id}:{file}"
    return sentence(
        texts.shared_asked(name, by, project.channel, own=content["by"] == notice.to),
        ui.button(texts.shared_draft(), action=DRAFT, value=value, style="primary"),
        ui.button(texts.shared_no(of_huddle=of_huddle), action=NO, value=value),
    )


def draft_pressed(request: Click) -> None:
    ctx, file, content = _pressed(request, "reading")
    of = {"meeting": content["meeting"], "name": content["name"]}
    shared.have_read(ctx, shared.READ, file, request.channel, **of)


def no_pressed(request: Click) -> None:
    ctx, _file, content = _pressed(request, "declined")
    shared.decline(ctx, content["kind"])


def _pressed(request: Click, state: str) -> tuple[Context, str, dict[str, Any]]:
    """What was asked, which is in that state from now on."""
    project_id, file = request.value.split(":", 1)
    ctx = request.of(int(project_id))
    content = shared.kept(ctx.uow, ctx.who.user, file)
    if content is None:
        raise Outdated
    shared.put(ctx.uow, ctx.now, ctx.who.user, file, {**content, "state": state})
    show(ctx, shared.offered(ctx.project, ctx.who.user, file), f"{state} {ctx.now.isoformat()}")
    return ctx, file, content


# what becomes of it
def work(intake: Intake, job: Job) -> JobResult:
    """Read a file that somebody wants minutes of, where it was shared in the project's channel."""
    about, info = job.payload, dict[str, Any]()
    try:
        info |= file_info(intake.client, about["what"])
        shares = (info.get("shares") or {}).values()
        places = [*info.get("channels", ()), *info.get("groups", ()), *chain.from_iterable(shares)]
        here = about["channel"] in places
        found = documents.read(intake.directory, info) if here else {"problem": "gone"}
    except Permanent as refused:
        found = {"problem": "closed" if refused.reason == "missing_scope" else "gone"}
    name = str(info.get("title") or info.get("name") or about["name"])
    intake.directory.refresh(about["team"], NAMED.findall(found.get("text", "")))

    def take(ctx: Context, texts: Texts) -> str:
        if "text" not in found:
            return documents.problem({**found, "name": ui.clip(name, documents.NAME)}, texts)
        number, name_of = about["meeting"], names(ctx.uow, ctx.project.team)
        meeting = ctx.uow.of(Meetings).get(ctx.project.id, number) if number else None
        notes = NAMED.sub(lambda user: f"@{name_of(user[1])}", found["text"])
        use.take(ctx, **documents.about(meeting, name, ctx.today), notes=notes, meeting=number)
        return ""

    return intake.take(job, take)


MOST, ROOM, LOOKED_AT = 5, 500_000, 50
"""Sets of minutes in it, and characters; and among how many of the last they are looked for."""
THERE, GONE = "channel_canvas_already_exists", ("canvas_not_found", "file_not_found")


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
