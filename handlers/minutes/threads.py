"""A thread made into minutes: any, from a message's menu, or one in which people typed along in a meeting."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from math import inf
from typing import Any

from slack_sdk import WebClient

from bot.adapters.documents import is_document
from bot.core.access import in_project
from bot.core.calendar import local
from bot.core.changes import show
from bot.core.context import Context
from bot.core.errors import OnlyInChannel, Outdated, Rejected
from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job, Notice
from bot.core.language import Both
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.meetings.model import Meeting
from bot.meetings.ports import Meetings
from bot.meetings.typed_along import period, thread_of
from bot.minutes import find as use
from bot.minutes.model import NOTES_LIMIT, clean
from bot.minutes.thread_notes import Said, notes_of
from bot.texts import Texts
from handlers.meetings.views import DRAFT_THREAD
from handlers.minutes import documents
from handlers.slack.conversation import thread
from handlers.slack.directory import Directory, has_members
from handlers.slack.events import SAID_BY_PEOPLE
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply, say, sentence
from handlers.slack.request import MENTION, Click, Shortcut, plain

FROM_THREAD, READ, TOLD = "minutes.from_thread", "minutes.read_thread", "minutes.thread"
"""The shortcut, the job that reads a thread, and the notice of what of it is no draft."""
MOST_DOCUMENTS = 5
Told = Mapping[str, Any]
"""A message as Slack tells it."""


def register(registry: Registry) -> None:
    registry.shortcut(
        FROM_THREAD,
        "message",
        Both("Minutes from this thread", "Notulen van deze thread"),
        Both("Drafts minutes from it, for you alone", "Maakt er concept-notulen van, voor jou alleen"),
        from_thread,
    )
    registry.click(DRAFT_THREAD, draft_pressed)
    registry.notice(TOLD, told)


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
    project, user = ctx.project, request.who.user
    about = {"team": project.team, "channel": project.channel, "project": project.id, "user": user, "ts": ts}
    ctx.uow.jobs.add(
        Job(
            key=f"{READ}:{project.id}:{ts}:{user}:{ctx.now.isoformat()}",
            kind=READ,
            lane=f"thread:{project.team}:{user}",
            payload={**about, "meeting": meeting.number if meeting else None},
            due_at=ctx.now,
        )
    )
    return say(request.texts.thread_reading())


@dataclass
class _Heard:
    """What of a thread can be notes, and what is left out of them."""

    said: list[Said] = field(default_factory=list)
    others: int = 0
    """Messages of people of other organisations."""
    unread: list[str] = field(default_factory=list)
    """Names of documents."""


def work(
    directory: Directory,
    client: WebClient,
    unit_of_work: OpenUnitOfWork,
    now: Callable[[], datetime],
    job: Job,
) -> JobResult:
    """Read it as it is now, and write the notes for who asked; say what could not be taken."""
    about = job.payload
    try:
        messages = [each for each in thread(client, about["channel"], about["ts"]) if _is_said(each)]
    except Permanent:
        messages, content = [], {"problem": "gone"}
    else:
        content = {}
    named = [str(each.get("user") or "") for each in messages]
    named += [user for each in messages for user in MENTION.findall(str(each.get("text", "")))]
    directory.refresh(about["team"], filter(None, [about["user"], *named]), about["channel"])
    texts = _documents(directory, messages)
    with unit_of_work() as uow:
        who = uow.people.get(about["team"], about["user"])
        try:
            ctx = in_project(uow, now(), who, about["project"]) if who else None
        except Rejected:
            ctx = None
        if ctx is not None:
            content = content or _write(ctx, about, messages, texts)
            if content:
                uow.pending_requests.put(_key(job.id), ctx.who.user, content, ctx.now)
                notice = {"project": ctx.project.id, "job": job.id}
                show(ctx, Notice(kind=TOLD, team=ctx.project.team, to=ctx.who.user, about=notice), "read")
    return JobResult(job)


def _is_said(message: Told) -> bool:
    return not message.get("bot_id") and message.get("subtype") in SAID_BY_PEOPLE


def _documents(directory: Directory, messages: Iterable[Told]) -> dict[str, dict[str, Any]]:
    """What was read of each document, by its id."""
    files = [
        file for each in messages for file in each.get("files", ()) if is_document(str(file.get("name")))
    ]
    return {file["id"]: documents.read(directory, file) for file in files[:MOST_DOCUMENTS]}


def _write(
    ctx: Context, about: Told, messages: Iterable[Told], texts: Mapping[str, dict[str, Any]]
) -> dict[str, Any]:
    """Its minutes, written or taken up again; what there is to say besides."""
    number = about["meeting"]
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, number) if number else None
    since, until = period(meeting) if meeting else (0.0, inf)
    within = [each for each in messages if since <= float(each["ts"]) <= until]
    heard = _heard(ctx, within, texts)
    notes = clean(notes_of(heard.said, ctx.project.zone))
    if not notes:
        return {"problem": "empty"}
    if len(notes) > NOTES_LIMIT:
        return {"problem": "too_long", "letters": len(notes)}
    first = local(heard.said[0].at, ctx.project.zone).date()
    day = min(meeting.day if meeting else first, ctx.today)
    title = meeting.title if meeting else ""
    minutes = use.write(ctx, title=title, held_on=day, notes=notes, meeting=number)
    if minutes.sent:
        return {"sent": minutes.number}
    if minutes.read:
        use.go_on(ctx, minutes.number)
    return {"others": heard.others, "unread": heard.unread} if heard.others or heard.unread else {}


def _heard(ctx: Context, messages: Iterable[Told], texts: Mapping[str, dict[str, Any]]) -> _Heard:
    heard, name_of = _Heard(), names(ctx.uow, ctx.project.team)
    for message in messages:
        who = ctx.uow.people.get(ctx.project.team, str(message.get("user") or ""))
        if who is None or who.kind not in (Kind.member, Kind.guest):
            heard.others += who is None or who.kind is Kind.stranger
            continue
        read = [(file, texts.get(file["id"])) for file in message.get("files", ())]
        heard.unread += [str(file.get("name")) for file, text in read if not (text and "text" in text)]
        beside = "\n".join(text["text"] for _, text in read if text and "text" in text)
        at = datetime.fromtimestamp(float(message["ts"]), UTC)
        heard.said.append(Said(at, who.name, plain(str(message.get("text", "")), name_of), beside))
    return heard


def _key(job: int) -> str:
    return f"thread:{job}"


def told(uow: UnitOfWork, notice: Notice, texts: Texts, _now: datetime) -> Message | None:
    content = uow.pending_requests.get(_key(notice.about["job"]), notice.to)
    if content is None:
        return None
    match content.get("problem"):
        case "gone":
            return sentence(texts.thread_gone())
        case "empty":
            return sentence(texts.thread_empty())
        case "too_long":
            return sentence(texts.thread_too_long(content["letters"], NOTES_LIMIT))
    if "sent" in content:
        return sentence(texts.intake_sent_already(content["sent"]))
    return sentence(texts.thread_without(content["others"], content["unread"]))
