"""A thread made into minutes: any, from a message's menu, or one in which people typed along in a meeting."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import UTC, datetime
from math import inf
from typing import Any

from bot.adapters.documents import is_document
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import OnlyInChannel, Outdated
from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job
from bot.core.language import Both
from bot.core.people import Kind
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings
from bot.meetings.typed_along import period, thread_of
from bot.minutes import find as use
from bot.minutes.shared import have_read
from bot.minutes.thread_notes import Said, notes_of
from bot.texts import Texts
from handlers.meetings.views import DRAFT_THREAD
from handlers.minutes import documents
from handlers.minutes.reading import Intake
from handlers.slack.conversation import thread
from handlers.slack.directory import Directory, has_members
from handlers.slack.events import SAID_BY_PEOPLE
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply, say
from handlers.slack.request import MENTION, Click, Shortcut, plain

FROM_THREAD, READ = "minutes.from_thread", "minutes.read_thread"
"""The shortcut, and the job that reads a thread."""
MOST_DOCUMENTS = 5
Told = Mapping[str, Any]
"""A message as Slack tells it."""
Read = Mapping[str, Mapping[str, Any]]
"""What was read of each document, by its id."""


def register(registry: Registry) -> None:
    registry.shortcut(
        FROM_THREAD,
        "message",
        Both("Minutes from this thread", "Notulen van deze thread"),
        Both("Drafts minutes from it, for you alone", "Maakt er concept-notulen van, voor jou alleen"),
        from_thread,
    )
    registry.click(DRAFT_THREAD, draft_pressed)


def from_thread(request: Shortcut) -> Reply:
    if not has_members(request.channel):
        raise OnlyInChannel
    message = request.message or {}
    return _planned(request, request.here, str(message.get("thread_ts") or message.get("ts", "")))


def draft_pressed(request: Click) -> Reply:
    """Of a meeting in whose thread people typed along."""
    project_id, number = map(int, request.value.split(":"))
    ctx = request.of(project_id)
    meeting = ctx.uow.of(Meetings).get(project_id, number)
    ts = thread_of(ctx.uow, ctx.project, meeting) if meeting else None
    if meeting is None or ts is None:
        raise Outdated
    return _planned(request, ctx, ts, meeting)


def _planned(request: Shortcut | Click, ctx: Context, ts: str, meeting: Meeting | None = None) -> Reply:
    have_read(ctx, READ, ts, request.channel, meeting=meeting.number if meeting else None)
    return say(request.texts.thread_reading())


def work(intake: Intake, job: Job) -> JobResult:
    """Read it as it is now, and write the notes for who asked; what is not in them is said."""
    about, messages = job.payload, list[Told]()
    with suppress(Permanent):  # gone, or closed to us: as good as empty
        messages += filter(_is_said, thread(intake.client, about["channel"], about["what"]))
    named = [str(each.get("user") or "") for each in messages]
    named += [user for each in messages for user in MENTION.findall(str(each.get("text", "")))]
    intake.directory.refresh(about["team"], filter(None, named), about["channel"])
    read = _documents(intake.directory, messages)

    def take(ctx: Context, texts: Texts) -> str:
        return _take(ctx, texts, about, messages, read)

    return intake.take(job, take)


def _is_said(message: Told) -> bool:
    return not message.get("bot_id") and message.get("subtype") in SAID_BY_PEOPLE


def _documents(directory: Directory, messages: Iterable[Told]) -> Read:
    files = [
        file for each in messages for file in each.get("files", ()) if is_document(str(file.get("name")))
    ]
    return {file["id"]: documents.read(directory, file) for file in files[:MOST_DOCUMENTS]}


def _take(ctx: Context, texts: Texts, about: Told, messages: Iterable[Told], read: Read) -> str:
    """Its minutes, written or taken up again; what is to be said of what they leave out."""
    number, people = about["meeting"], ctx.uow.people
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, number) if number else None
    since, until = period(meeting) if meeting else (0.0, inf)
    thread, others, unread = list[Said](), 0, list[str]()
    for message in messages:
        who = people.get(ctx.project.team, str(message.get("user") or ""))
        if not since <= float(message["ts"]) <= until:
            continue
        if who is None or who.kind not in (Kind.member, Kind.guest):
            others += who is None or who.kind is Kind.stranger
            continue
        beside = [(str(file.get("name")), read.get(file["id"], {})) for file in message.get("files", ())]
        unread += [name for name, found in beside if "text" not in found]
        told = "\n".join(found["text"] for _, found in beside if "text" in found)
        at = datetime.fromtimestamp(float(message["ts"]), UTC)
        text = plain(str(message.get("text", "")), names(ctx.uow, ctx.project.team))
        thread.append(Said(at, who.name, text, told))
    if notes := notes_of(thread, ctx.project.zone):
        held_on = meeting.day if meeting else local(thread[0].at, ctx.project.zone).date()
        title = meeting.title if meeting else ""
        use.take(ctx, title=title, held_on=min(held_on, ctx.today), notes=notes, meeting=number)
        return texts.thread_without(others, unread) if others or unread else ""
    return texts.thread_empty()
