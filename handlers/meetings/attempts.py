"""Planning or moving a meeting by whatever way; when something is missing, nothing that was given is lost."""

from collections.abc import Mapping

from bot.core.access import Caller
from bot.core.errors import Misfilled, Rejected
from bot.core.project import Project
from bot.meetings import plan
from bot.meetings.model import Meeting, Sketch
from bot.meetings.plan import Planned
from handlers.meetings import form, views
from handlers.slack import dispatch
from handlers.slack.reply import Open, Reply, Say
from handlers.slack.request import Request


def attempt(
    request: Request,
    project: Project,
    sketch: Sketch,
    unclear: Mapping[str, Rejected],
    meeting: Meeting | None = None,
) -> Reply:
    """Plan it, or move `meeting`; else say what is wrong, with a button to the form that holds the rest."""
    try:
        if meeting is None:
            caller = Caller(request.who, project.channel)
            return said(request, plan.plan(request.uow, request.now, caller, sketch, unclear))
        moved = plan.change(
            request.uow, request.now, request.who, project.id, meeting.number, sketch, unclear=unclear
        )
    except Misfilled as wrong:
        # The rule spoke before anything was written, so this transaction can keep the draft.
        number = meeting.number if meeting else 0
        return Say(
            form.incomplete(wrong.reasons, project, number, _keep(request, project, sketch), request.texts)
        )
    if moved.clock_change:
        return said(request, moved)
    return Say(views.moved(moved.meeting, request.texts))


def said(request: Request, planned: Planned) -> Reply:
    """The card shows the meeting; only what nobody expects is said."""
    if planned.clock_change is None:
        return Reply()
    return Say(views.sentence(request.texts.meeting_clock_change(planned.meeting, planned.clock_change)))


def move_form(
    request: Request, project_id: int, number: int, sketch: Sketch | None = None, draft: str = ""
) -> Reply:
    project, meeting = plan.in_charge(request.uow, request.now, request.who, project_id, number)
    shown = sketch or meeting.sketch()
    return Open(form.form(shown, project, meeting.zone, request.texts, draft=draft, meeting=meeting))


def drafted(request: Request, draft: str) -> Sketch | None:
    content = request.uow.pending_requests.get(draft, request.who.user) if draft else None
    return None if content is None else Sketch.model_validate(content)


def _keep(request: Request, project: Project, sketch: Sketch) -> str:
    content = sketch.model_dump(mode="json")
    key = dispatch.draft_key(request.who.team, project.channel, request.who.user, content)
    request.uow.pending_requests.put(key, request.who.user, content, request.now)
    return key
