"""Notes that other tools made: a file in a project's channel that looks like them is offered for minutes."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from bot.core.context import Context, by_clock, sees
from bot.core.jobs import Notice, job_of
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import HUDDLES, SHARED_FILES, Project
from bot.meetings.notifications import asked_for_notes
from bot.meetings.typed_along import around, typed_in
from bot.minutes.ports import MinutesBook
from bot.notes.noted import is_typed_along
from bot.people.quiet_hours import notify
from bot.projects.set_up import keep

OFFERED = "minutes.shared"
"""The notice that asks: about the project and the file."""
READ = "minutes.read_shared"
"""The job that reads a file once somebody said so."""
CANVAS = ("quip", "canvas", "docs")
TRANSCRIPTS = (".vtt", ".srt")
FEW = 2
"""Lines with a marker in the part of a file that Slack shows."""

_SURE = re.compile(
    r"\b(?:(?<!\d )minutes|meeting notes|notulen|transcript(?:ie|ion)?|aantekeningen"
    r"|(?:gespreks|vergader|overleg|besprekings)verslag)\b"
)
_MAYBE = re.compile(r"\b(?:notes|verslag|samenvatting|recap|actielijst|action list)\b")
_OF_MEETING = re.compile(
    r"\b(?:call|sync|stand ?up|review|retro(?:spective)?|workshop|kick ?off|huddle|steering|board|overleg"
    r"|vergadering|bespreking|gesprek|sessie|stuurgroep|20\d\d \d\d? \d\d?|\d\d? \d\d? 20\d\d)\b"
)
_OTHER = re.compile(r"\b(?:release|patch|template|sjabloon|voorbeeld|example|handleiding|manual)\b")


def without_ending(name: str) -> str:
    """A file's name, or the title of a canvas, in which a slash may stand."""
    return re.sub(r"\.\w{1,5}$", "", name)


_DAY = re.compile(r"(?<!\d)((?:19|20)\d\d)([-_. ]?)(\d\d)\2(\d\d)(?!\d)")


def day_in_name(name: str) -> date | None:
    """The day in the name of a file, such as `2026-11-20-board` or `board_20261120`."""
    for found in _DAY.finditer(name):
        with suppress(ValueError):
            return date(int(found[1]), int(found[3]), int(found[4]))
    return None


def is_canvas(file: Mapping[str, Any]) -> bool:
    return file.get("filetype") in CANVAS or file.get("mode") in CANVAS


def kind_of(file: Mapping[str, Any], *, readable: bool) -> str | None:
    """What it is the notes of, by what Slack tells of it; None in doubt. `readable`: by its name."""
    words = re.sub(r"[\W_]+", " ", without_ending(str(file.get("title") or file.get("name") or "")).lower())
    named = _SURE.search(words) or (_MAYBE.search(words) and _OF_MEETING.search(words))
    looks = bool(named) and not _OTHER.search(words)
    if is_canvas(file):
        made = file.get("canvas_metadata") or {}
        of_huddle = file.get("is_huddle_canvas") or "originating_huddle_id" in made
        return HUDDLES if of_huddle or words.startswith("huddle notes") else SHARED_FILES if looks else None
    if not readable:
        return None
    lines = str(file.get("preview") or "").splitlines()
    marked = sum(map(is_typed_along, lines)) >= FEW
    spoken = PurePath(str(file["name"])).suffix.lower() in TRANSCRIPTS
    return SHARED_FILES if looks or marked or spoken else None


def offer(
    uow: UnitOfWork,
    now: datetime,
    project: Project,
    who: Person,
    file: Mapping[str, Any],
    kind: str,
    thread: str,
) -> None:
    """Ask once whether to draft from it: the minute-taker of the meeting, who shared it, or the manager."""
    meeting = typed_in(uow, now, project, thread) or next(
        (each for each in around(uow, now, project) if each.starts_at <= now), None
    )
    asked = asked_for_notes(uow, project, meeting) if meeting else who.user if sees(uow, who, project) else ""
    person = uow.people.get(project.team, asked or project.manager)
    if person is None or not sees(uow, person, project) or kept(uow, person.user, file["id"]):
        return
    if meeting and uow.of(MinutesBook).of_meeting(project.id, meeting.number):
        return
    content = {
        "name": str(file.get("title") or file["name"]),
        "kind": kind,
        "by": "" if kind == HUDDLES else who.user,
        "meeting": meeting.number if meeting else None,
    }
    put(uow, now, person.user, file["id"], content)
    notify(by_clock(uow, now, project), offered(project, person.user, file["id"]), "shared")


def offered(project: Project, user: str, file: str) -> Notice:
    return project.notice(OFFERED, user, file=file)


def put(uow: UnitOfWork, now: datetime, user: str, file: str, content: dict[str, Any]) -> None:
    uow.pending_requests.put(f"shared:{file}", user, content, now)


def kept(uow: UnitOfWork, user: str, file: str) -> dict[str, Any] | None:
    """What we know of a file that somebody was asked about; its text is in the minutes alone."""
    return uow.pending_requests.get(f"shared:{file}", user)


def have_read(ctx: Context, kind: str, what: str, asked_in: str, **more: str | int | None) -> None:
    """Somebody wants minutes of `what`: it is asked for by a job of this kind, answered in `asked_in`."""
    project, user = ctx.project, ctx.who.user
    about: dict[str, object] = {"team": project.team, "channel": project.channel, "project": project.id}
    key = f"{kind}:{project.id}:{user}:{what}:{ctx.now.isoformat()}"
    about |= {"user": user, "what": what, "asked_in": asked_in, **more}
    ctx.uow.jobs.add(job_of(kind, key, f"minutes:{project.team}:{user}", about, ctx.now))


def decline(ctx: Context, kind: str) -> None:
    """From now on nobody is asked about such notes in this project; its settings undo that."""
    asked = [each for each in ctx.project.notes_asked if each != kind]
    if asked != ctx.project.notes_asked:
        keep(ctx, ctx.project.settings.evolve(notes_asked=asked))
