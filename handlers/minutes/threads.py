"""A thread made into minutes: any, from a message's menu, or one in which people typed along in a meeting."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from math import inf
from typing import Any

from bot.adapters.documents import is_document
from bot.core.calendar import local
from bot.core.context import Context
from bot.core.errors import OnlyInChannel, Outdated
from bot.core.jobs import Job, JobResult, Permanent
from bot.core.language import Both
from bot.core.people import Kind, Person
from bot.core.ports import UnitOfWork
from bot.meetings.model import Meeting, Meetings
from bot.meetings.typed_along import period, thread_of
from bot.minutes import find as use
from bot.minutes.shared import have_read
from bot.minutes.thread_notes import Said, noted, notes_of
from bot.texts import Texts
from handlers.meetings.views import DRAFT_THREAD
from handlers.minutes import documents
from handlers.minutes.documents import Intake
from handlers.minutes.views import refd
from handlers.slack.client import acknowledge, thread
from handlers.slack.directory import Directory, has_members
from handlers.slack.events import SAID_BY_PEOPLE
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply, say
from handlers.slack.request import MENTION, Click, Shortcut, names, plain

FROM_THREAD, READ = "minutes.from_thread", "minutes.read_thread"
"""The shortcut, and the job that reads a thread."""
MOST_DOCUMENTS = 5
Told = Mapping[str, Any]
"""A message as Slack tells it."""


def register(registry: Registry) -> None:
    registry.shortcut(
        FROM_THREAD,
        Both("Minutes from this thread", "Notulen van deze thread"),
        from_thread,
        Both("Drafts minutes from it, for you alone", "Maakt er concept-notulen van, voor jou alleen"),
    )
    registry.click(DRAFT_THREAD, draft_pressed)


def from_thread(request: Shortcut) -> Reply:
    if not has_members(request.channel):
        raise OnlyInChannel
    message = request.message
    return _planned(request, request.here, str(message.get("thread_ts") or message.get("ts", "")))


def draft_pressed(request: Click) -> Reply:
    """Of a meeting in whose thread people typed along."""
    project_id, number = refd(request.value)
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
    about, directory, messages = job.payload, intake.directory, _messages(intake, job)
    named = [user for each in messages for user in MENTION.findall(str(each.get("text", "")))]
    directory.refresh(about["team"], filter(None, [*map(_author, messages), *named]), about["channel"])
    with intake.unit_of_work() as uow:
        messages, meeting, authors = _of_meeting(uow, job, messages)
    theirs = [each for each in messages if _is_readable(authors.get(_author(each)))]
    documents_read = _documents(directory, theirs)

    def take(ctx: Context, texts: Texts) -> str:
        said, unread = list[Said](), list[str]()
        for message in theirs:
            found = [(str(file.get("name")), documents_read.get(file["id"], {})) for file in _files(message)]
            unread += [name for name, read in found if "text" not in read]
            beside = "\n".join(read["text"] for _, read in found if "text" in read)
            said.append(_said(ctx.uow, message, authors[_author(message)], beside))
        notes = notes_of(said, ctx.project.zone)
        if not notes:
            return texts.thread_empty()
        day = meeting.day if meeting else local(said[0].at, ctx.project.zone).date()
        of = {"title": meeting.title if meeting else "", "held_on": min(day, ctx.today)}
        use.take(ctx, **of, notes=notes, meeting=about["meeting"])
        others = sum(_is_of_others(authors.get(_author(each))) for each in messages)
        return texts.thread_without(others, unread) if others or unread else ""

    return intake.take(job, take)


def acknowledge_typed(intake: Intake, job: Job) -> JobResult:
    """React to a message in which something was typed along, if a draft of the thread up to it takes it."""
    about, messages = job.payload, _messages(intake, job)
    with intake.unit_of_work() as uow:
        project = uow.projects.get(about["project"])
        messages, _meeting, authors = _of_meeting(uow, job, messages)
        upto = [each for each in messages if float(each["ts"]) <= float(about["ts"])]
        people = [(each, authors.get(_author(each))) for each in upto]
        said = {each["ts"]: _said(uow, each, who) for each, who in people if who and _is_readable(who)}
    taken = project is not None and said.get(about["ts"]) in noted([*said.values()], project.zone)
    return acknowledge(intake.client, job) if taken else JobResult(job)


def _messages(intake: Intake, job: Job) -> list[Told]:
    """All that people say in the thread now."""
    with suppress(Permanent):  # gone, or closed to us: as good as empty
        return [*filter(_is_said, thread(intake.client, job.payload["channel"], job.payload["what"]))]
    return []


def _of_meeting(
    uow: UnitOfWork, job: Job, messages: Sequence[Told]
) -> tuple[list[Told], Meeting | None, Mapping[str, Person]]:
    """Those of the meeting that the job names, if it does, and their authors."""
    about = job.payload
    authors = uow.people.get_many(about["team"], map(_author, messages))
    meeting = uow.of(Meetings).get(about["project"], about["meeting"]) if about["meeting"] else None
    since, until = period(meeting) if meeting else (0.0, inf)
    return [each for each in messages if since <= float(each["ts"]) <= until], meeting, authors


def _said(uow: UnitOfWork, message: Told, who: Person, beside: str = "") -> Said:
    text = plain(str(message.get("text", "")), names(uow, who.team))
    return Said(datetime.fromtimestamp(float(message["ts"]), UTC), who.name, text, beside)


def _is_said(message: Told) -> bool:
    return not message.get("bot_id") and message.get("subtype") in SAID_BY_PEOPLE


def _author(message: Told) -> str:
    return str(message.get("user") or "")


def _is_readable(who: Person | None) -> bool:
    return who is not None and who.kind in (Kind.member, Kind.guest)


def _is_of_others(who: Person | None) -> bool:
    """Of another organisation, or nobody whom Slack shows to us."""
    return who is None or who.kind is Kind.stranger


def _files(message: Told) -> Sequence[Told]:
    return message.get("files") or ()


def _documents(directory: Directory, messages: Iterable[Told]) -> Mapping[str, Mapping[str, Any]]:
    """What was read of each, by its id."""
    files = [file for each in messages for file in _files(each) if is_document(str(file.get("name")))]
    return {file["id"]: documents.read(directory, file) for file in files[:MOST_DOCUMENTS]}
