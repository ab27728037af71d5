"""Listeners of what a project manager chooses for the items of somebody who left."""

from datetime import datetime

from bot.core.calendar import local
from bot.core.jobs import Notice
from bot.core.ports import UnitOfWork
from bot.offboarding.handover import take_over
from bot.offboarding.notifications import KIND, case_of
from bot.people.preferences import Rule
from bot.texts import Texts
from handlers.offboarding import views
from handlers.people.why_views import with_why
from handlers.slack.names import names
from handlers.slack.registry import Registry
from handlers.slack.reply import Message, Reply
from handlers.slack.request import Click


def register(registry: Registry) -> None:
    registry.click(views.GIVE, given)
    registry.click(views.GIVE_ALL, given)
    registry.notice(KIND, with_why(left, Rule.leaver, always=False))


def given(request: Click) -> Reply:
    """One item, where the picker is about its number, or else all of them."""
    project_id, left_id, *number = map(int, request.subject.split(":"))
    take_over(request.of(project_id), left_id, request.value or None, *number)
    return Reply()


def left(uow: UnitOfWork, notice: Notice, texts: Texts, now: datetime) -> Message | None:
    """None, so silence, when all was settled, or they were back, before it was told."""
    case = case_of(uow, notice.about["project"], notice.about["left"])
    told = uow.sent_messages.get(notice.key) is not None
    if case is None or not (told or (case.theirs and not case.back)):
        return None
    today = local(now, case.project.zone).date()
    return views.left(case, notice.about["left"], names(uow, notice.team), today, texts)
