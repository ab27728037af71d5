"""A Word file that was sent in person becomes the look of a project's minutes."""

from bot.adapters.word_files import is_usable
from bot.core.changes import show
from bot.core.context import Context
from bot.core.job_results import JobResult, Permanent
from bot.core.jobs import Job, Notice
from bot.minutes import shared
from bot.minutes.template import use_template
from bot.texts import Texts
from handlers.minutes.documents import DOCUMENT, USE
from handlers.minutes.reading import Intake
from handlers.slack import sent_files
from handlers.slack.registry import Registry
from handlers.slack.reply import Reply
from handlers.slack.request import Click

TRY = "minutes.try_template"
MOST = 2_000_000
"""Bytes."""


def register(registry: Registry) -> None:
    registry.click(USE, pressed)


def pressed(request: Click) -> Reply:
    """It is tried by a job, since it must be fetched anew; what comes of it stands where it was pressed."""
    project_id, file = request.value.split(":", 1)
    content = sent_files.chosen(request, file)
    shared.have_read(request.of(int(project_id)), TRY, file, request.channel, url=content["url"])
    return Reply()


def work(intake: Intake, job: Job) -> JobResult:
    about = job.payload
    try:
        template = intake.directory.file(about["url"], MOST)
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
