"""What appears in a project's channel for its minutes: lines that are typed along in a meeting's thread, and
notes of other tools, of which somebody is asked whether to draft from them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from slack_sdk import WebClient

from bot.adapters.documents import is_document
from bot.core.access import in_project
from bot.core.changes import show
from bot.core.context import Context
from bot.core.errors import Outdated, Rejected
from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job, Notice
from bot.core.people import Kind
from bot.core.ports import OpenUnitOfWork, UnitOfWork
from bot.core.project import HUDDLES
from bot.meetings.ports import Meetings
from bot.meetings.typed_along import note, typed_in
from bot.minutes import find as use
from bot.minutes import shared
from bot.notes.note_lines import is_typed_along
from bot.texts import Texts
from handlers.minutes import documents
from handlers.slack import ui
from handlers.slack.conversation import file_info
from handlers.slack.directory import Directory
from handlers.slack.events import SAID_BY_PEOPLE, channel_of
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply, sentence
from handlers.slack.request import Click, SlackEvent

DRAFT, NO = "minutes.draft_shared", "minutes.not_shared"
"""Their value is `project:file`."""
Event = Mapping[str, Any]


def register(registry: Registry) -> None:
    registry.notice(shared.OFFERED, asked)
    registry.click(DRAFT, draft_pressed)
    registry.click(NO, no_pressed)


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
            note(uow, request.now, project, meeting, event["ts"])
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
    return said and any(map(is_typed_along, str(event.get("text", "")).splitlines()))


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
        case None:
            by = names(uow, notice.team)(content["by"]) if content["by"] else ""
            value = f"{project.id}:{file}"
            return sentence(
                texts.shared_asked(name, by, project.channel),
                ui.button(texts.shared_draft(), action=DRAFT, value=value, style="primary"),
                ui.button(texts.shared_no(of_huddle=of_huddle), action=NO, value=value),
            )
        case "reading":
            return sentence(texts.shared_reading(name))
        case "declined":
            return sentence(texts.shared_declined(project.channel, of_huddle=of_huddle))
        case "drafted":
            return sentence(texts.shared_drafted(name, content["number"]))
        case "sent":
            return sentence(texts.intake_sent_already(content["number"]))
    return sentence(documents.problem({**content, "name": name}, texts))


def draft_pressed(request: Click) -> Reply:
    ctx, file, content = _pressed(request)
    shared.have_read(ctx, file, content)
    _show(ctx, file, "reading")
    return Reply()


def no_pressed(request: Click) -> Reply:
    ctx, file, content = _pressed(request)
    shared.decline(ctx, content["kind"])
    shared.put(ctx.uow, ctx.now, ctx.who.user, file, {**content, "state": "declined"})
    _show(ctx, file, "declined")
    return Reply()


def _pressed(request: Click) -> tuple[Context, str, dict[str, Any]]:
    project_id, file = request.value.split(":", 1)
    ctx = request.of(int(project_id))
    content = shared.kept(ctx.uow, ctx.who.user, file)
    if content is None:
        raise Outdated
    return ctx, file, content


def _show(ctx: Context, file: str, state: str) -> None:
    show(ctx, shared.offered(ctx.project, ctx.who.user, file), f"{state} {ctx.now.isoformat()}")


# what becomes of it
def work(
    directory: Directory,
    client: WebClient,
    unit_of_work: OpenUnitOfWork,
    now: Callable[[], datetime],
    job: Job,
) -> JobResult:
    """Read a file that somebody wants minutes of; only one that was shared in the project's channel."""
    about = job.payload
    info: Event = {}
    try:
        info = file_info(client, about["file"])
        here = about["channel"] in [*info.get("channels", ()), *info.get("groups", ())]
        found = documents.read(directory, info) if here else {"problem": "gone"}
    except Permanent as refused:
        found = {"problem": "closed" if refused.reason == "missing_scope" else "gone"}
    directory.refresh(about["team"], [about["user"]], about["channel"])
    with unit_of_work() as uow:
        who = uow.people.get(about["team"], about["user"])
        content = shared.kept(uow, about["user"], about["file"])
        try:
            ctx = in_project(uow, now(), who, about["project"]) if who and content else None
        except Rejected:
            ctx = None
        if ctx is not None and content is not None:
            name = str(info.get("title") or info.get("name") or content["name"])
            state = _written(ctx, name, content["meeting"], found)
            shared.put(uow, now(), about["user"], about["file"], {**content, "name": name, **state})
            _show(ctx, about["file"], state["state"])
    return JobResult(job)


def _written(ctx: Context, name: str, number: int | None, found: dict[str, Any]) -> dict[str, Any]:
    """The state of the file: minutes were drafted from it, or what is wrong with it."""
    if "text" not in found:
        return {"state": "problem", **found}
    meeting = ctx.uow.of(Meetings).get(ctx.project.id, number) if number else None
    minutes = use.write(ctx, **documents.about(meeting, name, ctx.today), notes=found["text"], meeting=number)
    if minutes.sent:
        return {"state": "sent", "number": minutes.number}
    if minutes.read:
        use.go_on(ctx, minutes.number)
    return {"state": "drafted", "number": minutes.number}
