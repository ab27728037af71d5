"""A document that was sent in person: its notes become minutes once they say of which meeting, and a Word
file the look of a project's minutes."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

from slack_sdk.models.blocks import Block, Option

from bot.adapters.apart import Unreadable
from bot.adapters.documents import CANVAS, text_of
from bot.adapters.word_files import is_template, is_usable
from bot.core.calendar import local
from bot.core.context import Context, in_project, projects_of, show
from bot.core.errors import Misfilled, Rejected
from bot.core.jobs import Job, JobResult, Notice, Permanent, Temporary
from bot.core.people import Person
from bot.core.ports import UnitOfWork
from bot.core.project import Project
from bot.meetings.model import Meeting, Meetings, Status
from bot.minutes import find as use
from bot.minutes import shared
from bot.minutes.model import NOTES_LIMIT, TITLE_LIMIT, clean
from bot.minutes.shared import is_canvas, without_ending
from bot.minutes.template import use_template
from bot.texts import Texts, texts_in
from handlers.minutes.desk import started
from handlers.slack import sent_files, ui
from handlers.slack.client import SIGN_IN, calling
from handlers.slack.directory import Directory
from handlers.slack.dispatch import AppContext
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply, sentence
from handlers.slack.request import Click
from handlers.slack.whisper import answer

PATIENCE = 4
"""Attempts after which we go on with those whom we know."""


def knowing_all(app_context: AppContext, work: Callable[[Job], JobResult]) -> Callable[[Job], JobResult]:
    """`work` on jobs that tell a team and a channel."""

    def handle(job: Job) -> JobResult:
        team, channel = job.payload["team"], job.payload["channel"]
        try:
            with calling():
                app_context.directory.refresh(team, (), channel)
                with app_context.unit_of_work() as uow:
                    members = uow.people.members(team, channel)
                    unknown = [user for user in members if uow.people.get(team, user) is None]
                app_context.directory.refresh(team, unknown)
        except Temporary:
            if job.failures + 1 < PATIENCE:
                raise
        return work(job)

    return handle


class Intake(AppContext):
    """Of the jobs that read notes which stand in Slack."""

    def take(self, job: Job, take: Callable[[Context, Texts], str]) -> JobResult:
        """Carry out `take` for who asked, if they may still see the project, and say what comes of it."""
        about = job.payload
        self.directory.refresh(about["team"], [about["user"]], about["channel"])
        with self.unit_of_work() as uow:
            who = uow.people.get(about["team"], about["user"])
        if who is None:
            return JobResult(job)
        texts = texts_in(who.language)
        try:
            with self.unit_of_work() as uow:
                if said := take(in_project(uow, self.now(), who, about["project"]), texts):
                    uow.jobs.add(self._answer(job, said))
            return JobResult(job)
        except Misfilled as wrong:
            said = texts.rejected(next(iter(wrong.reasons.values())))
        except Rejected as reason:
            said = texts.rejected(reason)
        with self.unit_of_work() as uow:
            uow.jobs.add(self._answer(job, said))
        return JobResult(job)

    def _answer(self, job: Job, said: str) -> Job:
        return answer(job, job.payload["asked_in"], job.payload["user"], sentence(said), self.now())


READ, DOCUMENT = "minutes.read_document", "minutes.document"
"""The job that reads it, and the notice that asks what it is of."""
DRAFT = "minutes.of_document"
"""Its value is `project:meeting:file`, meeting 0 for none that we know."""
USE = "minutes.template"
"""Its value is `project:file`."""
MEGABYTES = 10
MOST_BUTTONS = 5
RECENT = timedelta(days=14)
"""How long a meeting that is over is thought to want notes."""
TITLE, NAME, MOST = 40, 60, 100
"""Characters of a title and of a file's name, and options of a menu."""
TRY = "minutes.try_template"
TEMPLATE_BYTES = 2_000_000
"""Bytes."""


def register(registry: Registry) -> None:
    registry.notice(DOCUMENT, told)
    registry.click(DRAFT, drafted)
    registry.click(USE, template_chosen)


def read(directory: Directory, file: Mapping[str, Any]) -> dict[str, Any]:
    """Its text, or what is wrong with it; of a Word file also where it is: it may be a template."""
    word = {"url": str(file["url_private"])} if is_template(str(file["name"])) else {}
    return {**_read(directory, file), **word}


def _read(directory: Directory, file: Mapping[str, Any]) -> dict[str, Any]:
    most = MEGABYTES * 1_000_000
    if int(file["size"] or 0) > most:
        return {"problem": "too_large"}
    canvas = is_canvas(file)
    name = CANVAS if canvas else str(file["name"])
    try:
        text = clean(text_of(name, directory.file(str(file["url_private"]), most, page=canvas)))
    except Permanent as refused:
        return {"problem": "closed" if refused.reason == SIGN_IN else "unread"}
    except Unreadable:
        return {"problem": "unread"}
    if not text:
        return {"problem": "empty"}
    return {"text": text} if len(text) <= NOTES_LIMIT else {"problem": "too_long", "letters": len(text)}


def told(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    person = uow.people.get(notice.team, notice.to)
    content = sent_files.kept(uow, notice.to, notice.about["file"])
    if person is None or content is None:
        return None
    projects = projects_of(uow, person)
    said = problem(content, texts) or ("" if projects else texts.import_no_project())
    lines, looks = _looks(person, projects, notice.about["file"], content, texts)
    if content.get("problem") == "empty" and (looks or lines):
        words = [*([texts.template_asked(content["name"])] if looks else []), *lines]
        return Message("\n".join(words), [*map(ui.section, words), *looks])
    if said:
        return Message(said, [ui.section(said)])
    said = texts.document_found(content["name"], len(content["text"].splitlines()))
    options = [*_options(uow, projects, notice.about["file"], local(now, person.zone), texts)]
    if len(options) > 1:
        menu = ui.menu(texts.document_of_which(), options[:MOST], action=DRAFT)
        asked: list[Block] = [ui.actions(menu)]
    else:
        button = ui.button(texts.document_draft(), action=DRAFT, value=options[0].value, style="primary")
        asked = [ui.actions(button)]
    said_of_look = [ui.section(line) for line in lines]
    return Message("\n".join((said, *lines)), [ui.section(said), *asked, *said_of_look, *looks])


def _looks(
    person: Person, projects: Sequence[Project], file: str, content: Mapping[str, Any], texts: Texts
) -> tuple[list[str], list[Block]]:
    """What came of a Word file as a template, and buttons for the projects of which it can be one."""
    word = content.get("problem") in (None, "empty") and "url" in content
    managed = [each for each in projects if each.manager == person.user] if word else []
    used = content.get("used", ())
    lines = [texts.template_used(each.name) for each in managed if each.id in used]
    if content.get("unusable"):
        return [texts.template_unusable(content["name"])], []
    buttons = [
        ui.button(texts.template_use(each.name), action=f"{USE}/{each.id}", value=f"{each.id}:{file}")
        for each in managed
        if each.id not in used
    ]
    return lines, [ui.actions(*buttons[:MOST_BUTTONS])] if buttons else []


def drafted(request: Click) -> Reply:
    project_id, meeting, file = request.value.split(":", 2)
    content = sent_files.chosen(request, file)
    ctx = request.of(int(project_id))
    held = ctx.uow.of(Meetings).get(ctx.project.id, int(meeting))
    fields = about(held, content["name"], ctx.today)
    return started(
        request, ctx, use.write(ctx, **fields, notes=content["text"], meeting=int(meeting) or None)
    )


def about(meeting: Meeting | None, name: str, today: date) -> dict[str, Any]:
    """Title and day of minutes from a file: of its meeting, else by its name."""
    if meeting:
        return {"title": meeting.title, "held_on": min(meeting.day, today)}
    return {"title": without_ending(name).replace("_", " ")[:TITLE_LIMIT], "held_on": None}


def problem(content: Mapping[str, Any], texts: Texts) -> str:
    name = content["name"]
    match content.get("problem"):
        case "too_large":
            return texts.document_too_large(name, MEGABYTES)
        case "too_long":
            return texts.document_too_long(name, content["letters"], NOTES_LIMIT)
        case "empty":
            return texts.document_empty(name)
        case "unread":
            return texts.document_unread(name)
        case "closed":
            return texts.shared_closed(name)
        case "gone":
            return texts.shared_gone(name)
    return ""


def _options(
    uow: UnitOfWork, projects: Sequence[Project], file: str, now: datetime, texts: Texts
) -> Iterator[Option]:
    """Meetings that are over and want notes, the last first; and each project, for another meeting."""
    ids, since = [project.id for project in projects], now - RECENT
    found = uow.of(Meetings).of_projects(ids, since.replace(tzinfo=UTC))
    over = [each for each in found if each.status == Status.held and each.starts >= since]
    for project in projects:
        for meeting in reversed([each for each in over if each.project_id == project.id]):
            said = texts.document_meeting(
                ui.clip(meeting.title, TITLE), meeting.day, now.date(), project.name
            )
            yield ui.option(said, f"{project.id}:{meeting.number}:{file}")
        yield ui.option(texts.document_other(project.name), f"{project.id}:0:{file}")


def template_chosen(request: Click) -> None:
    """It is tried by a job, since it must be fetched anew; what comes of it stands where it was pressed."""
    project_id, file = request.value.split(":", 1)
    content = sent_files.chosen(request, file)
    shared.have_read(request.of(int(project_id)), TRY, file, request.channel, url=content["url"])


def try_template(intake: Intake, job: Job) -> JobResult:
    about = job.payload
    try:
        template = intake.directory.file(about["url"], TEMPLATE_BYTES)
    except Permanent:
        template = b""
    usable = is_usable(template)

    def take(ctx: Context, _texts: Texts) -> str:
        user, file = ctx.who.user, about["what"]
        content = sent_files.kept(ctx.uow, user, file)
        if content is None:
            return ""
        if usable:
            use_template(ctx, content["name"], template)
            content = {**content, "used": [*content.get("used", ()), ctx.project.id]}
        else:
            content = {**content, "unusable": True}
        sent_files.keep(ctx.uow, user, file, content, ctx.now)
        show(ctx, Notice(kind=DOCUMENT, team=about["team"], to=user, about={"file": file}), job.key)
        return ""

    return intake.take(job, take)
