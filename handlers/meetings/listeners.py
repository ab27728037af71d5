"""Clicks and forms about meetings; the commands are in commands.py."""

from bot.core.ports import CalendarFile
from bot.meetings import plan
from bot.meetings.model import Answer, Sketch
from bot.meetings.notifications import CARD, FILE, INVITATION, NEWS, NOTES_WANTED, REMINDER
from bot.meetings.undo import undo
from bot.people.preferences import Rule
from handlers.meetings import commands, form, notices, views
from handlers.meetings.attempts import attempt, drafted, move_form, said
from handlers.people.why_views import with_why
from handlers.records.listeners import seen
from handlers.slack.registry import Registry
from handlers.slack.reply import Open, Replace, Reply, Say
from handlers.slack.request import Click, Submission


def register(registry: Registry, calendar_file: CalendarFile) -> None:
    commands.register(registry)
    registry.click(views.ANSWER, answered)
    registry.click(views.MOVE, move_pressed)
    registry.click(views.CANCEL, cancelled)
    registry.click(views.UNDO, taken_back)
    registry.click(form.PLAN, form_opened)
    registry.click(form.READING, reading_chosen)
    registry.submission(form.FORM, filled_in)
    registry.notice(CARD, notices.card)
    registry.notice(INVITATION, with_why(notices.invitation, Rule.invitation, always=False))
    registry.notice(NEWS, with_why(notices.news, Rule.invitation, always=False))
    registry.notice(FILE, notices.file(calendar_file))
    registry.notice(REMINDER, with_why(notices.reminder, Rule.meeting_reminder))
    registry.notice(NOTES_WANTED, with_why(notices.notes_wanted, Rule.notes_wanted))


def answered(request: Click) -> Reply:
    """The invitation and the card show it by themselves; Home must be told."""
    project_id, number = views.refd(request.value)
    plan.answer(request.of(project_id), number, Answer(request.subject))
    return seen(request)


def move_pressed(request: Click) -> Reply:
    project_id, number = views.refd(request.value)
    return move_form(request, request.of(project_id), number)


def cancelled(request: Click) -> Reply:
    project_id, number = views.refd(request.value)
    plan.cancel(request.of(project_id), number)
    return Reply()


def taken_back(request: Click) -> Reply:
    project_id, number, sequence = map(int, request.value.split(":"))
    meeting = undo(request.of(project_id), number, sequence)
    return Replace(views.sentence(views.stands(meeting, request.texts)))


def form_opened(request: Click) -> Reply:
    """With all that was typed, as far as it was understood."""
    project_id, number, draft = form.refd(request.value)
    ctx, sketch = request.of(project_id), drafted(request, draft)
    if number:
        return move_form(request, ctx, number, sketch, draft)
    return Open(form.form(sketch or Sketch(), ctx.project, ctx.project.zone, request.texts, draft=draft))


def reading_chosen(request: Click) -> Reply:
    """One of several moments was meant."""
    ref, _, chosen = request.value.partition("|")
    project_id, number, draft = form.refd(ref)
    ctx = request.of(project_id)
    sketch = (drafted(request, draft) or Sketch()).model_copy(update=form.chosen(chosen))
    meeting = plan.get(ctx, number) if number else None
    reply = attempt(request, ctx, sketch, {}, meeting)
    return Replace(reply.message if isinstance(reply, Say) else None)


def filled_in(request: Submission) -> Reply:
    sketch, number = form.read(request.fields), request.about.get("number")
    if number is None:
        planned = plan.plan(request.here, sketch)
    else:
        ctx = request.of(request.about["project"])
        planned = plan.change(ctx, number, sketch, version=request.about["version"])
    if request.about.get("draft"):
        request.uow.pending_requests.remove(request.about["draft"])
    return said(request, planned)
