"""Planning or moving a meeting by whatever way; when something is missing, nothing that was given is lost."""

from collections.abc import Mapping

from bot.core.context import Context
from bot.core.errors import Misfilled, Rejected
from bot.meetings import plan
from bot.meetings.model import Meeting, Sketch
from bot.meetings.plan import Planned
from handlers.meetings import form, views
from handlers.slack import dispatch
from handlers.slack.reply import Open, Reply, Say
from handlers.slack.request import Request


def attempt(
    request: Request,
    ctx: Context,
    sketch: Sketch,
    unclear: Mapping[str, Rejected],
    meeting: Meeting | None = None,
) -> Reply:
    """Plan it, or move `meeting`; else say what is wrong, with a button to the form that holds the rest."""
    try:
        if meeting is None:
            return said(request, plan.plan(ctx, sketch, unclear))
        moved = plan.change(ctx, meeting.number, sketch, unclear=unclear)
    except Misfilled as wrong:
        # The rule spoke before anything was written, so this transaction can keep the draft.
        number, draft = meeting.number if meeting else 0, _keep(ctx, sketch)
        return Say(form.incomplete(wrong.reasons, ctx.project, number, draft, request.texts))
    if moved.clock_change:
        return said(request, moved)
    return Say(views.moved(moved.meeting, request.texts))


def said(request: Request, planned: Planned) -> Reply:
    """The card shows the meeting; only what nobody expects is said."""
    if planned.clock_change is None:
        return Reply()
    return Say(views.sentence(request.texts.meeting_clock_change(planned.meeting, planned.clock_change)))


def move_form(
    request: Request, ctx: Context, number: int, sketch: Sketch | None = None, draft: str = ""
) -> Reply:
    meeting = plan.in_charge(ctx, number)
    shown = sketch or meeting.sketch()
    return Open(form.form(shown, ctx.project, meeting.zone, request.texts, draft=draft, meeting=meeting))


def drafted(request: Request, draft: str) -> Sketch | None:
    content = request.uow.pending_requests.get(draft, request.who.user) if draft else None
    return None if content is None else Sketch.model_validate(content)


def _keep(ctx: Context, sketch: Sketch) -> str:
    content = sketch.model_dump(mode="json")
    key = dispatch.draft_key(ctx.who.team, ctx.project.channel, ctx.who.user, content)
    ctx.uow.pending_requests.put(key, ctx.who.user, content, ctx.now)
    return key
