"""What somebody sends in person, a file or a long text: a job reads it, and a notice asks what it is for."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from bot.core.context import clock_context, projects_of, show
from bot.core.jobs import Job, JobResult, Notice, job_of
from bot.core.ports import UnitOfWork
from handlers.slack import ui
from handlers.slack.dispatch import AppContext
from handlers.slack.request import Click, SlackEvent

MOST = 5
"""Of one message."""
NAME = 60
Read = Callable[[Mapping[str, Any]], dict[str, Any]]
"""What is kept of a file, given its id, name, size and address; of one that cannot be used its problem."""


def plan(request: SlackEvent, kind: str, file: Mapping[str, Any]) -> None:
    """Have it read by a job of this kind."""
    about = {name: file.get(name) for name in ("id", "name", "size", "url_private")}
    team, user = request.who.team, request.who.user
    lane = f"file:{team}:{user}"
    told = {"team": team, "user": user, "file": about}
    request.uow.jobs.add(job_of(kind, f"{lane}:{file['id']}", lane, told, request.now))


def plan_text(request: SlackEvent, kind: str, text: str) -> None:
    """The same of what was pasted, which is kept at once."""
    pasted = {"id": str(request.event["ts"]), "name": ""}
    request.uow.pending_requests.put(
        _key(pasted["id"]), request.who.user, {"name": "", "text": text}, request.now
    )
    plan(request, kind, pasted)


def work(app_context: AppContext, read: Read, notice: str, job: Job) -> JobResult:
    """Keep what was read, and know the projects of who sent it and their members; then show the notice."""
    team, user, file = job.payload["team"], job.payload["user"], job.payload["file"]
    directory, unit_of_work, now = app_context.directory, app_context.unit_of_work, app_context.now
    with unit_of_work() as uow:
        content = kept(uow, user, file["id"])
    content = content or {"name": ui.clip(str(file["name"]), NAME), **read(file)}
    directory.learn(team, user)
    with unit_of_work() as uow:
        person = uow.people.get(team, user)
        channels = [project.channel for project in projects_of(uow, person)] if person else []
    for channel in channels:
        directory.meet_members(team, channel)
    with unit_of_work() as uow:
        keep(uow, user, file["id"], content, now())
        told = Notice(kind=notice, team=team, to=user, about={"file": file["id"]})
        show(clock_context(uow, now()), told, job.key)
    return JobResult(job)


def keep(uow: UnitOfWork, user: str, file: str, content: dict[str, Any], now: datetime) -> None:
    uow.pending_requests.put(_key(file), user, content, now)


def kept(uow: UnitOfWork, user: str, file: str) -> dict[str, Any] | None:
    return uow.pending_requests.get(_key(file), user)


def chosen(request: Click, file: str) -> dict[str, Any]:
    """What was kept of a file that a button is about; raise Outdated for what is not any more."""
    return request.draft(_key(file))


def _key(file: str) -> str:
    return f"file:{file}"
